// @ts-check
// A table that is wider than the screen must also scroll by keyboard. Its name is its caption, or
// the heading above it.
(() => {
  /** @param {Element} wrap */
  const nameOf = (wrap) => {
    const caption = wrap.querySelector("caption");
    if (caption) return caption.textContent;
    let heading = null;
    for (const candidate of document.querySelectorAll("main :is(h1, h2, h3, h4)")) {
      if (candidate.compareDocumentPosition(wrap) & Node.DOCUMENT_POSITION_FOLLOWING) heading = candidate;
    }
    return heading?.textContent ?? document.title;
  };

  /** @param {Element} wrap */
  const mend = (wrap) => {
    if (wrap.scrollWidth > wrap.clientWidth) {
      wrap.setAttribute("tabindex", "0");
      wrap.setAttribute("role", "region");
      wrap.setAttribute("aria-label", (nameOf(wrap) ?? "").trim());
    } else {
      for (const name of ["tabindex", "role", "aria-label"]) wrap.removeAttribute(name);
    }
  };

  const watcher = new ResizeObserver((entries) => entries.forEach(({ target }) => mend(target)));
  for (const table of document.querySelectorAll("main table:not([class])")) {
    const wrap = document.createElement("div");
    wrap.className = "ws-scroll";
    table.replaceWith(wrap);
    wrap.append(table);
    watcher.observe(wrap);
  }
})();
