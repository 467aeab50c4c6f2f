// @ts-check
// Lazy loader of the danger-word matcher: on focus of a search field, before the first key. Any such field is
// matched, also one that is made later.
(() => {
  addEventListener("focusin", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.matches("input[type=search]")) return;
    Promise.all([ws.loadScript("danger-words"), ws.loadScript("danger")])
      .then(() => ws.watch(target))
      .catch(() => {}); // the way to the numbers stands at the top of every page
  });
})();
