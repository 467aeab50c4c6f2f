// @ts-check
// Inline confirmation: a question in the page with "yes" and "no", instead of a modal dialog.

const confirmation = (() => {
  /** What was pressed last, before anything is done about it. @type {MouseEvent | undefined} */
  let pressed;
  addEventListener("click", (event) => (pressed = event), true);

  /**
   * Asks in the page, not in a window over it. Escape means no; the focus goes back to where it was. The page may
   * scroll to its question: a key that is still held, or a second tap in the same place, is no answer.
   * @param {Element} place
   * @param {string | undefined} question
   * @param {string | undefined} yes
   * @param {string | undefined} no
   * @param {() => void} act done on yes
   */
  const ask = (place, question, yes, no, act) => {
    const before = document.activeElement;
    const asked = pressed;
    const isSameTap = () =>
      asked && pressed?.detail && pressed.timeStamp - asked.timeStamp < 700 &&
      Math.hypot(pressed.clientX - asked.clientX, pressed.clientY - asked.clientY) < 40; // prettier-ignore
    const box = document.createElement("div");
    const text = document.createElement("p");
    const close = () => {
      box.remove();
      if (before instanceof HTMLElement) before.focus();
    };
    const agree = controls.button(yes, () => {
      if (isSameTap()) return;
      close();
      act();
    });
    text.textContent = question ?? "";
    text.id = "ws-question";
    box.className = "ws-ask";
    box.setAttribute("role", "group");
    box.setAttribute("aria-labelledby", text.id);
    box.append(text, agree, controls.button(no, close));
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.stopPropagation(); // the page alone, around it, stays
        close();
      }
      if (event.key === "Enter" && event.repeat) event.preventDefault();
    });
    document.querySelector(".ws-ask")?.remove();
    place.append(box);
    agree.focus();
  };

  return ask;
})();
