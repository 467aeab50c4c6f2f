// @ts-check
// Color scheme switch (system, light, dark) in the footer, persisted in localStorage where the browser allows
// it, for this page alone where it does not.
(() => {
  const group = /** @type {HTMLElement | null} */ (document.querySelector(".ws-colours"));
  if (!group) return;
  const key = `${deviceStorage.site.pathname}.colors`;
  const root = document.documentElement;
  const options = /** @type {NodeListOf<HTMLInputElement>} */ (group.querySelectorAll("input"));
  /** The stored choice, or null for the device's own colors; undefined where the browser refuses storage. */
  const stored = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return undefined;
    }
  };
  /** @param {string | null} value */
  const apply = (value) => {
    if (value === "day" || value === "night") root.dataset.scheme = value;
    else delete root.dataset.scheme;
  };
  const show = () => options.forEach((option) => (option.checked = option.value === (root.dataset.scheme ?? "device")));

  group.addEventListener("change", ({ target }) => {
    const { value } = /** @type {HTMLInputElement} */ (target);
    apply(value);
    try {
      if (value === "device") localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch {
      // Refused or full: the next page has the device's colors again.
    }
  });
  /** Takes over what was chosen on another page since. */
  const takeOver = () => {
    const chosen = stored();
    if (chosen !== undefined) apply(chosen);
    show();
  };
  addEventListener("pageshow", ({ persisted }) => (persisted ? takeOver() : show()));
  addEventListener("storage", (event) => (event.key === key || event.key === null) && takeOver());
  show();
  group.hidden = false;
})();
