// @ts-check
// Restores form fields from sessionStorage: what was typed, ticked and chosen is there again after a reload and
// on coming back, and gone once it was cleared or somebody has left quickly.

const formRestore = (() => {
  /** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Field */

  const path = deviceStorage.pathOf();

  /** @param {Field} field */
  const ticked = (field) => field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type);

  /** @param {Field} field */
  const name = (field) => (field.name || field.id) + (ticked(field) ? `=${field.value}` : "");

  /** @param {Field} field @returns {string | boolean} */
  const usual = (field) => {
    if (field instanceof HTMLSelectElement) return ([...field.options].find((option) => option.defaultSelected) || field.options[0]).value;
    return ticked(field) ? /** @type {HTMLInputElement} */ (field).defaultChecked : field.defaultValue;
  };

  /** @param {Field} field */
  const value = (field) => (ticked(field) ? /** @type {HTMLInputElement} */ (field).checked : field.value);

  /**
   * Looks after the fields of a part of the page.
   * @param {Element} root
   * @param {() => void} [shown] called when values were put into the fields
   */
  const watch = (root, shown = () => {}) => {
    const slot = `${path}#fields`;
    let trouble = tabStorage.trouble();
    let touched = false;

    const fields = () => /** @type {Field[]} */ ([...root.querySelectorAll("textarea, select, input")]);

    /** @param {Record<string, string | boolean>} values those that are not as usual */
    const put = (values) => {
      for (const field of fields()) {
        const held = values[name(field)];
        const now = typeof held === typeof usual(field) ? held : usual(field);
        if (ticked(field)) /** @type {HTMLInputElement} */ (field).checked = Boolean(now);
        else field.value = String(now);
      }
      shown();
    };

    const held = () => /** @type {Record<string, string | boolean>} */ (tabStorage.held(slot) || {});

    const hold = () => {
      const changed = fields().filter((field) => value(field) !== usual(field));
      const done = tabStorage.hold(slot, changed.length ? Object.fromEntries(changed.map((field) => [name(field), value(field)])) : null);
      trouble = done === "held" || done === "left" ? "" : done;
    };

    const clear = () => {
      put({});
      hold();
    };

    root.addEventListener("input", () => {
      touched = true;
      hold();
    });
    root.addEventListener("change", hold);
    put(held());
    addEventListener("pageshow", ({ persisted }) => {
      // A browser may have filled in what it remembers itself; a page that was put away may have been cleared since.
      if (persisted ? !tabStorage.trouble() : !touched) put(held());
    });

    return {
      clear, hold,
      /** Why the tab does not hold them, or "". */
      get trouble() { return trouble; },
      get empty() { return fields().every((field) => value(field) === usual(field)); },
    }; // prettier-ignore
  };

  return { path, watch };
})();
