// @ts-check
// Opens what is folded below a heading when a link leads to that heading, and all of it for the printer.
// Without this file each fold opens by its own summary.
(() => {
  /** @param {string} hash */
  const openAt = (hash) => {
    const fold = document.getElementById(hash.slice(1))?.nextElementSibling;
    if (fold instanceof HTMLDetailsElement) fold.open = true;
  };

  addEventListener("hashchange", () => openAt(location.hash));
  // A link to the heading that the address names already changes no hash.
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest("a[href]") : null;
    if (link instanceof HTMLAnchorElement && link.pathname === location.pathname) openAt(link.hash);
  });

  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll("details.ws-fold:not([open])")]);
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
  });

  openAt(location.hash);
})();
