// @ts-check
// Opens a `<details>` when a fragment leads into it or to the heading above it, and all of them for printing.
// Without this file each fold opens by its own summary.
(() => {
  /** @param {string} hash */
  const openAt = (hash) => {
    const place = document.getElementById(hash.slice(1));
    const next = place?.nextElementSibling ?? null;
    const round = place?.closest("details");
    const below = place?.parentElement?.querySelector(":scope > details.ws-entry__more");
    const fold = round ?? next?.closest("details") ?? next?.querySelector("details.ws-fold");
    const closed = round && !round.open;
    for (const one of [fold, below]) if (one instanceof HTMLDetailsElement) one.open = true;
    if (closed) place?.scrollIntoView();
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
    opened = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll("details:is(.ws-fold, .ws-caution--fold):not([open])")]);
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
  });

  openAt(location.hash);
})();
