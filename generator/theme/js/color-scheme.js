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

  group.addEventListener("change", ({ target }) => {
    const { value } = /** @type {HTMLInputElement} */ (target);
    if (value === "device") delete root.dataset.scheme;
    else root.dataset.scheme = value;
    try {
      if (value === "device") localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch {
      // Refused or full: the next page has the device's colors again.
    }
  });
  addEventListener("pageshow", show);
  show();
  group.hidden = false;
})();
