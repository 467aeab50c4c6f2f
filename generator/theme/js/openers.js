// @ts-check
// The theme opens its menu with a <label>, which a keyboard cannot reach. A real button takes its place.
// The word comes from the footer's data attribute, so it is translated with the page.
(() => {
  const words = /** @type {HTMLElement | null} */ (document.querySelector(".ws-footer"))?.dataset;
  if (!words) return;

  /**
   * A button that looks like the label.
   * @param {Element} label
   * @param {string} className
   * @param {string} name
   */
  const buttonLike = (label, className, name) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = `${label.className} ${className}`;
    button.setAttribute("aria-label", name);
    for (const child of label.children) button.append(child.cloneNode(true));
    return button;
  };

  /**
   * Puts a button where the label was; the button's state follows the toggle, whoever changes it.
   * @param {HTMLInputElement} toggle
   * @param {string} className
   * @param {string} name
   */
  const replaceLabel = (toggle, className, name) => {
    const label = document.querySelector(`.md-header__button[for=${toggle.id}]`);
    if (!label) return null;
    const button = buttonLike(label, className, name);
    const show = () => button.setAttribute("aria-expanded", String(toggle.checked));
    toggle.addEventListener("change", show);
    addEventListener("pageshow", show);
    show();
    label.replaceWith(button);
    return button;
  };

  const drawer = /** @type {HTMLInputElement | null} */ (document.getElementById("__drawer"));
  const panel = document.querySelector(".md-sidebar--primary");
  if (drawer && panel) {
    const button = replaceLabel(drawer, "ws-open-menu", words.wordMenu ?? "");
    const close = () => drawer.checked && drawer.click();
    button?.addEventListener("click", () => drawer.click());
    addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !drawer.checked) return;
      close();
      button?.focus({ preventScroll: true });
    });
    // The open menu lies over the page: nothing that it covers may be tapped, heard or reached.
    // The way out of the site stays: it lies above everything.
    const covered = document.querySelectorAll(
      ".md-content, .md-sidebar--secondary, .md-container > :not(main):not(.ws-exit)",
    );
    const cover = () => {
      for (const part of covered) part.toggleAttribute("inert", drawer.checked);
    };
    drawer.addEventListener("change", cover);
    addEventListener("pageshow", cover);
    // Whoever tabs on from its last link goes on in the page, which must be seen then.
    panel.addEventListener("keydown", (event) => {
      const { key, shiftKey, target } = /** @type {KeyboardEvent} */ (event);
      const links = [...panel.querySelectorAll("a[href]")].filter((a) => a.getClientRects().length);
      if (key === "Tab" && !shiftKey && target === links[links.length - 1]) close();
    });
    document.addEventListener("focusin", ({ target }) => {
      if (target instanceof Element && !target.closest(".md-sidebar--primary, .md-header")) close();
    });
    // A wider window has no menu, so nothing would close it.
    matchMedia("(min-width: 76.25em)").addEventListener("change", close);
  }
})();
