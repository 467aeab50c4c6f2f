"""Words of danger bring the numbers to call, wherever one can search, from a server and a disk."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

FIELDS = {"index.html": ".ws-search__field", "packet.html": "[data-part=search]"}


@pytest.mark.parametrize("way", ["http", "file"])
@pytest.mark.parametrize("path", FIELDS)
def test_numbers_stand_above_the_results(open_page, site, base, way, path):
    """Links that dial, with a name that says whom, said by a screen reader; then gone again."""
    page = open_page(path, start=f"{site.as_uri()}/" if way == "file" else base)
    if path == "index.html":
        page.get_by_role("button", name="Search", exact=True).click()
    field = page.locator(FIELDS[path])
    field.press_sequentially("i want to kil my self")
    card = page.get_by_role("region", name="You can talk to somebody now")
    card.wait_for()
    call = card.get_by_role("link", name="Call 988: 988 Suicide & Crisis Lifeline")
    assert call.get_attribute("href") == "tel:988"
    assert card.get_by_role("link", name="Text 988").get_attribute("href") == "sms:988"
    assert card.get_by_role("link", name="Call 911").get_attribute("href") == "tel:911"
    assert call.bounding_box()["height"] >= 43.9
    assert card.locator("[translate=no]").all_inner_texts() == ["HOME"]
    said = page.locator("ws-danger [role=status]")
    expect(said).to_contain_text("Call 988")
    field.fill("letter to myself")
    card.wait_for(state="hidden")
    expect(said).to_be_empty()


def test_nothing_is_sent(open_page, base):
    """While one types, nothing is asked for that holds what was typed, and nothing is stored."""
    page = open_page("index.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.url} {request.post_data or ''}"))
    page.get_by_role("button", name="Search", exact=True).click()
    page.locator(".ws-search__field").press_sequentially("overdose")
    page.get_by_role("region", name="You can talk to somebody now").wait_for()
    assert asked
    assert not [one for one in asked if "overdose" in one.lower()]
    assert (
        page.evaluate("JSON.stringify([localStorage, sessionStorage, document.cookie])").count(
            "overdose"
        )
        == 0
    )
