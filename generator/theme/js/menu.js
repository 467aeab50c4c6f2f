// @ts-check
// The way to the menu, which is the footer, leaves the address alone: what is chosen on a page stands there.
(() => {
  const footer = document.getElementById("menu");
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href='#menu']") : null;
    if (!link || !footer) return;
    event.preventDefault();
    footer.scrollIntoView({ block: "start" });
    footer.focus({ preventScroll: true });
  });
})();
