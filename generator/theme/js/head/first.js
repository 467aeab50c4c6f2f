// @ts-check
// In the head, before anything is drawn: that scripts run, and the colors that the reader chose.
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  try {
    const chosen = localStorage.getItem(`${new URL("..", own.src).pathname}.colors`);
    if (chosen === "day" || chosen === "night") root.dataset.scheme = chosen;
  } catch {
    // A browser that refuses storage has its device's colors.
  }
})();
