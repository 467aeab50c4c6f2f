// @ts-check
// Brings what only some pages need: an element with data-script="kept" asks for assets/pages/kept.js.
// It comes after everything in this file, and may use all of it.
(() => {
  const own = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const wanted = [...document.querySelectorAll("[data-script]")].map((element) => element.getAttribute("data-script"));
  for (const name of new Set(wanted)) {
    const script = document.createElement("script");
    script.src = new URL(`pages/${name}.js`, own).href;
    script.async = false;
    document.head.append(script);
  }
})();
