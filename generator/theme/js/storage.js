// @ts-check
// The one place where something is stored that a reader chose to keep: on this device, in this browser.
// Nothing here sends anything. Every access is guarded, since a browser may refuse or be full; pages
// opened as files keep nothing, because any other file on the device could read it.

/** @typedef {{date: string, title: string, path: string, prompt: string, text: string}} Entry */

const deviceStorage = (() => {
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  const site = new URL("..", script?.src || location.href);
  const every = `${site.pathname}.writing-`;
  const own = `${every}1.`; // the number changes with the shape of what is kept

  const area = () => {
    try {
      return location.protocol === "file:" ? null : window.localStorage;
    } catch {
      return null;
    }
  };

  /** @param {string} start */
  const keys = (start) => Object.keys(area() ?? {}).filter((key) => key.startsWith(start));

  /**
   * What was kept, or null if there is none or it is not of our making.
   * @param {string} id
   * @returns {Entry | null}
   */
  const read = (id) => {
    try {
      const found = JSON.parse(area()?.getItem(own + id) ?? "null");
      const whole = ["date", "title", "path", "prompt", "text"].every((name) => typeof found?.[name] === "string");
      return whole && !Number.isNaN(Date.parse(found.date)) ? found : null;
    } catch {
      return null;
    }
  };

  /**
   * Says "kept", or why not: "file", "refused", "full". After a refusal what was kept before is still there.
   * @param {string} id
   * @param {Entry} entry
   */
  const keep = (id, entry) => {
    if (location.protocol === "file:") return "file";
    const store = area();
    if (!store) return "refused";
    try {
      store.setItem(own + id, JSON.stringify(entry));
      return "kept";
    } catch (error) {
      // A browser that gives no room at all has none for the theme's own setting either.
      const tooMuch = error instanceof DOMException && error.name === "QuotaExceededError";
      return tooMuch && store.length ? "full" : "refused";
    }
  };

  /** Everything that was kept, the newest first. */
  const all = () =>
    keys(own)
      .map((key) => key.slice(own.length))
      .flatMap((id) => {
        const entry = read(id);
        return entry ? [{ id, ...entry }] : [];
      })
      .sort((one, other) => other.date.localeCompare(one.date));

  /** @param {string} id */
  const erase = (id) => area()?.removeItem(own + id);

  /** Removes whatever this site ever kept by choice, of any version and in any shape. */
  const eraseAll = () => keys(every).forEach((key) => area()?.removeItem(key));

  return { site, read, keep, all, erase, eraseAll };
})();
