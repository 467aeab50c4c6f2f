"""Touch target size (44 CSS pixels) of a page's controls."""

from __future__ import annotations

from playwright.sync_api import Page

SMALL_TARGETS = """() => {
  const inText = (link) => {
    const box = link.closest("p, li, dd, td, blockquote, h1, h2, h3");
    return box && getComputedStyle(link).display === "inline"
      && box.textContent.trim().length > link.textContent.trim().length + 3;
  };
  return [...document.querySelectorAll("a[href], button, summary, input, label[for]")]
    .filter((target) => target.checkVisibility({visibilityProperty: true, opacityProperty: true}))
    .filter((target) => !target.closest(".ws-skip, [hidden]") && !inText(target))
    .filter((target) => !target.control || ["checkbox", "radio"].includes(target.control.type))
    .map((target) => [target, (target.closest("label") ?? target).getBoundingClientRect()])
    .map(([target, box]) => {
      const cover = getComputedStyle(target, "::after");
      return cover.position === "absolute" && cover.inset === "0px"
        ? [target, target.offsetParent.getBoundingClientRect()] : [target, box];
    })
    .filter(([, box]) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
    .map(([target, box]) => `${target.outerHTML.slice(0, 90)} ${box.width}x${box.height}`);
}"""


def small_targets(page: Page) -> list[str]:
    """HTML and size of controls outside running text less than 44 CSS pixels wide or high.

    The label of a text field may be smaller: the field itself is right below.
    """
    return page.evaluate(SMALL_TARGETS)  # type: ignore[no-any-return]
