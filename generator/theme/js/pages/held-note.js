// @ts-check
// Note at a form that says how long the tab holds what is typed: with what its HTML says, or with why nothing is held
// (data-tabfile, data-tabrefused, data-tabfull).

const heldNote = (() => {
  /**
   * Brings the note to what is so now and after each key; the function given back does it again.
   * @param {Element} root
   * @param {Element | null} note
   * @param {{readonly trouble: string}} fields as formRestore watches them
   * @param {DOMStringMap} words
   */
  const watch = (root, note, fields, words) => {
    const usual = words.tab ?? note?.textContent ?? "";
    const show = () => {
      const text = words[`tab${fields.trouble}`] ?? usual;
      if (note && note.textContent !== text) note.textContent = text; // else it would be told at each key
    };
    root.addEventListener("input", show);
    show();
    note?.setAttribute("aria-live", "polite");
    return show;
  };

  return { watch };
})();
