// @ts-check
// State machine of a draft: typed, held in the tab, kept on the device, erased. The table in content/pages/privacy.md says them in plain words.
//
//   typed            held for this tab, at each letter
//   kept             on the device too, by choice; again as it grows; never as an empty text
//   erased           gone from the device; an open page still shows it and keeps nothing until asked again
//   newer elsewhere  a page without changes of its own takes it over; one with changes keeps them as a second entry
//   cleared          gone from the page and the tab; what was kept stays as it was
//   taken away whole emptied or written over by hand: what was kept stays as it was, and a new text begins
//   come back to     what the tab holds is shown; where it holds nothing any more, the page is emptied
//
// Nothing here knows the page or the browser's storage: both come from outside, so that each pair is tested.

const drafts = (() => {
  const SOME = 20; // letters; a shorter text is soon written anew

  /** Whether one step made another text of a text: it is empty, or hardly a letter stayed. @param {string} before @param {string} after */
  const isAnother = (before, after) => {
    if (!after.trim()) return true;
    if (before.length < SOME) return false;
    let [start, end] = [0, 0];
    while (start < after.length && before[start] === after[start]) start++;
    while (end < Math.min(before.length, after.length) - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
    return (start + end) * 10 < before.length;
  };

  /** @typedef {{read: (id: string) => Entry | null, keep: (id: string, entry: Entry) => string, erase: (id: string) => void}} Shelf */
  /** @typedef {{hold: (name: string, thing: unknown) => string, held: (name: string) => unknown, drop: (name: string) => void, forget: (id: string) => void, trouble: () => string}} Tab */

  /** @typedef {{text?: unknown, id?: string, began?: string, seen?: string}} Held What a tab holds, if this made it. */

  /**
   * The text of one page. What is held under `slot` comes back, unless the reader chose an entry to go on with.
   * @param {{shelf: Shelf, tab: Tab, slot: string, now: () => string, newId: () => string}} from
   * @param {string} [chosen] the id of a kept entry
   */
  const open = ({ shelf, tab, slot, now, newId }, chosen = "") => {
    let text = "";
    let id = ""; // of what is kept; empty as long as nothing is
    let began = "";
    let seen = ""; // the text as this page last kept it or found it kept
    let room = tab.trouble(); // why the tab does not hold the text; empty if it does
    let own = slot;

    /** @param {string} name */
    const held = (name) => /** @type {Held | null} */ (tab.held(name));

    const hold = () => {
      const done = tab.hold(own, text ? { text, id, began, seen } : null);
      room = done === "held" || done === "left" ? "" : done;
    };

    const letGo = () => {
      id = seen = began = "";
      hold();
    };

    /** Compares with what is kept. Says "" if nothing is new, "erased", "newer" (taken over) or "both". */
    const meet = () => {
      if (!id) return "";
      const stored = shelf.read(id);
      if (!stored) return letGo(), "erased";
      if (stored.text === seen || !stored.text.trim()) return "";
      if (text !== seen) return "both";
      text = seen = stored.text;
      hold();
      return "newer";
    };

    /**
     * Keeps the text. Says "kept", "both" (a second entry, since the first has grown elsewhere), what meet()
     * says, "blank", or why it cannot be kept.
     * @param {Omit<Entry, "text" | "date">} about
     */
    const keep = (about) => {
      if (!text.trim()) return "blank";
      const met = meet();
      if (met === "erased" || met === "newer") return met;
      const name = (met !== "both" && id) || newId();
      const date = (met !== "both" && began) || now();
      const done = shelf.keep(name, { ...about, date, text });
      if (done !== "kept") return done;
      id = name;
      began = date;
      seen = text;
      hold();
      return met || "kept";
    };

    /** Looks again: on coming back (from the back/forward cache), or when another tab may have changed something. */
    const look = (/** @type {boolean} */ back) => {
      if (!back || !text || room || tab.held(own) || tab.trouble()) return meet();
      text = "";
      letGo();
      return "cleared";
    };

    /** Takes what stands on the page now. Says "apart" where nothing is left of what was kept. @param {string} typed */
    const type = (typed) => {
      const apart = Boolean(id) && isAnother(text, typed);
      text = typed;
      if (apart) letGo();
      else hold();
      return apart ? "apart" : "";
    };

    const erase = () => {
      shelf.erase(id);
      tab.forget(id);
      letGo();
    };

    const clear = () => {
      text = "";
      letGo();
      own = slot;
    };

    if (chosen && held(slot)?.id !== chosen && shelf.read(chosen)) own = `${slot}#${chosen}`;
    const found = held(own);
    const stored = own === slot ? null : shelf.read(chosen);
    if (found && typeof found.text === "string") {
      text = found.text;
      ({ id = "", began = "", seen = "" } = found);
    }
    else if (stored) {
      id = chosen;
      began = stored.date;
      text = seen = stored.text;
      hold();
    }
    const opened = meet();

    return {
      type, keep, look, erase, clear, opened,
      /** Why the tab does not hold the text, or "". */
      get room() { return room; },
      get text() { return text; },
      get kept() { return Boolean(id); },
      /** Whether something stands here that is not on the device. */
      get changed() { return Boolean(text.trim()) && text !== seen; },
    }; // prettier-ignore
  };

  return { open };
})();
