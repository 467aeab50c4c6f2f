"""Every kind of page, asked all that no kind may get wrong, with one visit for each way to see it.

To open a page costs as much as most questions, so a visit asks one after the other; what changes
the page comes last. Pages for authors are tables and lists for somebody at a desk.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.browser.accessibility_tree import heard, unclear
from tests.browser.barriers import ALL, COLOURS, HEIGHTS, barriers
from tests.browser.layout_shift import MOST, shift, watch_shifts
from tests.browser.overflow import lay_out, space, too_wide, without_room
from tests.browser.page_weight import files_of, heavy
from tests.browser.targets import small_targets

pytestmark = pytest.mark.browser

STILL = "() => { for (const moving of document.getAnimations()) moving.finish(); }"
"""Nothing is asked about colours that are half way to others."""
BY_HAND = ("about", "privacy", "safety", "for-therapists")
"""Markdown names no table."""
BRIGHT = {
    "prompt", "deep prompt", "prompts", "technique", "worksheet", "check-in", "writing",
    "packing", "resources", "handout", "crisis", "routine", "studies", "embedding",
}  # fmt: skip
"""Between them they have all that pages are put together from: their colours are asked by day too.

Of every use of a colour, in whatever style sheet, `palette/contrast_pairs.py` asks the contrast.
"""


def test_on_a_phone_by_night(open_page, page_types, base):
    """Nothing jumps while it loads; what is heard is clear; axe has nothing to say."""
    page = open_page("robots.txt", width=360, height=HEIGHTS[360], scheme="dark", fresh=True)
    watch_shifts(page)
    wrong = []
    for kind, path in _for_readers(page_types).items():
        page.goto(f"{base}{path}")
        wrong += [(kind, moved) for moved in [shift(page)] if moved > MOST]
        wrong += [(kind, one) for one in unclear(heard(page), tables=kind not in BY_HAND)]
        wrong += [(kind, one) for one in small_targets(page)]
        page.evaluate(STILL)
        wrong += [(kind, one) for one in barriers(page, ALL)]
    assert not wrong


def test_at_a_desk_by_day(open_page, page_types, base):
    """Nothing jumps while it loads; axe has nothing to say.

    It is asked about colours, and about all where nothing was asked of a phone, or where the frame
    that all pages share is another at a desk.
    """
    page = open_page("robots.txt", fresh=True)
    watch_shifts(page)
    readers = _for_readers(page_types)
    wrong = []
    for kind, path in page_types.items():
        page.goto(f"{base}{path}")
        wrong += [(kind, moved) for moved in [shift(page)] if moved > MOST]
        page.evaluate(STILL)
        if kind == "home" or kind not in readers:
            wrong += [(kind, one) for one in barriers(page, ALL)]
        elif kind in BRIGHT:
            wrong += [(kind, one) for one in barriers(page, COLOURS)]
    assert not wrong


@pytest.mark.parametrize("tabs_with_fonts", ["narrow"], indirect=True)
def test_on_a_slow_phone_with_narrow_letters(open_page_with_fonts, page_types, site, base):
    """A first visit is light enough, with all that the page brings and with our own scripts alone.

    Outside running text, all that can be tapped is at least 44 pixels wide and high.
    """
    page = open_page_with_fonts("robots.txt", width=360, height=HEIGHTS[360], fresh=True)
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    asked: dict[str, list[str]] = {}
    session.on("Network.requestWillBeSent", lambda sent: _note(asked, sent))
    readers = _for_readers(page_types)
    wrong = []
    for kind, path in page_types.items():
        page.goto(f"{base}{path}")
        page.evaluate("() => document.fonts.ready.then(() => null)")
        files = files_of(asked[page.url], base)
        assert "assets/site.js" in files
        if kind != "404":
            assert {"assets/site.css", "assets/fonts/newsreader.woff2"} <= files, kind
        wrong += [(kind, one) for one in heavy(kind, files, site)]
        wrong += [(kind, one) for one in small_targets(page) if kind in readers]
    assert not wrong


@pytest.mark.parametrize("tabs_with_fonts", ["wide"], indirect=True)
def test_room_in_wide_letters(open_page_with_fonts, page_types, base):
    """At 400 % of a usual screen (320 x 256), on a tablet and with the spacing of WCAG 1.4.12.

    Nothing needs scrolling sideways at any of these sizes, and no text is cut off.
    """
    page = open_page_with_fonts("robots.txt", width=320, height=256)
    found: dict[str, str] = {}
    for path in page_types.values():
        page.set_viewport_size({"width": 320, "height": 256})
        page.goto(f"{base}{path}")
        lay_out(page)
        found |= dict.fromkeys(without_room(page), path)
        page.set_viewport_size({"width": 768, "height": 900})
        found |= dict.fromkeys(too_wide(page), f"{path} on a tablet")
        page.set_viewport_size({"width": 360, "height": 900})
        space(page)
        found |= dict.fromkeys(without_room(page), f"{path} with wider spacing")
    assert not found


def _for_readers(page_types: Mapping[str, str]) -> dict[str, str]:
    return {kind: path for kind, path in page_types.items() if not path.startswith("authors/")}


def _note(asked: dict[str, list[str]], sent: Mapping[str, Any]) -> None:
    """Note what is asked for under the page that asks, which may be left while it does."""
    asked.setdefault(sent["documentURL"], []).append(sent["request"]["url"])
