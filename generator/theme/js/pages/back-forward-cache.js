// @ts-check
// Opt-out of the back/forward cache, for pages on which somebody types. Firefox gives a page from there the sessionStorage
// of the moment when it was left: it would show words that were cleared since, and write over newer ones.
// It may come twice, in a bundle and by itself.
(() => {
  const seam = /** @type {Partial<Ws>} */ (ws);
  if (seam.optOutOfBackForwardCache) return;
  let isAsked = false;
  const neverEnds = () => new Promise(() => {});
  const onUnload = () => addEventListener("unload", () => {});

  /** From now on the browser loads this page anew on coming back: no page that holds a lock, or waits for `unload`, is put away. */
  seam.optOutOfBackForwardCache = () => {
    if (isAsked) return;
    isAsked = true;
    // Pages without TLS have no locks, nor have those opened as files.
    if (!("locks" in navigator)) return onUnload();
    // eslint-disable-next-line compat/compat -- asked for above
    navigator.locks.request("writing-page", { mode: "shared" }, neverEnds).catch(onUnload);
  };
})();
