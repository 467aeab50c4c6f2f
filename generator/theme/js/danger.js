// @ts-check
// Whoever comes to a field to search in has the words of danger loaded, so that they are there before the
// first word is typed. Any field of this kind is looked at, also one that is made later.
(() => {
  addEventListener("focusin", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.matches("input[type=search]")) return;
    Promise.all([ws.bring("danger-words"), ws.bring("danger")])
      .then(() => ws.watch(target))
      .catch(() => {}); // the way to the numbers stands at the top of every page
  });
})();
