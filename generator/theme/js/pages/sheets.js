// @ts-check
// Worksheet form: autosizing fields and restore from sessionStorage. Every field works without it.

(() => {
  const sheet = document.querySelector(".ws-sheet");
  const place = document.querySelector("[data-sheet-tools]");
  const note = document.querySelector("[data-sheet-note]");
  if (!(sheet instanceof HTMLElement) || !(place instanceof HTMLElement) || !(note instanceof HTMLElement)) return;
  const words = place.dataset;

  const areas = sheet.querySelectorAll("textarea");
  textareaAutosize.watch(areas);
  const fields = formRestore.watch(sheet, () => areas.forEach(textareaAutosize.fit));

  sheet.addEventListener("submit", (event) => event.preventDefault()); // Enter on a box would ask for it

  const show = heldNote.watch(sheet, note, fields, words);

  unloadGuard.ask((here) => [...areas].some((area) => area.value.trim()) && (!here || Boolean(fields.trouble)));

  const print = controls.button(words.print, () => window.print());
  print.classList.remove("ws-button--quiet");
  place.append(
    print,
    controls.button(words.clear, () => {
      if (fields.empty) return areas[0]?.focus();
      confirmation(place, words.clearAsk, words.yesClear, words.no, () => {
        fields.clear();
        show();
        areas[0]?.focus();
      });
    }),
  );
})();
