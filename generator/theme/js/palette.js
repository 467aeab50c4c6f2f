// @ts-check
// The theme remembers the reader's colours but leaves its radio buttons unchecked, so that arrow keys
// start from the wrong one and a screen reader hears no choice.
(() => {
  const options = /** @type {NodeListOf<HTMLInputElement>} */ (
    document.querySelectorAll("[data-md-component=palette] input")
  );
  for (const option of options) {
    option.checked = option.dataset.mdColorMedia === document.body.dataset.mdColorMedia;
  }
})();
