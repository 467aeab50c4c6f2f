// @ts-check
// Factory of buttons and inline confirmations (progressive enhancement). Labels come from data attributes.

const controls = (() => {
  /**
   * @param {string | undefined} text
   * @param {() => void} act
   */
  const button = (text, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "ws-button ws-button--quiet";
    made.textContent = text ?? "";
    made.addEventListener("click", act);
    return made;
  };

  /** What was pressed last, before anything is done about it. @type {MouseEvent | undefined} */
  let pressed;
  addEventListener("click", (event) => (pressed = event), true);

  let numbered = 0;

  /**
   * Names a button by its own words and by what it is for: "Erase", then the day of the row.
   * @param {HTMLElement} made
   * @param {...Element} what
   */
  const name = (made, ...what) => {
    for (const one of [made, ...what]) one.id ||= `ws-named-${++numbered}`;
    made.setAttribute("aria-labelledby", [made, ...what].map(({ id }) => id).join(" "));
    return made;
  };

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
    const again = () =>
      asked && pressed?.detail && pressed.timeStamp - asked.timeStamp < 700 &&
      Math.hypot(pressed.clientX - asked.clientX, pressed.clientY - asked.clientY) < 40; // prettier-ignore
    const box = document.createElement("div");
    const text = document.createElement("p");
    const close = () => {
      box.remove();
      if (before instanceof HTMLElement) before.focus();
    };
    const agree = button(yes, () => {
      if (again()) return;
      close();
      act();
    });
    text.textContent = question ?? "";
    text.id = "ws-question";
    box.className = "ws-ask";
    box.setAttribute("role", "group");
    box.setAttribute("aria-labelledby", text.id);
    box.append(text, agree, button(no, close));
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close();
      if (event.key === "Enter" && event.repeat) event.preventDefault();
    });
    document.querySelector(".ws-ask")?.remove();
    place.append(box);
    agree.focus();
  };

  return { button, name, ask };
})();
