"""What axe finds on a page as it stands: one way to ask it, for all tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "tools/node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALL = {"type": "tag", "values": TAGS}
"""Its rules for WCAG 2.2 A and AA, and best practice."""
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""Those of them about colours: all that a clinic and the night can change about a page."""
LOOKS = ((1280, "light"), (360, "dark"))
"""A desk by day, a phone by night."""
HEIGHTS = {360: 740, 1280: 900}
"""How high a window of some width is, where it is that of a phone or of a desk."""
SOON = 60_000
"""Milliseconds in which axe answers, however busy the machine is."""
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
"""Starts it. The answer is waited for from outside, since a promise of a page may never end."""


def barriers(page: Page, rules: Mapping[str, object] = ALL) -> list[str]:
    """Every barrier that axe finds by these of its rules."""
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
    """Gives the page, as it stands, two looks one after the other: a desk by day, a phone by night.

    So all is asked once at each width and once in each light: a colour depends on the light alone.
    """
    for width, (_, scheme) in zip((wide, narrow), LOOKS, strict=True):
        look(page, width, scheme)
        yield width, scheme


def look(page: Page, width: int, scheme: str) -> None:
    """Give the page a width, with the height of a window of it, and a light."""
    page.set_viewport_size({"width": width, "height": HEIGHTS.get(width, 900)})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]


def barriers_in_turn(page: Page) -> Callable[[], list[str]]:
    """Asks of one state of a page after the other, each in the next of its looks.

    What the states share is so looked at in all of them.
    """
    turns = cycle(LOOKS)

    def ask() -> list[str]:
        width, scheme = next(turns)
        look(page, width, scheme)
        return [f"{width} {scheme} {barrier}" for barrier in barriers(page)]

    return ask
