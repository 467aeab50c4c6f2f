"""The search finds what people look for, from a server and from a USB stick."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

QUERIES = {
    "letter": ("techniques/unsent-letter.html", "prompts/"),
    "panic": ("browse/mood/anxious.html",),
    "can't sleep": ("browse/mood/tired.html",),
    "988": ("resources/crisis-line.html#us-988",),
    "library": ("resources/book.html",),
}
RESULTS = """() => [...document.querySelectorAll(".md-search-result__link")].map((a) => a.href)"""


@pytest.mark.parametrize("way", ["http", "file"])
def test_finds(open_page, site, base, way):
    """Prompts, guides, listings and pages of moods are found by the words that people use."""
    start = f"{site.as_uri()}/" if way == "file" else base
    page = open_page("prompts/index.html", start=start)
    field = page.locator(".md-search__input")
    for query, wanted in QUERIES.items():
        field.fill("")
        field.press_sequentially(query)
        page.wait_for_function(
            "(parts) => parts.every((part) =>"
            " [...document.querySelectorAll('.md-search-result__link')]"
            ".some((link) => link.href.includes(part)))",
            arg=list(wanted),
            timeout=8000,
        )
    page.locator(".md-search-result__link").first.click()
    page.locator("article h1").wait_for()
    assert "?h=" not in page.url


def test_results_are_read_out(open_page):
    """The number of results is a status, which a screen reader says without being asked."""
    page = open_page("index.html")
    page.locator(".md-search__input").press_sequentially("letter")
    page.locator(".md-search-result__link").first.wait_for()
    status = page.locator(".md-search-result__meta[role=status]")
    assert any(character.isdigit() for character in status.inner_text())
