// @ts-check
// Browsers do not start a Worker from file://, so the search would be dead on a USB stick. There, and
// only there, this stands in: the worker's script runs in a hidden frame of the same page. Nothing in
// it is inline, so a strict Content-Security-Policy needs no exception for it.
(() => {
  if (location.protocol !== "file:") return;

  class FrameWorker extends EventTarget {
    /** @param {string | URL} url */
    constructor(url) {
      super();
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      this.frame.title = "search";
      this.ready = new Promise((resolve) => {
        this.frame.addEventListener("load", () => resolve(this.start(String(url))), { once: true });
      });
      document.body.append(this.frame);
    }

    /**
     * Gives the empty frame what a worker's script expects, then loads the script.
     * @param {string} url
     * @returns {Promise<any>} the frame's window
     */
    async start(url) {
      const scope = /** @type {any} */ (this.frame.contentWindow);
      scope.postMessage = (/** @type {unknown} */ data) => {
        this.dispatchEvent(new MessageEvent("message", { data }));
      };
      // Unlike a worker's own, this one cannot block; the theme's worker awaits it.
      scope.importScripts = async (/** @type {string[]} */ ...urls) => {
        for (const next of urls) await this.load(next);
      };
      await this.load(url);
      return scope;
    }

    /** @param {string} url */
    load(url) {
      const inner = /** @type {Document} */ (this.frame.contentDocument);
      const script = inner.createElement("script");
      return new Promise((resolve, reject) => {
        script.addEventListener("load", resolve);
        script.addEventListener("error", () => reject(new Error(`Cannot load ${url}`)));
        script.src = url;
        inner.head.append(script);
      });
    }

    /** @param {unknown} data */
    postMessage(data) {
      this.ready.then((scope) => scope.dispatchEvent(new scope.MessageEvent("message", { data })));
    }

    terminate() {
      this.frame.remove();
    }
  }

  // The theme's worker looks for the second name in its parent, to know that it runs in a frame.
  Object.assign(window, { Worker: FrameWorker, IFrameWorker: FrameWorker });
})();
