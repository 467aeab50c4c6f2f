// @ts-check
// Quick exit ("Exit this page"), by link or by pressing Shift three times: the page goes blank at once, what was typed is
// gone, and Back does not show the page that was left. It stands in the head, so that the link works from the
// first moment and a page that is come back to is never seen. Without a script the link is an ordinary link.

(() => {
  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  const to = own.dataset.to ?? "";
  const site = new URL("../..", own.src).pathname;
  const root = document.documentElement;
  const here = location.pathname + location.search;
  const mark = `${site}.left`;
  const WITHIN = 5000; // milliseconds

  /** The storage of this tab, or null where the browser refuses it. */
  const tab = (() => {
    try {
      sessionStorage.setItem(`${mark}-try`, "");
      sessionStorage.removeItem(`${mark}-try`);
      return sessionStorage;
    } catch {
      return null;
    }
  })();

  /** @returns {string[]} the pages that were left in this tab */
  const leftPages = () => {
    try {
      const found = JSON.parse(tab?.getItem(mark) ?? "[]");
      return Array.isArray(found) ? found : [];
    } catch {
      return [];
    }
  };

  /** @param {string[]} pages */
  const storeLeftPages = (pages) => {
    try {
      if (pages.length) tab?.setItem(mark, JSON.stringify(pages));
      else tab?.removeItem(mark);
    } catch {
      // There is no room for it; what was held is gone all the same.
    }
  };

  const blank = () => {
    root.classList.add("ws-gone");
    document.title = "";
    location.replace(to);
  };

  const leave = () => {
    for (const name of Object.keys(tab ?? {})) if (name.startsWith(`${site}.tab-`)) tab?.removeItem(name);
    storeLeftPages([...new Set([...leftPages(), here])]);
    blank(); // the mark on the root: from now on nothing is held or kept
    for (const field of document.querySelectorAll("textarea, input")) {
      if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) field.value = "";
    }
  };

  /** How the page was opened: navigate, reload or back_forward. */
  const navigationType = () => {
    const [entry] = performance.getEntriesByType("navigation");
    if (entry) return /** @type {PerformanceNavigationTiming} */ (entry).type;
    return ["navigate", "reload", "back_forward"][performance.navigation.type] ?? "";
  };

  const opened = navigationType();
  if (leftPages().includes(here)) {
    if (opened === "back_forward") blank();
    // Somebody opens the page anew: from now on it is a page like any other.
    if (opened === "navigate") storeLeftPages(leftPages().filter((page) => page !== here));
  }
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted && (leftPages().includes(here) || root.classList.contains("ws-gone"))) blank();
  });

  const closestElement = (/** @type {EventTarget | null} */ target, /** @type {string} */ found) =>
    target instanceof Element ? target.closest(found) : null;

  addEventListener("click", (event) => {
    if (closestElement(event.target, ".ws-exit a")) {
      event.preventDefault();
      leave();
    }
    // Where no mark can be left, jumps and choices make no entries that Back would lead to.
    const jump = tab ? null : closestElement(event.target, "a[href^='#']");
    if (!(jump instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    location.replace(jump.href);
  });
  if (!tab) history.pushState = (...entry) => history.replaceState(...entry);

  // What is typed into a field that no tab storage looks after, such as the search, is to be gone from pages that Back leads to.
  addEventListener("input", () => globalThis.ws?.loadScript("back-forward-cache").then(() => ws.optOutOfBackForwardCache(), () => {}));

  let presses = 0;
  let forget = 0;
  const box = () => document.querySelector(".ws-exit");
  const startOver = () => {
    presses = 0;
    const status = box()?.querySelector("[role=status]");
    if (status) status.textContent = "";
  };
  addEventListener("pointerdown", startOver); // Shift while somebody points is for choosing words
  addEventListener("keydown", (event) => {
    if (event.repeat) return;
    // Shift with another key is a capital letter, not a wish to leave.
    presses = event.key === "Shift" && !event.ctrlKey && !event.altKey && !event.metaKey ? presses + 1 : 0;
    clearTimeout(forget);
    if (presses >= 3) return leave();
    const place = box();
    const status = place?.querySelector("[role=status]");
    if (!(place instanceof HTMLElement) || !status) return;
    status.textContent = (presses && place.dataset[`press${presses}`]) || "";
    forget = setTimeout(startOver, WITHIN);
  });
})();
