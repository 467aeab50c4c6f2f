// @ts-check
// The theme remembers the reader's colours but leaves its radio buttons unchecked, so that arrow keys
// start from the wrong one and a screen reader hears no choice.
(() => {
  const group = document.querySelector("[data-md-component=palette]");
  const words = /** @type {HTMLElement | null} */ (document.querySelector(".ws-footer"))?.dataset;
  group?.setAttribute("aria-label", words?.wordColours ?? "");
  const options = /** @type {NodeListOf<HTMLInputElement>} */ (
    document.querySelectorAll("[data-md-component=palette] input")
  );
  for (const option of options) {
    option.checked = option.dataset.mdColorMedia === document.body.dataset.mdColorMedia;
  }
})();
