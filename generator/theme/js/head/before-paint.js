// @ts-check
// Runs in the head before first paint: marks that scripts run, applies the stored color scheme (no flash).
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
