// @ts-check
// Copy-to-clipboard buttons for code snippets. Where the Clipboard API is refused, the text is selected.
(() => {
  for (const group of document.querySelectorAll(".ws-snippets")) {
    if (!(group instanceof HTMLElement)) continue;
    const words = group.dataset;
    for (const text of group.querySelectorAll(".ws-snippet__text")) {
      const status = document.createElement("span");
      status.setAttribute("role", "status");
      const row = document.createElement("p");
      row.className = "ws-actions";
      const announce = (/** @type {string | undefined} */ said) => {
        status.textContent = said ?? "";
      };
      const copy = controls.button(words.copy, async () => {
        try {
          await navigator.clipboard.writeText(text.textContent ?? "");
          announce(words.copied);
        } catch {
          getSelection()?.selectAllChildren(text);
          announce(words.refused);
        }
      });
      row.append(copy, " ", status);
      text.after(row);
    }
  }
})();
