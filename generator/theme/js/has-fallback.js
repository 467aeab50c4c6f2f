// @ts-check
// Fallback for the CSS selector `:has()`, which browsers before 2022 or 2023 lack: sets classes on the root element; the rules for it stand in css/older.css.
(() => {
  if (CSS.supports("selector(:has(a))")) return;
  for (const name of ["sheet", "handout", "packet", "exit", "pad"]) {
    if (document.querySelector(`.ws-${name}, ws-${name}`)) document.documentElement.classList.add(`ws-has-${name}`);
  }
})();
