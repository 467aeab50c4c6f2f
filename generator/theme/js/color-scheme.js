// @ts-check
// Color scheme switch (system, light, dark) in the footer, persisted in localStorage where the browser allows
// it, for this page alone where it does not.
(() => {
  const group = /** @type {HTMLElement | null} */ (document.querySelector(".ws-colours"));
  if (!group) return;
  const key = `${deviceStorage.site.pathname}.colors`;
  const root = document.documentElement;
  const options = /** @type {NodeListOf<HTMLInputElement>} */ (group.querySelectorAll("input"));
  const show = () => options.forEach((option) => (option.checked = option.value === (root.dataset.scheme ?? "device")));
  /** @param {string | null} value */
  const apply = (value) => {
    if (value === "day" || value === "night") root.dataset.scheme = value;
    else delete root.dataset.scheme;
    show();
  };
  /** Takes over what was chosen on another page since. */
  const restore = () => {
    try {
      apply(localStorage.getItem(key));
    } catch {
      show(); // what was chosen on this page
    }
  };

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
  addEventListener("pageshow", restore);
  addEventListener("storage", (event) => (event.key === key || event.key === null) && restore());
  show();
  group.hidden = false;
})();
