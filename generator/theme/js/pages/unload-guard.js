// @ts-check
// `beforeunload` guard against losing text. Within the site sessionStorage holds it, so nothing is asked.

const unloadGuard = (() => {
  let stays = 0; // when somebody last went to a page of this site
  globalThis.navigation?.addEventListener("navigate", (navigated) => {
    const event = /** @type {NavigateEventSeen} */ (navigated);
    if (event.destination.sameDocument || event.downloadRequest !== null) return;
    if (event.destination.url.startsWith(deviceStorage.site.href)) stays = Date.now();
  });

  /** @param {(here: boolean) => boolean} lost whether something would be lost; `here` if the tab stays on this site */
  const ask = (lost) =>
    addEventListener("beforeunload", (event) => {
      if (!lost(Date.now() - stays < 1000) || deviceStorage.hasLeft()) return;
      event.preventDefault();
      event.returnValue = ""; // what older browsers look at
    });

  return { ask };
})();
