// @ts-check
// Factory of elements and buttons (progressive enhancement). Labels come from data attributes.

const controls = (() => {
  /**
   * @template {keyof HTMLElementTagNameMap} Tag
   * @param {Tag} tag
   * @param {string} className
   * @param {string} [text]
   */
  const element = (tag, className, text = "") =>
    Object.assign(document.createElement(tag), { className, textContent: text });

  /**
   * @param {string | undefined} text
   * @param {() => void} act
   */
  const button = (text, act) => {
    const made = element("button", "ws-button ws-button--quiet", text);
    made.type = "button";
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

  return { element, button, labelByElements };
})();
