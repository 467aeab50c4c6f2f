// @ts-check
// The script that tests/browser/reporting_server.py puts into each page: it tells the server what goes wrong there.
(() => {
  const here = new URL(/** @type {HTMLScriptElement} */ (document.currentScript).src);
  /** @param {unknown} what */
  const tell = (what) => navigator.sendBeacon(new URL("/trouble", here), `${location.pathname}: ${what}`);
  // A page that is left drops what it was loading, which is no failure: by then nothing runs there.
  const failed = (/** @type {any} */ { message, target }) =>
    message ? tell(message) : setTimeout(() => tell(`not loaded: ${target.outerHTML}`), 200);
  addEventListener("error", failed, true);
  addEventListener("unhandledrejection", ({ reason }) => tell(reason));
  addEventListener("securitypolicyviolation", (event) =>
    tell(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
  );
  for (const kind of /** @type {("error" | "warn")[]} */ (["error", "warn"])) {
    const say = console[kind];
    console[kind] = (...said) => {
      tell(said.join(" "));
      say(...said);
    };
  }
  new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) {
      if (!/^(data|blob):/.test(name) && new URL(name).origin !== here.origin) tell(`asked for ${name}`);
    }
  }).observe({ type: "resource", buffered: true });
})();
