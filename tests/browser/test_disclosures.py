"""The parts of a guide for others are folded, and open for whoever comes for them."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

FOLD = "h2#{} + details.ws-fold"


def test_closed_for_the_reader(open_page, page_types):
    """Whoever comes for the exercise finds the other parts closed."""
    page = open_page(page_types["technique"], width=360)
    for name in ("too-much", "more", "research", "therapists", "references"):
        assert page.locator(FOLD.format(name)).get_attribute("open") is None


def test_a_link_opens_what_it_leads_to(open_page, page_types):
    """From another page, from this page, and again after it was closed."""
    page = open_page(f"{page_types['technique']}#therapists", width=360)
    page.locator(f"{FOLD.format('therapists')}[open]").wait_for()
    page.evaluate("location.hash = 'research'")
    page.locator(f"{FOLD.format('research')}[open]").wait_for()


def test_a_link_into_a_fold_opens_it(open_page, page_types):
    """To a part inside it, and to the heading above the reasons with what to do instead."""
    page = open_page(f"{page_types['technique']}#example", width=360)
    assert page.locator("details[open] > #example").is_visible()
    page.evaluate("location.hash = 'choose-another'")
    page.locator("h2#choose-another + .ws-caution > details[open]").wait_for()


def test_without_script(open_page, page_types):
    """Each opens by its own summary."""
    page = open_page(page_types["technique"], width=360, java_script_enabled=False)
    fold = page.locator(FOLD.format("therapists"))
    fold.locator("summary").click()
    assert fold.locator("h3").first.is_visible()


def test_studies_are_rows(open_page):
    """Each study is a row on a phone; whoever comes for one finds it open, with its limits."""
    page = open_page("studies.html", width=390, height=844)
    assert page.evaluate("document.documentElement.scrollHeight") <= 9_500
    page.evaluate("location.hash = 'scullin-2018'")
    study = page.locator("#scullin-2018 + details[open]")
    study.wait_for()
    assert study.get_by_text("Limits:").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".ws-study__limits").last.is_visible()


@pytest.mark.parametrize("script", [True, False])
def test_a_list_of_prompts_begins_with_a_dozen(open_page, script):
    """The rest of forty is one tap away, counted, and stands on paper without one."""
    page = open_page("browse/mood/anxious.html", width=390, height=844, java_script_enabled=script)
    assert page.locator(".ws-look-facet").bounding_box()["height"] <= 4_500
    cards = page.locator(".ws-card").filter(visible=True)
    assert cards.count() == 12
    page.emulate_media(media="print")
    assert cards.count() == 40
    unfold = page.get_by_text("Show 28 more")
    assert not unfold.is_visible()
    page.emulate_media(media="screen")
    unfold.click()
    assert cards.count() == 40
