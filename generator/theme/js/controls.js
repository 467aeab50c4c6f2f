// @ts-check
// Buttons and questions that only make sense with a script, so a script makes them. Words come from the page.

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
   * Asks in the page, not in a window over it. Escape means no; the focus goes back to where it was.
   * @param {Element} place
   * @param {string | undefined} question
   * @param {string | undefined} yes
   * @param {string | undefined} no
   * @param {() => void} act done on yes
   */
  const ask = (place, question, yes, no, act) => {
    const before = document.activeElement;
    const box = document.createElement("div");
    const text = document.createElement("p");
    const close = () => {
      box.remove();
      if (before instanceof HTMLElement) before.focus();
    };
    const agree = button(yes, () => {
      close();
      act();
    });
    text.textContent = question ?? "";
    text.id = "ws-question";
    box.className = "ws-ask";
    box.setAttribute("role", "group");
    box.setAttribute("aria-labelledby", text.id);
    box.append(text, agree, button(no, close));
    box.addEventListener("keydown", (event) => event.key === "Escape" && close());
    document.querySelector(".ws-ask")?.remove();
    place.append(box);
    agree.focus();
  };

  return { button, name, ask };
})();
