// @ts-check
// Makes overflowing tables keyboard-scrollable: focusable regions whose accessible name is the caption or the
// heading above.
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

  /** On a phone each row of a wide table stands by itself, its cells under the names of their columns. @param {Element} table */
  const stackRows = (table) => {
    const names = [...table.querySelectorAll("thead th")].map((cell) => (cell.textContent ?? "").trim());
    if (names.length < 3) return;
    table.toggleAttribute("data-rows", true);
    // Cells that are blocks are no table any more to those who hear the page, unless they are told.
    const roles = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", th: "columnheader", td: "cell" };
    for (const one of [table, ...table.querySelectorAll("thead, tbody, tr, th, td")]) {
      one.setAttribute("role", roles[/** @type {keyof roles} */ (one.localName)]);
    }
    for (const row of table.querySelectorAll("tbody tr")) {
      [...row.children].forEach((cell, place) => place && cell.setAttribute("data-label", names[place] ?? ""));
    }
  };

  const watcher = new ResizeObserver((entries) => entries.forEach(({ target }) => mend(target)));
  for (const table of document.querySelectorAll("main table:not([class])")) {
    const wrap = document.createElement("div");
    wrap.className = "ws-scroll";
    stackRows(table);
    table.replaceWith(wrap);
    wrap.append(table);
    watcher.observe(wrap);
  }
})();
