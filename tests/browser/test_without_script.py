"""Without JavaScript everything can be read and reached."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

SEEN = """() => {
const isSeen = (path) => document.querySelector(path).checkVisibility({visibilityProperty: true});
return [isSeen("article h1"), isSeen(".ws-need"),
  document.querySelectorAll(".ws-footer a[href]").length];
}"""
"""Whether the heading and the way to a person can be seen, and how many links the footer has."""
HIDDEN = """() => {
const isTool = (el) => el.localName.includes("-") || el.matches("[data-script]");
const toolOf = (el) => el && (isTool(el) ? el : toolOf(el.parentElement));
return [...document.querySelectorAll("article :is(p, li, dt, dd, h2, h3):not([hidden])")]
  .filter((el) => !el.checkVisibility() && !el.closest("details:not([open])"))
  .filter((el) => el.textContent.trim() && !el.closest("section[hidden]"))
  .filter((el) => !toolOf(el)?.innerText.trim())
  .map((el) => el.outerHTML.slice(0, 99));
}"""
"""Words that cannot be seen; a tool may show something else in place of what its script answers,
and a section that is hidden has nothing to show until a script has filled it."""


def test_every_kind_of_page_can_be_read(open_page, page_types):
    """The heading, the words and the links of each kind of page are to be seen."""
    page = open_page("robots.txt", width=360, java_script_enabled=False)
    start = page.url.removesuffix("robots.txt")
    for kind, path in page_types.items():
        page.goto(f"{start}{path}")
        heading, need, links = page.evaluate(SEEN)
        assert heading, kind
        assert need, kind
        assert links >= 8, kind
        hidden = set(page.evaluate(HIDDEN))
        page.emulate_media(media="print")  # some words are for paper only
        assert not hidden.intersection(page.evaluate(HIDDEN)), kind
        page.emulate_media(media="screen")


def test_from_home_to_a_prompt_by_mood(open_page):
    """Links alone lead from the first page by a mood to a prompt."""
    page = open_page("index.html", width=360, java_script_enabled=False)
    page.get_by_role("link", name="Anxious").first.click()
    page.wait_for_url("**/browse/mood/anxious.html")
    page.locator(".ws-card__title").first.click()
    page.wait_for_url("**/prompts/*.html")
    page.locator(".ws-prompt__text").wait_for()


def test_numbers_can_be_tapped(open_page):
    """The crisis page has its numbers as links that a phone dials or texts."""
    page = open_page("crisis.html", width=360, java_script_enabled=False)
    hrefs = page.locator(".ws-call").evaluate_all("els => els.map(e => e.href)")
    assert "tel:911" in hrefs
    assert "tel:988" in hrefs
    assert any(href.startswith("sms:741741") for href in hrefs)
    first = page.locator(".ws-call").first.bounding_box()
    assert first["y"] + first["height"] < 740, "the first number is on the first screen"


@pytest.mark.parametrize("path", ["index.html", "crisis.html"])
def test_dark_is_dark(open_page, path):
    """A reader whose device is dark gets a dark page."""
    page = open_page(path, scheme="dark", java_script_enabled=False)
    # Script of the test may run where script of the page may not.
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert max(int(part) for part in colour.removeprefix("rgb(").rstrip(")").split(",")) < 80
