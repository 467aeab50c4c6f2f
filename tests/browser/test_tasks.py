"""What people come for, counted: how many taps and screens on a phone, and what then stands there.

To come back to one's words is tested with the pad, to print a prompt with paper, to put a packet
together with the packet, and the right number to call with the crisis page.
"""

from __future__ import annotations

import math

import pytest

pytestmark = pytest.mark.browser

WIDTH, HEIGHT = 390, 844


class Reader:
    """Somebody with a phone, whose taps and screens of scrolling are counted."""

    def __init__(self, page):
        self.page = page
        self.taps = self.screens = 0

    def tap(self, place):
        """Scroll to it if it cannot be seen, and tap."""
        place = place.first
        top = place.evaluate("e => e.getBoundingClientRect().top")
        if not 0 <= top <= HEIGHT - 40:
            self.screens += math.ceil(abs(top - HEIGHT / 2) / HEIGHT)
        place.scroll_into_view_if_needed()
        place.tap()
        self.taps += 1


@pytest.fixture
def reader(open_page):
    """`reader("index.html")` opens a page on a phone."""
    return lambda path: Reader(open_page(path, width=WIDTH, height=HEIGHT, has_touch=True,
                                         is_mobile=True))  # fmt: skip


def test_something_to_write_at_night(reader):
    """One tap from the first page: the keyboard writes, and the task is in sight."""
    who = reader("index.html")
    who.tap(who.page.locator(".ws-first .ws-button"))
    who.page.wait_for_function("() => document.activeElement?.tagName === 'TEXTAREA'")
    assert (who.taps, who.screens) == (1, 0)
    # The page alone, with the task in sight above a keyboard.
    who.page.get_by_role("button", name="Done").wait_for()
    assert 0 <= who.page.locator(".ws-prompt__task").bounding_box()["y"] < HEIGHT - 300


def test_a_sheet_in_large_print(reader):
    """Size once, then the button beside the sheet: two taps, and no page between."""
    who = reader("worksheets/index.html")
    who.tap(who.page.locator("label", has_text="Large print"))
    card = who.page.locator(".ws-card", has_text="Letter not sent")
    link = card.locator(".ws-print:visible")
    assert link.count() == 1
    assert "letter-large" in link.get_attribute("href")
    # By its need, without scrolling past the others.
    who.tap(who.page.get_by_role("link", name="Loss and hurt"))
    assert card.is_visible()
    assert who.page.locator("#what-happened").bounding_box()["y"] < HEIGHT / 2
    assert (who.taps, who.screens) == (2, 0)


def test_cannot_sleep(reader):
    """It stands on the first page; one tap leads to prompts for it."""
    who = reader("index.html")
    who.tap(who.page.get_by_role("link", name="Tired or can’t sleep"))
    who.page.wait_for_url("**/browse/mood/tired.html")
    assert who.taps == 1
    assert who.screens <= 2


@pytest.mark.parametrize("script", [True, False])
def test_a_group_nearby(open_page, script):
    """Two taps from any page; those in the country, with the city's among them."""
    who = Reader(open_page("index.html", width=WIDTH, height=HEIGHT, has_touch=True,
                           java_script_enabled=script))  # fmt: skip
    who.tap(who.page.locator(".ws-bar").get_by_role("link", name="Find help"))
    who.page.wait_for_url("**/resources/index.html")
    if script:
        who.page.locator("[data-facet=need] input").first.wait_for(state="attached")
        who.tap(who.page.locator("label.ws-chip", has_text="Be with others"))
    else:
        who.tap(who.page.get_by_role("link", name="Be with others"))
        who.page.wait_for_url("**/resources/need-others.html")
    assert (who.taps, who.screens) == (2, 0)
    rows = who.page.locator(".ws-entry:visible")
    assert rows.filter(has_text="NAMI Greater Los Angeles").count() == 1
    assert rows.count() <= (20 if script else 40)


def test_a_card_for_ones_own_page(reader):
    """From the page for clinics one tap leads to cards that are seen, each with a line to copy."""
    who = reader("for-clinics.html")
    who.tap(who.page.get_by_role("link", name="Put a card on a page of yours"))
    who.page.wait_for_url("**/embedding.html")
    assert who.taps == 1
    assert who.page.locator(".ws-snippets summary, .ws-snippets iframe").count() > 0
