// @ts-check
// Drafts per tab in sessionStorage: what is typed on a page and not kept is there after
// a reload, on coming back, and when a phone had put the tab away. The browser drops it with the tab; leaving
// quickly, erasing everything and "Clear the page" drop it before. Pages opened as files hold nothing.

const tabStorage = (() => {
  const start = `${deviceStorage.site.pathname}.tab-1.`; // pages/exit.js drops what starts with the first part of it

  const area = () => {
    try {
      return location.protocol === "file:" ? null : window.sessionStorage;
    } catch {
      return null;
    }
  };

  const names = () => Object.keys(area() || {}).filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));

  /** @param {string} name */
  const drop = (name) => area()?.removeItem(start + name);

  /**
   * Says "held", or why not: "file", "left", "refused", "full". Null takes away what was held.
   * @param {string} name
   * @param {unknown} thing
   */
  const hold = (name, thing) => {
    if (location.protocol === "file:") return "file";
    if (deviceStorage.hasLeft()) return "left";
    const store = area();
    if (!store) return "refused";
    try {
      if (thing === null) drop(name);
      else store.setItem(start + name, JSON.stringify(thing));
      return "held";
    } catch (error) {
      const tooMuch = error instanceof DOMException && error.name === "QuotaExceededError";
      return tooMuch && store.length ? "full" : "refused";
    }
  };

  /** What is held, or null. @param {string} name @returns {unknown} */
  const held = (name) => {
    try {
      return JSON.parse(area()?.getItem(start + name) || "null");
    } catch {
      return null;
    }
  };

  /** Why nothing can be held here, or ""; tried by doing it. */
  const trouble = () => {
    const done = hold("try", 1);
    if (done !== "held") return done;
    drop("try");
    return "";
  };

  const dropAll = () => names().forEach(drop);

  /** Lets go of the texts that belong to something that was kept and is erased now. @param {string} id */
  const forget = (id) => names().filter((name) => /** @type {{id?: unknown} | null} */ (held(name))?.id === id).forEach(drop);

  return { names, hold, held, drop, dropAll, forget, trouble };
})();
