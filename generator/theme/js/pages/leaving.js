// @ts-check
// Has the browser ask before words are lost. For whoever stays on this site the tab holds them, so nothing is asked.

const leaving = (() => {
  let stays = 0; // when somebody last went to a page of this site
  globalThis.navigation?.addEventListener("navigate", (navigated) => {
    const event = /** @type {NavigateEventSeen} */ (navigated);
    if (event.hashChange || event.downloadRequest !== null) return;
    if (event.destination.url.startsWith(deviceStorage.site.href)) stays = Date.now();
  });

  /** @param {(here: boolean) => boolean} lost whether something would be lost; `here` if the tab stays on this site */
  const ask = (lost) =>
    addEventListener("beforeunload", (event) => {
      if (!lost(Date.now() - stays < 1000) || deviceStorage.left()) return;
      event.preventDefault();
      event.returnValue = ""; // what older browsers look at
    });

  return { ask };
})();
