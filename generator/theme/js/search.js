// @ts-check
// Small repairs to the theme's search: a name for its dialog, a spoken number of results, and a Tab
// key that walks into the results instead of closing them.
(() => {
  const box = document.querySelector(".md-search");
  const field = box?.querySelector("input");
  const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
  if (!box || !field || !toggle) return;

  if (!box.hasAttribute("aria-label")) box.setAttribute("aria-label", field.getAttribute("aria-label") ?? "");
  box.querySelector(".md-search-result__meta")?.setAttribute("role", "status");
  box.querySelector("button[type=reset]")?.removeAttribute("tabindex");

  // Whoever finds nothing is not left alone: the style sheet shows this below an empty list.
  const footer = /** @type {HTMLElement | null} */ (document.querySelector(".ws-footer"));
  const ways = [...(footer?.querySelectorAll("[data-help]") ?? [])].reverse();
  const list = box.querySelector(".md-search-result__list");
  if (list && ways.length) {
    const help = document.createElement("div");
    const links = document.createElement("ul");
    help.className = "ws-search-help md-typeset";
    help.append(Object.assign(document.createElement("p"), { textContent: footer?.dataset.wordHelp }), links);
    for (const way of ways) {
      const item = document.createElement("li");
      item.append(way.cloneNode(true));
      links.append(item);
    }
    list.after(help);
  }

  // The theme closes the search on Tab, takes the focus back to the field on any other key, and keeps
  // the results out of the tab order.
  const walking = new Set(["Tab", "Shift", "Control", "Alt", "Meta", "PageUp", "PageDown"]);
  addEventListener("keydown", (event) => {
    if (!toggle.checked || !walking.has(event.key)) return;
    event.stopImmediatePropagation();
    if (event.key !== "Tab") return;
    for (const link of box.querySelectorAll(".md-search-result__link")) link.removeAttribute("tabindex");
  }, true);
  box.addEventListener("focusout", (event) => {
    const next = /** @type {FocusEvent} */ (event).relatedTarget;
    if (toggle.checked && next instanceof Element && !box.contains(next)) toggle.click();
  });
})();
