// @ts-check
// Autosizing textareas where the browser lacks CSS `field-sizing`, and a print copy of each: a textarea keeps its
// height on screen, and would be printed in part.

const textareaAutosize = (() => {
  const alone = !CSS.supports("field-sizing", "content");
  /** @type {Map<HTMLTextAreaElement, HTMLElement>} */
  const copies = new Map();

  /** @param {HTMLTextAreaElement} area */
  const fit = (area) => {
    const copy = copies.get(area);
    if (copy) {
      copy.textContent = area.value;
      // Maybe more than its rows hold on paper: where the page ends it may go on upon the next.
      copy.classList.toggle("ws-copy--long", area.value.length > area.rows * 20 || area.value.split("\n").length > area.rows);
    }
    if (!alone || !area.clientWidth) return;
    const place = scrollY; // between the two heights the page is shorter, and would jump
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
    if (scrollY !== place) scrollTo({ top: place, behavior: "instant" });
  };

  const fitAll = () => [...copies.keys()].forEach(fit);

  /** Looks after some text areas from now on. @param {Iterable<HTMLTextAreaElement>} areas */
  const watch = (areas) => {
    for (const area of areas) {
      const copy = document.createElement("div");
      copy.className = `ws-copy ${area.className}`;
      copy.dir = area.dir;
      copy.translate = false; // a browser that translates the page would send each word to a server
      copy.setAttribute("aria-hidden", "true");
      copy.style.setProperty("--ws-rows", String(area.rows));
      area.after(copy);
      area.classList.add("ws-copied");
      copies.set(area, copy);
      area.addEventListener("input", () => fit(area));
      fit(area);
    }
  };

  let width = innerWidth;
  addEventListener("resize", () => {
    if (width === innerWidth) return; // a phone's keyboard changes the height only
    width = innerWidth;
    fitAll();
  });
  if (document.readyState !== "complete") addEventListener("load", fitAll);

  return { fit, watch };
})();
