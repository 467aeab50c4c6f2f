// @ts-check
// Links to a place on the same page leave a URL fragment alone that holds state (key=value pairs, or the text that is
// gone on with). The skip link and the one to the menu never change the address.
(() => {
  const STATE = /=|^#write-\w/;

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href*='#']") : null;
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const { hash, pathname, search } = link;
    if (pathname !== location.pathname || search !== location.search) return;
    const place = document.getElementById(hash.slice(1));
    if (!place || !(STATE.test(location.hash) || /^#(main|menu)$/.test(hash))) return;
    event.preventDefault();
    const fold = place.closest("details");
    if (fold) fold.open = true;
    if (place.tabIndex < 0) place.tabIndex = -1; // as the browser does, Tab goes on from here
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "start" });
  });
})();
