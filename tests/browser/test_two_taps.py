"""Somebody tired, on a phone: two taps to a prompt that fits, the third begins to write."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740, "has_touch": True}


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("mood", ["Overwhelmed", "Sad or low", "Calm"])
def test_by_feeling(open_page, script, mood):
    """A word for how it is, a prompt that is for it, and the pad: three taps on a narrow phone."""
    page = open_page(
        "index.html", width=360, height=740, has_touch=True, java_script_enabled=script
    )
    page.get_by_role("link", name=mood).first.tap()
    page.wait_for_url("**/browse/mood/**")
    page.locator(".ws-card a").first.tap()
    page.wait_for_url("**/prompts/**")
    assert mood in page.locator(".ws-facts").inner_text()
    page.get_by_role("link", name="Write here").tap()
    _writes(page, script)


@pytest.mark.parametrize("script", [True, False])
def test_a_gentle_one(open_page, script):
    """Without choosing anything: one tap to a gentle prompt, the second begins to write."""
    page = open_page(
        "index.html", width=360, height=740, has_touch=True, java_script_enabled=script
    )
    page.get_by_role("link", name="Give me a gentle one").tap()
    page.wait_for_url("**/prompts/**")
    page.get_by_role("link", name="Write here").tap()
    _writes(page, script)


def test_where_to_tap_is_seen(open_page, page_types):
    """The words for feelings are on the first screens of the home page, and large enough to tap."""
    page = open_page("index.html", width=360, height=740)
    bar = page.locator(".ws-bar").bounding_box()
    for way in page.locator(".ws-first__page .ws-button").all():
        box = way.bounding_box()
        assert box["y"] + box["height"] <= bar["y"], way.inner_text()
    chips = page.locator(".ws-mood")
    assert chips.first.bounding_box()["y"] < 2 * 740
    assert chips.evaluate_all("els => Math.min(...els.map(e => e.offsetHeight))") >= 44
    page.goto(page.url.replace("index.html", page_types["prompt"]))
    assert page.get_by_role("link", name="Write here").bounding_box()["y"] < 2 * 740


def _writes(page, script: bool) -> None:
    """The keyboard writes into the pad, without another tap."""
    if script:
        page.wait_for_function("() => document.activeElement?.tagName === 'TEXTAREA'")
    page.keyboard.type("A few words")
    assert page.locator(".ws-pad textarea").input_value() == "A few words"
