"""Accessibility audit of a page by axe-core (WCAG 2.2 A and AA, best practice)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "tools/node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALL = {"type": "tag", "values": TAGS}
"""All rules of axe with these tags."""
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""The rules about colours: all that a clinic's palette and dark mode can change about a page."""
LOOKS = ((1280, "light"), (360, "dark"))
"""Viewport width (CSS pixels) and colour scheme: a desktop by day, a phone by night."""
HEIGHTS = {360: 740, 1280: 900}
"""Viewport height by width, of a phone and a desktop."""
SOON = 60_000
"""Timeout for axe in milliseconds, for a busy machine."""
RUN = """(rules) => {
  // The bar of a phone lies over what is scrolled below it, which is no barrier.
  const bar = document.querySelector(".ws-bar");
  if (bar) bar.style.position = "static";
  // Rows far from the screen have no height of their own before somebody comes to them.
  for (const row of document.querySelectorAll(".ws-entry")) row.style.contentVisibility = "visible";
  // One long table is rows of one kind; to look through thousands of cells takes seconds.
  for (const table of document.querySelectorAll("table")) {
    while (table.rows.length > 8) table.deleteRow(-1);
  }
  const say = (rule) => (node) => `${rule.id}: ${node.target} ${node.html.slice(0, 99)}`;
  const told = (found) => {
    if (bar) bar.style.position = "";
    window.barriers = found;
  };
  window.barriers = null;
  // What passes is not described, which costs as much again on a long page.
  axe.run(document, {runOnly: rules, resultTypes: ["violations"]}).then(
    ({violations}) => told(violations.flatMap((rule) => rule.nodes.map(say(rule)))),
    (error) => told([String(error)]));
}"""
"""Starts axe. Its result is polled from outside, since a promise in a page may never settle."""


def barriers(page: Page, rules: Mapping[str, object] = ALL) -> list[str]:
    """Every violation of these rules that axe finds: rule, selector, start of the HTML."""
    if not AXE.exists():
        pytest.skip("axe-core is not here: make test sets it up")
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))
    page.evaluate(RUN, rules)
    found = page.wait_for_function("() => window.barriers", timeout=SOON, polling=20)
    return found.json_value()  # type: ignore[no-any-return]


def looks(
    page: Page, *, wide: int = LOOKS[0][0], narrow: int = LOOKS[1][0]
) -> Iterator[tuple[int, str]]:
    """Emulate both LOOKS on the page, one after the other; yields each when it is set.

    Two of the four combinations suffice: each width and each colour scheme once, as colours do not
    depend on width.
    """
    for width, (_, scheme) in zip((wide, narrow), LOOKS, strict=True):
        look(page, width, scheme)
        yield width, scheme


def look(page: Page, width: int, scheme: str) -> None:
    """Set the viewport width, with a height for it, and the colour scheme of the page."""
    page.set_viewport_size({"width": width, "height": HEIGHTS.get(width, 900)})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]


def barriers_in_turn(page: Page) -> Callable[[], list[str]]:
    """A function that audits the page in the next of LOOKS (round-robin) at each call.

    For several states of a page: what they share is so audited in every look.
    """
    turns = cycle(LOOKS)

    def ask() -> list[str]:
        width, scheme = next(turns)
        look(page, width, scheme)
        return [f"{width} {scheme} {barrier}" for barrier in barriers(page)]

    return ask
