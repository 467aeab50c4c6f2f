// @ts-check
// Notice on the first page if something is kept in localStorage, with a link to it.
(() => {
  const line = /** @type {HTMLElement | null} */ (document.querySelector(".ws-kept-here"));
  if (!line) return;

  const render = () => {
    const last = deviceStorage.texts.all()[0];
    line.hidden = !last;
    if (!last) return line.replaceChildren();
    const link = document.createElement("a");
    link.href = line.dataset.all ?? "";
    link.textContent = last.title;
    line.replaceChildren(`${line.dataset.text} `, link);
  };

  render();
  addEventListener("storage", (event) => deviceStorage.isOwnEvent(event) && render());
  addEventListener("pageshow", ({ persisted }) => persisted && render());
})();
