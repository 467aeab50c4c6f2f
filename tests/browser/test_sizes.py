"""Large text, narrow screens, forced colours and still pictures lose nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route

from tests.browser.layout_shift import MOST, PAINTED, shift, watch_shifts
from tests.browser.overflow import lay_out, letters, too_wide

pytestmark = pytest.mark.browser


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


def test_letters_twice_as_large(open_page, page_types):
    """On a phone whose owner reads letters of twice the usual size nothing scrolls sideways."""
    page = open_page("crisis.html", width=390, height=844)
    start = page.url.removesuffix("crisis.html")
    letters(page, 32)
    found = {}
    for kind in ("crisis", "check-in", "routine", "prompt", "resources", "worksheet"):
        page.goto(f"{start}{page_types[kind]}")
        found[kind] = too_wide(page)
    assert {kind: wide for kind, wide in found.items() if wide} == {}


@pytest.mark.parametrize(("width", "height"), [(320, 256), (195, 422)])
def test_no_page_is_wider_than_a_narrow_screen(open_page, page_types, width, height):
    """At 400 % of 1280 pixels (WCAG 1.4.10), and narrower, nothing scrolls sideways by a pixel."""
    page = open_page("robots.txt", width=width, height=height)
    start = page.url.removesuffix("robots.txt")
    found = {}
    for kind, path in page_types.items():
        page.goto(f"{start}{path}")
        lay_out(page)
        if not path.startswith("authors/"):
            found[kind] = too_wide(page)
    assert {kind: wide for kind, wide in found.items() if wide} == {}


def test_nothing_moves_for_those_who_asked(open_page):
    """With reduced motion nothing is animated."""
    page = open_page("index.html", width=360, reduced_motion="reduce")
    page.get_by_role("link", name="Menu").click()
    moving = page.evaluate("document.getAnimations().length")
    assert moving == 0


@pytest.mark.parametrize("tabs_with_fonts", ["noto"], indirect=True)
def test_nothing_jumps_when_fonts_come_late(open_page_with_fonts, page_types):
    """Until the fonts are there, what the device has is as wide as they are (CLS at most 0.02)."""
    page = open_page_with_fonts("about.html", width=390, height=844, fresh=True)
    start = page.url.removesuffix("about.html")
    watch_shifts(page)
    held: list[Route] = []
    page.route("**/*.woff2", lambda route: held.append(route))
    shifts = {}
    for kind in ("home", "facet", "prompt", "technique", "worksheets", "resources", "crisis"):
        page.goto(f"{start}{page_types[kind]}", wait_until="domcontentloaded")
        page.evaluate(PAINTED)
        while held:
            held.pop().continue_()
        page.evaluate("() => document.fonts.ready.then(() => null)")
        shifts[kind] = shift(page)
    assert {kind: moved for kind, moved in shifts.items() if moved > MOST} == {}


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
