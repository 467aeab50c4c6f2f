// @ts-check
// Comfort for typing on a worksheet's page. Without it every field works; nothing is stored.

(() => {
  const sheet = document.querySelector(".ws-sheet");
  if (!(sheet instanceof HTMLElement)) return;

  /** @type {NodeListOf<HTMLTextAreaElement>} */
  const areas = sheet.querySelectorAll("textarea");

  // Some browsers bring ticks back when a page is loaded again; nothing here stays.
  addEventListener("pageshow", () => {
    for (const box of sheet.querySelectorAll("input")) box.checked = false;
  });

  // Where the browser does not let a text area grow with its text, so that none is cut on paper.
  if (!CSS.supports("field-sizing", "content")) {
    sheet.addEventListener("input", (event) => {
      if (!(event.target instanceof HTMLTextAreaElement)) return;
      event.target.style.height = "auto";
      event.target.style.height = `${event.target.scrollHeight}px`;
    });
  }

  // Whoever leaves by mistake is asked first: what was typed is nowhere else.
  addEventListener("beforeunload", (event) => {
    if ([...areas].some((area) => area.value.trim())) event.preventDefault();
  });

  const print = document.querySelector("[data-print-sheet]");
  if (print instanceof HTMLButtonElement) {
    print.hidden = false;
    print.addEventListener("click", () => window.print());
  }
})();
