"""Talk to someone now: what is needed first is seen first, and large enough to hit."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

BOXES = """calls => calls.map(call => {
  const name = call.querySelector("strong").getBoundingClientRect();
  const box = call.getBoundingClientRect();
  return {name: name.bottom, width: box.width, height: box.height, href: call.href};
})"""


@pytest.mark.parametrize("script", [True, False])
def test_the_general_line_is_on_the_first_screen(open_page, script):
    """On a small phone both ways of the general line and the emergency number are read at once."""
    page = open_page("crisis.html", width=360, height=640, java_script_enabled=script)
    foot = page.locator(".ws-bar").bounding_box()["y"]
    calls = page.locator(".ws-call").evaluate_all(BOXES)
    assert [call["href"] for call in calls[:3]] == ["tel:988", "sms:988", "tel:911"]
    assert max(call["name"] for call in calls[:3]) <= foot
    assert min(min(call["width"], call["height"]) for call in calls) >= 44


def test_each_country_is_one_tap_away(open_page):
    """A link near the top opens the numbers of a country."""
    page = open_page("crisis.html", width=360, height=640)
    page.get_by_role("link", name="Ireland", exact=True).click()
    assert page.locator("#in-ie + details[open]").get_by_text("116 123").first.is_visible()


def test_where_every_number_works_is_said_once(open_page):
    """All are of one country: its name stands below them, and not in each."""
    page = open_page("crisis.html")
    assert page.get_by_text("These numbers work in: United States.").count() == 1
    assert "Where it works" not in page.locator(".ws-calls").inner_text()
