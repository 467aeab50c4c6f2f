// @ts-check
// Single letters must never act on their own: people who speak to their device, or whose hand slips
// while writing, would jump to another page (WCAG 2.1.4). The theme has no setting for this.
(() => {
  const shortcut = /^[fspn,./]$/i;
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !shortcut.test(event.key)) return;
    const target = event.target;
    if (target instanceof Element && target.closest("input, textarea, select, [contenteditable]")) return;
    event.stopImmediatePropagation();
  }, true);
})();
