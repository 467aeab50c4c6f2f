// @ts-check
// Scrolls to the menu in the footer without changing the URL fragment, which holds the state of some pages.
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
