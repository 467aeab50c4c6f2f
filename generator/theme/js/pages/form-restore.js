// @ts-check
// Restores form fields from sessionStorage: what was typed, ticked and chosen is there again after a reload and
// on coming back, and gone once it was cleared or somebody has left quickly. What somebody types before this script
// has come stays. The forms have autocomplete="off", so that no browser fills in what was cleared or erased.

const formRestore = (() => {
  /** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Field */

  const path = deviceStorage.pathOf();

  /** @param {Field} field */
  const isToggle = (field) => field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type);

  /** @param {Field} field */
  const keyOf = (field) => (field.name || field.id) + (isToggle(field) ? `=${field.value}` : "");

  /** @param {Field} field @returns {string | boolean} */
  const defaultOf = (field) => {
    if (field instanceof HTMLSelectElement) return ([...field.options].find((option) => option.defaultSelected) || field.options[0]).value;
    return isToggle(field) ? /** @type {HTMLInputElement} */ (field).defaultChecked : field.defaultValue;
  };

  /** @param {Field} field */
  const value = (field) => (isToggle(field) ? /** @type {HTMLInputElement} */ (field).checked : field.value);

  /**
   * Looks after the fields of a part of the page.
   * @param {Element} root
   * @param {() => void} [shown] called when values were put into the fields
   */
  const watch = (root, shown = () => {}) => {
    ws.optOutOfBackForwardCache();
    const slot = `${path}#fields`;
    let trouble = tabStorage.trouble();
    let touched = false;

    const fields = () => /** @type {Field[]} */ ([...root.querySelectorAll("textarea, select, input")]);

    /** @param {Record<string, string | boolean>} values those that are not as usual */
    const applyValues = (values) => {
      for (const field of fields()) {
        const held = values[keyOf(field)];
        const now = typeof held === typeof defaultOf(field) ? held : defaultOf(field);
        if (isToggle(field)) /** @type {HTMLInputElement} */ (field).checked = Boolean(now);
        else field.value = String(now);
      }
      shown();
    };

    const held = () => /** @type {Record<string, string | boolean>} */ (tabStorage.held(slot) || {});
    const changed = () => fields().filter((field) => value(field) !== defaultOf(field));

    const hold = () => {
      touched = true;
      const now = changed();
      const done = tabStorage.hold(slot, now.length ? Object.fromEntries(now.map((field) => [keyOf(field), value(field)])) : null);
      trouble = done === "held" || done === "left" ? "" : done;
    };

    const clear = () => {
      applyValues({});
      hold();
    };

    /** Restores the fields that nobody changed yet. A longer text goes on behind what was held of it. */
    const restore = () => {
      const early = changed();
      const values = held();
      for (const field of fields()) {
        // Of radio buttons with one name only one can be chosen.
        if (!early.some((one) => one === field || (field.type === "radio" && one.name === field.name))) continue;
        const before = values[keyOf(field)];
        const joined = field instanceof HTMLTextAreaElement && before && before !== field.value;
        values[keyOf(field)] = joined ? `${before}\n${field.value}` : value(field);
      }
      applyValues(values);
      if (early.length) hold();
    };

    for (const event of ["input", "change"]) root.addEventListener(event, hold);
    restore();
    addEventListener("pageshow", ({ persisted }) => {
      // A browser may have filled in what it remembers itself; a page that was put away may have been cleared since.
      if (persisted ? !tabStorage.trouble() : !touched) applyValues(held());
    });

    return {
      clear, hold,
      /** Why the tab does not hold them, or "". */
      get trouble() { return trouble; },
      get empty() { return !changed().length; },
    }; // prettier-ignore
  };

  return { path, watch };
})();
