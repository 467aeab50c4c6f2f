// @ts-check
// Script loader (code splitting): data-script="saved-entries" on an element loads assets/pages/saved-entries.js,
// with several names for several, in their order. They come after everything in this file, and may use
// all of it. A script may bring another one once it is needed.
(() => {
  const own = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  /** @type {Map<string, Promise<unknown>>} */
  const asked = new Map();

  /** @param {string} name */
  const loadScript = (name) => {
    const before = asked.get(name);
    if (before) return before;
    const script = document.createElement("script");
    const promise = new Promise((resolve, reject) => {
      script.onload = resolve;
      script.onerror = () => (asked.delete(name), reject(new Error(name)));
    });
    script.src = new URL(`pages/${name}.js`, own).href;
    script.async = false;
    document.head.append(script);
    asked.set(name, promise);
    return promise;
  };

  ws.loadScript = loadScript;
  if (document.querySelector("main table")) loadScript("tables").catch(() => {});
  for (const element of document.querySelectorAll("[data-script]")) {
    for (const name of element.getAttribute("data-script")?.split(" ") ?? []) loadScript(name).catch(() => {});
  }
})();
