// @ts-check
// Factory of buttons (progressive enhancement). Labels come from data attributes.

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
  const labelByElements = (made, ...what) => {
    for (const one of [made, ...what]) one.id ||= `ws-named-${++numbered}`;
    made.setAttribute("aria-labelledby", [made, ...what].map(({ id }) => id).join(" "));
    return made;
  };

  return { button, labelByElements };
})();
