// @ts-check
// Browsers before 2022 or 2023 cannot ask in a style sheet what a page has in it (`:has()`). For them the page says
// it itself, on its root; the rules for it stand in css/older.css.
(() => {
  if (CSS.supports("selector(:has(a))")) return;
  for (const name of ["sheet", "handout", "packet", "exit", "pad"]) {
    if (document.querySelector(`.ws-${name}, ws-${name}`)) document.documentElement.classList.add(`ws-has-${name}`);
  }
})();
