// @ts-check
// State machine of a draft: typed, held in the tab, kept on the device, erased. The table in content/pages/privacy.md says them in plain words.
//
//   typed            held for this tab, at each letter
//   kept             on the device too, by choice; again as it grows; never as an empty text
//   erased           gone from the device; an open page still shows it and keeps nothing until asked again
//   newer elsewhere  a page without changes of its own takes it over; one with changes keeps them as a second entry
//   cleared          gone from the page and the tab; what was kept stays as it was, and what else the tab holds of the page is shown
//   taken away whole emptied or written over by hand: what was kept stays as it was, and a new text begins
//   come back to     what the tab holds is shown; where it holds nothing any more, the page is emptied
//
// Each text of a page has a slot of the tab. A reload opens the slot of the page itself, or the one with the chosen entry:
// whatever ceases to be an entry moves to the first, and what stood there unkept steps aside into a slot of its own.
//
// Nothing here knows the page or the browser's storage: both come from outside, so that each pair is tested.

const drafts = (() => {
  const SOME = 20; // letters; a shorter text is soon written anew

  /** Whether one step made another text of a text: it is empty, or hardly a letter stayed. @param {string} before @param {string} after */
  const isReplacement = (before, after) => {
    if (!after.trim()) return true;
    if (before.length < SOME) return false;
    let [start, end] = [0, 0];
    while (start < after.length && before[start] === after[start]) start++;
    while (end < Math.min(before.length, after.length) - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
    return (start + end) * 10 < before.length;
  };

  /** @typedef {{read: (id: string) => Entry | null, keep: (id: string, entry: Entry) => string, erase: (id: string) => void}} Shelf */
  /** @typedef {{names: () => string[], hold: (name: string, thing: unknown) => string, held: (name: string) => unknown, forget: (id: string) => void, trouble: () => string}} Tab */

  /** @typedef {{text: string, id?: string, began?: string, seen?: string}} Held What a tab holds, if this made it. */

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
    const held = (name) => {
      const found = /** @type {Held | null} */ (tab.held(name));
      return typeof found?.text === "string" ? found : null;
    };

    const slots = () => tab.names().filter((name) => name === slot || name.startsWith(`${slot}#`)).sort();

    const newSlot = () => `${slot}#${newId()}`;

    /** Whether nothing but the tab has these words. @param {Held | null} found */
    const isUnsaved = (found) => Boolean(found?.text.trim()) && (found?.text !== found?.seen || !shelf.read(found?.id ?? ""));

    /** Slots of this page's other texts that nothing but the tab has. */
    const unsavedSlots = () => slots().filter((name) => name !== own && isUnsaved(held(name)));

    const hold = () => {
      const done = tab.hold(own, text ? { text, id, began, seen } : null);
      room = done === "held" || done === "left" ? "" : done;
    };

    /** @param {Held | null} found */
    const load = (found) => {
      ({ text, id = "", began = "", seen = "" } = found ?? { text: "" });
    };

    /** Goes to what the tab holds for the page itself, or else to another of its texts. */
    const openFirst = () => {
      own = slot;
      const [next] = held(slot) ? [] : unsavedSlots();
      load(held(next ?? slot));
      if (!next) return;
      tab.hold(next, null);
      hold();
    };

    /** From here on the text is no entry: it moves to where a reload finds it. */
    const unbind = () => {
      id = seen = began = "";
      if (own !== slot && (!isUnsaved(held(slot)) || tab.hold(newSlot(), held(slot)) === "held")) {
        tab.hold(own, null);
        own = slot;
      }
      hold();
    };

    /** Compares with what is kept. Says "" if nothing is new, "erased", "newer" (taken over) or "both". */
    const sync = () => {
      if (!id) return "";
      const stored = shelf.read(id);
      if (!stored) return unbind(), "erased";
      if (stored.text === seen || !stored.text.trim()) return "";
      if (text !== seen) return "both";
      text = seen = stored.text;
      hold();
      return "newer";
    };

    /**
     * Keeps the text. Says "kept", "both" (a second entry, since the first has grown elsewhere), what sync()
     * says, "blank", or why it cannot be kept.
     * @param {Omit<Entry, "text" | "date">} about
     */
    const keep = (about) => {
      if (!text.trim()) return "blank";
      const met = sync();
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
    const refresh = (/** @type {boolean} */ back) => {
      if (!back || room || tab.trouble() || (held(own)?.text ?? "") === text) return sync();
      if (held(own)) load(held(own));
      else openFirst();
      return sync() || (text ? "back" : "cleared");
    };

    /** Takes what stands on the page now. Says "apart" where nothing is left of what was kept. @param {string} typed */
    const edit = (typed) => {
      const apart = Boolean(id) && isReplacement(text, typed);
      text = typed;
      if (apart) unbind();
      else hold();
      return apart ? "apart" : "";
    };

    const erase = () => {
      shelf.erase(id);
      tab.forget(id);
      unbind();
    };

    /** Says "cleared", or "next" where the tab holds another text of the page, which is shown now. */
    const clear = () => {
      load(null);
      hold();
      openFirst();
      return sync() || (text ? "next" : "cleared");
    };

    const changed = () => Boolean(text.trim()) && text !== seen;

    /** Shows another text that nothing but the tab has; this one steps aside. Says "back", what sync() says, or why not. */
    const showOther = () => {
      const [next = ""] = unsavedSlots();
      const found = held(next);
      if (!found) return "";
      if (room && changed()) return `tab${room}`; // what stands here would be lost
      tab.hold(next, null);
      if (own === slot && changed() && tab.hold(newSlot(), { text, id, began, seen }) !== "held") return tab.hold(next, found), "tabfull";
      own = slot;
      load(found);
      hold();
      return sync() || "back";
    };

    const bound = chosen && slots().find((name) => held(name)?.id === chosen);
    const stored = chosen ? shelf.read(chosen) : null;
    if (bound) load(held((own = bound)));
    else if (stored) {
      own = newSlot();
      load({ text: stored.text, id: chosen, began: stored.date, seen: stored.text });
      hold();
    }
    else openFirst();
    const opened = sync();

    return {
      edit, keep, refresh, erase, clear, showOther, opened,
      /** Why the tab does not hold the text, or "". */
      get room() { return room; },
      get text() { return text; },
      get kept() { return Boolean(id); },
      get id() { return id; },
      /** Whether something stands here that is not on the device. */
      get changed() { return changed(); },
      /** Whether the tab has another text of this page, which nothing else has. */
      get more() { return unsavedSlots().length > 0; },
    }; // prettier-ignore
  };

  return { open };
})();
