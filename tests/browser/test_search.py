"""The search finds what people look for, from a server and from a USB stick."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

QUERIES = {
    "letter": ("techniques/unsent-letter.html",),
    "panic!": ("browse/mood/anxious.html",),
    "can’t sleep": ("browse/mood/tired.html",),
    "can't sleep": ("browse/mood/tired.html",),
    "anxeity": ("browse/mood/anxious.html",),
    "988": ("resources/crisis-line.html#us-988",),
    "los angeles": ("resources/",),
    "journalling": ("prompts/", "starting.html"),
}


@pytest.mark.parametrize("way", ["http", "file"])
def test_finds(open_page, site, base, way):
    """Punctuation, apostrophes, British spelling, places and one wrong letter are no matter."""
    start = f"{site.as_uri()}/" if way == "file" else base
    page = open_page("prompts/index.html", start=start)
    page.get_by_role("button", name="Search", exact=True).click()
    field = page.locator(".ws-search__field")
    for query, wanted in QUERIES.items():
        field.fill(query)
        page.wait_for_function(
            "(parts) => [...document.querySelectorAll('.ws-search__link')].slice(0, 12)"
            ".some((link) => parts.some((part) => link.href.includes(part)))",
            arg=list(wanted),
            timeout=8000,
        )
    field.fill("letter")
    page.locator(".ws-search__link").first.click()
    page.locator("article h1").wait_for()
    assert "letter" not in page.url.partition("?")[2]


def test_says_what_was_typed_as_it_was_typed(open_page):
    """What somebody types is shown as it is, also what scripts take for a sign of their own."""
    page = open_page("index.html")
    page.get_by_role("button", name="Search", exact=True).click()
    for typed in ("$&", "$$$", "$`x", "{n}{query}"):
        page.locator(".ws-search__field").fill(typed)
        expect(page.locator(".ws-search [data-part=count]")).to_have_text(
            f"Nothing found for “{typed}”."
        )


def test_ways_without_a_word(open_page):
    """Before anything is typed the panel offers the ways for which no word is needed."""
    page = open_page("index.html")
    page.get_by_role("button", name="Search", exact=True).click()
    offered = page.locator(".ws-search__help")
    expect(offered.get_by_role("link").first).to_be_visible()
    page.locator(".ws-search__field").fill("letter")
    page.locator(".ws-search__link").first.wait_for()
    expect(offered).to_be_hidden()


def test_results_are_read_out(open_page):
    """The number of results is a status, which a screen reader says without being asked."""
    page = open_page("index.html")
    page.get_by_role("button", name="Search", exact=True).click()
    page.locator(".ws-search__field").press_sequentially("letter")
    status = page.locator(".ws-search [role=status]").first
    expect(status).to_have_text(re.compile(r"^\d+ found$"))


def test_nothing_is_fetched_before_somebody_searches(open_page):
    """The index and the scripts that read it come with the first touch of the field, and once."""
    asked: list[str] = []
    page = open_page("index.html")
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    page.reload(wait_until="load")
    own = {"search.js", "search-rank.js", "danger.js", "danger-words.js"}
    assert not own & set(asked)
    page.get_by_role("button", name="Search", exact=True).click()
    page.locator(".ws-search__field").press_sequentially("letter")
    page.locator(".ws-search__link").first.wait_for()
    assert asked.count("search.js") == 2  # the script, and the index of the same name
    page.locator(".ws-search__field").fill("worry")
    expect(page.locator(".ws-search__title").first).to_contain_text("orr")
    assert asked.count("search.js") == 2


def test_more_of_a_group(open_page):
    """A group shows a few; a button shows the rest and goes on with the keyboard."""
    page = open_page("index.html")
    page.get_by_role("button", name="Search", exact=True).click()
    page.locator(".ws-search__field").fill("letter")
    group = page.get_by_role("region", name="Prompts")
    links = group.locator(".ws-search__link")
    expect(links).to_have_count(4)
    group.get_by_role("button").click()
    assert links.count() > 4
    expect(links.nth(4)).to_be_focused()


def test_works_where_storage_is_refused(open_page, base):
    """With site data blocked, the search finds and the colours change."""
    page = open_page("about:blank", start="")
    refuse = (
        "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name,"
        " { get() { throw new DOMException('refused', 'SecurityError'); } });"
    )
    page.add_init_script(refuse)
    page.goto(f"{base}index.html")
    page.get_by_role("button", name="Search", exact=True).click()
    page.locator(".ws-search__field").fill("letter")
    page.locator(".ws-search__link").first.wait_for()
    page.keyboard.press("Escape")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_label("Dark").check()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
