// @ts-check
// Persistence in localStorage of what a reader chose to keep: the only module that writes there by consent.
// Nothing here sends anything. Every access is guarded, since a browser may refuse or be full; pages
// opened as files keep nothing, because any other file on the device could read it.

/** @typedef {{date: string, title: string, path: string, prompt: string, text: string}} Entry */
/** @typedef {{date: string, word: string, strength: number | null, line: string}} CheckIn the date is that of the reader's clock, without a zone */

const deviceStorage = (() => {
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  const site = new URL("..", script?.src || location.href);
  const every = `${site.pathname}.writing-`;

  /**
   * A page of this site as the site itself calls it: some hosts leave its ending off of addresses.
   * @param {string} [address]
   */
  const pathOf = (address = location.href) => {
    const path = address.slice(site.href.length).replace(/[?#].*/, "");
    return path.replace(/(^|\/)$/, "$1index").replace(/\.html$|$/, ".html");
  };

  /** Whether somebody has just left quickly: from then on nothing is written, whoever asks. */
  const hasLeft = () => document.documentElement.classList.contains("ws-gone");

  const area = () => {
    try {
      return location.protocol === "file:" ? null : window.localStorage;
    } catch {
      return null;
    }
  };

  /** @param {string} start */
  const keysWithPrefix = (start) => Object.keys(area() ?? {}).filter((key) => key.startsWith(start));

  /**
   * Says "kept", or why not: "file", "left", "refused", "full". Then what was kept before is still there.
   * @param {string} key
   * @param {string} text
   */
  const put = (key, text) => {
    if (location.protocol === "file:") return "file";
    if (hasLeft()) return "left";
    const store = area();
    if (!store) return "refused";
    try {
      store.setItem(key, text);
      return "kept";
    } catch (error) {
      // A browser that gives no room at all has nothing else of ours either.
      const tooMuch = error instanceof DOMException && error.name === "QuotaExceededError";
      return tooMuch && store.length ? "full" : "refused";
    }
  };

  /** Why nothing can be kept here, or ""; tried by doing it, which other tabs see as a change. */
  const trouble = () => {
    const told = put(`${every}try`, "1");
    if (told !== "kept") return told;
    area()?.removeItem(`${every}try`);
    return "";
  };

  /**
   * A place for things of one kind. Its name ends in a number that changes with their shape.
   * @template {{date: string}} Thing
   * @param {string} name
   * @param {string[]} texts fields that are text
   * @param {(found: Record<string, unknown>) => boolean} [whole] what else must be so
   */
  const entryStore = (name, texts, whole = () => true) => {
    const own = `${every}${name}.`;

    /** Whether something has the shape of what is kept here. @param {unknown} found @returns {found is Thing} */
    const isValid = (found) => {
      const has = /** @type {Record<string, unknown>} */ (Object(found));
      return texts.every((field) => typeof has[field] === "string") && whole(has) && !Number.isNaN(Date.parse(String(has.date)));
    };

    /**
     * What was kept, or null if there is none or it is not of our making.
     * @param {string} id
     * @returns {Thing | null}
     */
    const read = (id) => {
      try {
        const found = JSON.parse(area()?.getItem(own + id) ?? "null");
        return isValid(found) ? found : null;
      } catch {
        return null;
      }
    };

    /** Says "kept", or why not, as `put` does. @param {string} id @param {Thing} thing */
    const keep = (id, thing) => put(own + id, JSON.stringify(thing));

    /** Everything that was kept, the newest first. */
    const all = () =>
      keysWithPrefix(own)
        .map((key) => key.slice(own.length))
        .flatMap((id) => {
          const thing = read(id);
          return thing ? [{ ...thing, id }] : [];
        })
        .sort((one, other) => other.date.localeCompare(one.date));

    /** @param {string} id */
    const erase = (id) => area()?.removeItem(own + id);

    /** Removes all of this kind, in whatever shape it is. */
    const eraseAll = () => keysWithPrefix(own).forEach((key) => area()?.removeItem(key));

    return { isValid, read, keep, all, erase, eraseAll };
  };

  /** @type {ReturnType<typeof entryStore<Entry>>} */
  const texts = entryStore("1", ["date", "title", "path", "prompt", "text"]);
  /** @type {ReturnType<typeof entryStore<CheckIn>>} */
  const checkIns = entryStore("check-in-1", ["date", "word", "line"], ({ date, strength: n }) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(String(date)) && (n === null || (Number.isInteger(n) && Number(n) >= 0 && Number(n) <= 10)),
  ); // prettier-ignore

  /** Removes whatever this site ever kept by choice: of any kind, any version and in any shape. */
  const eraseAll = () => keysWithPrefix(every).forEach((key) => area()?.removeItem(key));

  /** Whether another tab changed something of ours, and not only its neighbour on the same host. @param {StorageEvent} event */
  const isOwnEvent = ({ key }) => key === null || key.startsWith(every);

  return { site, pathOf, hasLeft, texts, checkIns, trouble, eraseAll, isOwnEvent };
})();
