"""Everybody can use what opens on a page: what axe finds, and what it does not look for."""

from __future__ import annotations

import pytest

from tests.browser.barriers import HEIGHTS, barriers, barriers_in_turn, looks
from tests.browser.targets import small_targets

pytestmark = pytest.mark.browser


def test_search_results(open_page):
    """axe finds nothing while results, nothing, or the numbers to call are shown."""
    page = open_page("index.html", reduced_motion="reduce")
    page.get_by_role("button", name="Search", exact=True).click()
    field = page.locator(".ws-search__field")
    barriers_now = barriers_in_turn(page)
    for query, found in (
        ("letter", ".ws-search__link"),
        ("zzqq", ".ws-search__help"),
        ("suicide", ".ws-danger"),
    ):
        field.fill(query)
        page.locator(found).first.wait_for()
        assert barriers_now() == [], query


def test_while_choosing(open_page):
    """axe finds nothing while facets are open and values chosen, and targets stay large."""
    page = open_page("prompts/index.html", reduced_motion="reduce")
    page.locator("[data-facet=mood] input").first.wait_for(state="attached")
    page.locator("details").evaluate_all("all => all.forEach((one) => (one.open = true))")
    page.locator("label.ws-chip", has_text="Tired").click()
    page.locator("label.ws-chip", has_text="5 minutes").first.click()
    for width, scheme in looks(page):
        assert barriers(page) == [], (width, scheme)
        assert small_targets(page) == [], (width, scheme)


def test_while_choosing_listings(open_page):
    """axe finds nothing in the directory while facets are open and values chosen."""
    page = open_page("resources/index.html", reduced_motion="reduce")
    page.locator("[data-facet=kind] input").first.wait_for(state="attached")
    page.locator("details").evaluate_all("all => all.forEach((one) => (one.open = true))")
    page.locator("label.ws-chip", has_text="Helplines").click()
    page.locator("label.ws-chip", has_text="California").click()
    page.set_viewport_size({"width": 360, "height": HEIGHTS[360]})
    assert barriers(page) == []
    assert small_targets(page) == []
