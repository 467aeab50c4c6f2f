// @ts-check
// Notice on the first page if something is kept in localStorage, with a link to it.
(() => {
  const line = /** @type {HTMLElement | null} */ (document.querySelector(".ws-kept-here"));
  const last = deviceStorage.texts.all()[0];
  if (!line || !last) return;
  const way = document.createElement("a");
  way.href = line.dataset.all ?? "";
  way.textContent = last.title;
  line.append(`${line.dataset.text} `, way);
  line.hidden = false;
})();
