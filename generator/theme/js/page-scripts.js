// @ts-check
// Brings what only some pages need: an element with data-script="kept" asks for assets/pages/kept.js;
// several names are loaded in their order.
// It comes after everything in this file, and may use all of it.
(() => {
  const own = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const wanted = [...document.querySelectorAll("[data-script]")].flatMap(
    (element) => element.getAttribute("data-script")?.split(" ") ?? [],
  );
  for (const name of new Set(wanted)) {
    const script = document.createElement("script");
    script.src = new URL(`pages/${name}.js`, own).href;
    script.async = false;
    document.head.append(script);
  }
})();
