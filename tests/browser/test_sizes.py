"""Large text, narrow screens, forced colours and still pictures lose nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route

pytestmark = pytest.mark.browser

SHIFTS = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value;
}).observe({type: "layout-shift", buffered: true});"""
PAINTED = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"
TOO_WIDE = """() => document.documentElement.scrollWidth > innerWidth
  ? [`page ${document.documentElement.scrollWidth}`] : []"""
OVERFLOWING = """() => [
  ...(document.documentElement.scrollWidth > innerWidth + 1
    ? [`page ${document.documentElement.scrollWidth}`] : []),
  ...[...document.querySelectorAll("article *, .ws-footer *, .ws-top > * > *, .ws-bar *")]
    .filter((el) => el.checkVisibility({visibilityProperty: true}))
    .filter((el) => !el.closest("[role=region][tabindex='0'], .visually-hidden"))
    .filter((el) => el.getBoundingClientRect().right > innerWidth + 1)
    .map((el) => el.outerHTML.slice(0, 90))]"""
CUT_OFF = """() => [
  ...document.querySelectorAll("article *, .ws-footer *, .ws-top > * > *, .ws-bar *")]
  .filter((el) => el.clientHeight > 1) // what is there for screen readers alone is a pixel high
  .filter((el) => ["hidden", "clip"].includes(getComputedStyle(el).overflowY))
  .filter((el) => el.scrollHeight > el.clientHeight + 2 && !el.closest(".visually-hidden"))
  .filter((el) => el.checkVisibility())
  .map((el) => el.outerHTML.slice(0, 90))"""
ROWS_ARE_LAID_OUT = """() => {
  for (const row of document.querySelectorAll(".ws-entry")) row.style.contentVisibility = "visible";
}"""
"""All at once, not each when it is measured: rows far from the screen have no layout yet."""
TABLES_ARE_READY = """() => [...document.querySelectorAll("article table:not([class])")]
  .map((table) => table.closest(".ws-scroll"))
  .every((wrap) => wrap && (wrap.scrollWidth <= wrap.clientWidth || wrap.tabIndex === 0))"""
"""Scripts put each table into a box, which is a region for the keyboard if it scrolls."""
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""
SPACE = """(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""
"""A sheet that a reader's browser adds, which no policy of a page forbids."""


def test_nothing_is_cut_off_or_pushed_out(open_page, page_types):
    """At 400 % of a usual screen (320 x 256), on a tablet and with the spacing of WCAG 1.4.12.

    Nothing needs scrolling sideways at any of these sizes, and no text is cut off.
    """
    page = open_page("robots.txt", width=320, height=256)
    start = page.url.removesuffix("robots.txt")
    found = {}
    for path in page_types.values():
        page.set_viewport_size({"width": 320, "height": 256})
        page.goto(f"{start}{path}")
        page.evaluate(ROWS_ARE_LAID_OUT)
        _wait_for_tables(page)
        found |= dict.fromkeys(page.evaluate(OVERFLOWING) + page.evaluate(CUT_OFF), path)
        page.set_viewport_size({"width": 768, "height": 900})
        found |= dict.fromkeys(page.evaluate(TOO_WIDE), f"{path} on a tablet")
        page.set_viewport_size({"width": 360, "height": 900})
        page.evaluate(SPACE, SPACING)
        _wait_for_tables(page)
        spaced = page.evaluate(OVERFLOWING) + page.evaluate(CUT_OFF)
        found |= dict.fromkeys(spaced, f"{path} with wider spacing")
    assert not found


def test_forced_colours(open_page):
    """In forced colours, buttons, boxes and depth can still be told from text."""
    page = open_page("crisis.html", forced_colors="active")
    start = page.url.removesuffix("crisis.html")
    border = "el => parseFloat(getComputedStyle(el).borderTopWidth)"
    assert page.locator(".ws-call").first.evaluate(border) > 0
    assert page.locator(".ws-contact__action").first.evaluate(border) > 0
    page.goto(f"{start}index.html")
    assert page.locator(".ws-button").first.evaluate(border) > 0
    assert page.locator(".ws-paper").first.evaluate(border) > 0
    ink = "el => getComputedStyle(el).color === getComputedStyle(el.parentElement).color"
    assert page.locator(".ws-mood > svg").first.evaluate(ink)
    page.goto(f"{start}worksheets/index.html")
    land = "el => getComputedStyle(el, '::after').backgroundImage"
    assert page.locator("h1").evaluate(land) == "none"


def test_nothing_moves_for_those_who_asked(open_page):
    """With reduced motion nothing is animated."""
    page = open_page("index.html", width=360, reduced_motion="reduce")
    page.get_by_role("link", name="Menu").click()
    moving = page.evaluate("document.getAnimations().length")
    assert moving == 0


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_jumps(open_page, page_types, width):
    """While a page loads, what one reads stays where it is (CLS at most 0.02)."""
    page = open_page("robots.txt", width=width, fresh=True)
    start = page.url.removesuffix("robots.txt")
    page.context.add_init_script(SHIFTS)
    shifts = {}
    for kind, path in page_types.items():
        page.goto(f"{start}{path}", wait_until="load")
        page.evaluate(PAINTED)
        shifts[kind] = page.evaluate("shift")
    assert {kind: shift for kind, shift in shifts.items() if shift > 0.02} == {}


@pytest.mark.parametrize("tabs_with_fonts", ["noto"], indirect=True)
def test_nothing_jumps_when_fonts_come_late(open_page_with_fonts, page_types):
    """Until the fonts are there, what the device has is as wide as they are (CLS at most 0.02)."""
    page = open_page_with_fonts("about.html", width=390, height=844, fresh=True)
    start = page.url.removesuffix("about.html")
    page.context.add_init_script(SHIFTS)
    held: list[Route] = []
    page.route("**/*.woff2", lambda route: held.append(route))
    shifts = {}
    for kind in ("home", "facet", "prompt", "technique", "worksheets", "resources", "crisis"):
        page.goto(f"{start}{page_types[kind]}", wait_until="domcontentloaded")
        page.evaluate(PAINTED)
        while held:
            held.pop().continue_()
        page.evaluate("() => document.fonts.ready.then(() => null)")
        page.evaluate(PAINTED)
        shifts[kind] = page.evaluate("shift")
    assert {kind: shift for kind, shift in shifts.items() if shift > 0.02} == {}


@pytest.mark.parametrize("tabs_with_fonts", ["narrow"], indirect=True)
def test_letters_are_as_wide_as_drawn(open_page_with_fonts):
    """No machine rounds letters to whole pixels, so lines break in the same place on all.

    One that says nothing of how it draws letters would do so.
    """
    page = open_page_with_fonts("404.html")
    width = """(size) => {
      const words = document.createElement("span");
      words.textContent = "Write down one hard moment and the thought in it";
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`.ws-measured { font-size: ${size}px; white-space: nowrap }`);
      document.adoptedStyleSheets = [sheet];
      words.className = "ws-measured";
      document.body.append(words);
      return words.getBoundingClientRect().width;
    }"""
    small, large = (page.evaluate(width, size) for size in (15.6, 156))
    assert abs(small * 10 - large) < large * 0.005


def _wait_for_tables(page: Page) -> None:
    if not page.evaluate(TABLES_ARE_READY):  # to wait costs a frame or two
        page.wait_for_function(TABLES_ARE_READY)
