// @ts-check
// The theme starts its search on every page. Most readers never search, and on a slow phone its script
// is a seventh of a first visit; so it waits until somebody comes to the search field.
(() => {
  if (location.protocol === "file:") return;
  const Real = window.Worker;

  class LateWorker extends EventTarget {
    /** @param {string | URL} url */
    constructor(url) {
      super();
      this.url = url;
      /** @type {unknown[] | null} */
      this.waiting = [];
      const come = (/** @type {Event} */ event) => {
        const there = event.target;
        if (there instanceof Element && there.closest(".md-search, #__search")) this.wake();
      };
      for (const sign of ["focusin", "pointerdown", "change"]) addEventListener(sign, come);
    }

    wake() {
      if (!this.waiting) return;
      const waiting = this.waiting;
      this.waiting = null;
      this.real = new Real(this.url);
      this.real.addEventListener("message", ({ data }) => this.dispatchEvent(new MessageEvent("message", { data })));
      for (const message of waiting) this.real.postMessage(message);
    }

    /** @param {unknown} message */
    postMessage(message) {
      if (this.waiting) this.waiting.push(message);
      else this.real?.postMessage(message);
    }

    terminate() {
      this.real?.terminate();
    }
  }

  Object.assign(window, { Worker: LateWorker });
})();

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
