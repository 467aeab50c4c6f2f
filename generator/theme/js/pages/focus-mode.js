// @ts-check
// Focus mode ("Only the page"): the sheet with its task and its field fills the viewport until it is closed. Nothing is copied
// or moved, so what becomes of the text is as always.

const focusMode = (() => {
  const root = document.documentElement;
  const small = matchMedia("(max-width: 44em) and (pointer: coarse)");

  /**
   * Gives a way in and a way back to a field on a sheet; none where the field has no sheet of its own.
   * @param {HTMLTextAreaElement} area
   * @param {string | undefined} inWords
   * @param {string | undefined} backWords
   */
  const offer = (area, inWords, backWords) => {
    const sheet = area.closest(".ws-paper");
    if (!sheet) return null;

    const task = sheet.querySelector(".ws-prompt");

    const leave = () => {
      root.classList.remove("ws-writing");
      task?.removeAttribute("tabindex");
      way.focus({ preventScroll: true });
      sheet.scrollIntoView({ block: "start" });
    };
    const enter = () => {
      root.classList.add("ws-writing");
      task?.setAttribute("tabindex", "0"); // it scrolls where it is long
      area.focus();
    };

    const back = controls.button(backWords, leave);
    back.classList.add("ws-writing__done");
    sheet.prepend(back);
    const way = controls.button(inWords, enter);
    way.classList.add("ws-writing__way");
    way.classList.remove("ws-button--quiet");
    area.addEventListener("focus", () => small.matches && enter());
    // A link that leads to the field gave it the focus before this script was there.
    if (small.matches && document.activeElement === area) enter();
    addEventListener("keydown", ({ key }) => {
      if (key === "Escape" && root.classList.contains("ws-writing")) leave();
    });
    return way;
  };

  /**
   * The same said twice, whole and, where there is no room, in a word.
   * @param {string | undefined} whole
   * @param {string | undefined} brief
   */
  const twice = (whole, brief) =>
    [["ws-whole", whole], ["ws-brief", brief]].map(([kind, text]) => {
      const part = document.createElement("span");
      part.className = kind ?? "";
      part.textContent = text ?? "";
      return part;
    });

  /**
   * Gives a button a second, shorter word for where there is no room; its name stays the whole one.
   * @param {HTMLElement} made
   * @param {string | undefined} brief
   */
  const shorten = (made, brief) => {
    const whole = made.textContent ?? "";
    made.setAttribute("aria-label", whole);
    made.replaceChildren(...twice(whole, brief));
  };

  return { offer, shorten, twice };
})();
