// @ts-check
// Sentence starter before the first line of the textarea (text indent), so that typing goes on after it. It stays
// outside of the field: nobody has to delete an offer, and a page that holds nothing else is empty.

(() => {
  const starter = document.getElementById("starter");
  const words = starter?.lastChild;
  const area = document.querySelector(".ws-pad textarea");
  if (!starter || !words || !(area instanceof HTMLTextAreaElement)) return;

  /** @param {Element} el */
  const side = (el) => getComputedStyle(el).direction;
  let from = side(area);

  const fit = () => {
    const range = document.createRange();
    range.selectNodeContents(words);
    const end = [...range.getClientRects()].pop();
    if (!end) return;
    const line = starter.getBoundingClientRect();
    const taken = side(starter) === "rtl" ? line.right - end.left : end.right - line.left;
    const room = side(starter) === from ? line.width - taken : 0;
    // Where hardly a word has room behind them, one writes below them, as one does without a script; so does whoever
    // writes from the other side, such as in Arabic.
    for (const [name, value] of [["--ws-above", "0px"], ["--ws-taken", `${taken}px`]]) {
      if (room > line.width / 5) area.style.setProperty(name, value);
      else area.style.removeProperty(name);
    }
  };

  new ResizeObserver(fit).observe(starter);
  document.fonts.ready.then(() => {
    from = side(area); // a text that the tab held has come meanwhile
    fit();
  });
  area.addEventListener("input", () => {
    if (side(area) === from) return;
    from = side(area);
    fit();
  });
  area.addEventListener("scroll", () => {
    starter.classList.toggle("ws-prompt__starter--away", area.scrollTop > 0);
  });
})();
