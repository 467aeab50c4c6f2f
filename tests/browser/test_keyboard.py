"""Everything can be done with a keyboard alone, and the focus can always be seen."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

FOCUSED = """() => {
  const el = document.activeElement;
  const box = el.getBoundingClientRect();
  const ring = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const near = [el, el.parentElement].some((node) => ring(getComputedStyle(node)))
    || ring(getComputedStyle(el, "::after"));
  const seen = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
  return {name: el.getAttribute("aria-label") ?? el.textContent.trim(), tag: el.tagName,
    ring: near, seen, id: el.id, type: el.type ?? ""};
}"""


KEEP = """(path) => localStorage.setItem("/writing/.writing-1.a1", JSON.stringify(
  {date: "2026-11-20T08:00:00.000Z", title: "A", path, prompt: "", text: "Hello"}))"""


def test_skip_link_comes_first(open_page):
    """The first Tab shows a link to the words of the page, and it goes there."""
    page = open_page("prompts/index.html")
    page.keyboard.press("Tab")
    first = page.evaluate(FOCUSED)
    assert first["tag"] == "A"
    assert "Skip" in first["name"]
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_crisis_link_comes_second(open_page):
    """Two Tabs and Enter lead from any page to a person."""
    page = open_page("techniques/lists.html", width=360)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/crisis.html")


@pytest.mark.parametrize("width", [360, 1280])
def test_focus_is_always_seen(open_page, width):
    """Every stop of the Tab key is on the screen and has a ring, to the end of the page."""
    page = open_page("crisis.html", width=width)
    stops = []
    for _ in range(400):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop["tag"] == "BODY":
            break
        stops.append(stop)
    assert len(stops) > 15
    last = {"name": "Menu"} if width == 360 else {"type": "radio"}
    assert last.items() <= stops[-1].items()
    assert not [s for s in stops if not (s["seen"] and s["ring"])]


def test_menu_is_the_footer(open_page):
    """On a phone the menu is at the end of the page, and what is chosen stays in the address."""
    page = open_page("prompts/index.html#mood=tired", width=360)
    page.locator("[data-facet=mood] input").first.wait_for(state="attached")
    page.get_by_role("link", name="Menu").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#menu")).to_be_focused()
    expect(page.locator("#menu")).to_be_in_viewport()
    assert page.url.endswith("#mood=tired")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('footer') !== null")


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("prompts/index.html#mood=anxious", ".ws-skip"),
        ("resources/index.html#need=talk", ".ws-skip"),
        ("resources/index.html#need=talk", "a[href='#elsewhere']"),
        ("prompts/to-somebody-who-hurt-you.html#mood=anxious", ".ws-skip"),
        ("prompts/to-somebody-who-hurt-you.html#mood=anxious", "a[href='#reasons']"),
        ("prompts/to-somebody-who-hurt-you.html#write-a1", ".ws-skip"),
    ],
)
def test_a_link_within_the_page_leaves_what_the_address_holds(open_page, path, link):
    """A choice, a packet or a text in the address is there after a jump and a reload."""
    page = open_page("robots.txt")
    page.evaluate(KEEP, path.partition("#")[0])
    page.goto(page.url.replace("robots.txt", path))
    chosen = page.locator("[data-part=chosen] button, [data-facet] input:checked").first
    text = page.locator(".ws-pad textarea")
    for _ in range(2):
        if "index" in path:
            chosen.wait_for(state="attached")
        if "write" in path:
            expect(text).to_have_value("Hello")
        jump = page.locator(link).first
        jump.focus()
        page.keyboard.press("Enter")
        place = page.locator(jump.get_attribute("href"))
        expect(place).to_be_focused()
        expect(place).to_be_in_viewport()
        assert page.url.endswith(path)
        page.reload()


@pytest.mark.parametrize("width", [360, 1280])
def test_search_by_keyboard(open_page, width):
    """Search opens, finds, lets Tab and arrows walk into what it found, and closes with Escape."""
    page = open_page("index.html", width=width)
    opener = page.get_by_role("button", name="Search", exact=True)
    opener.focus()
    page.keyboard.press("Enter")
    page.keyboard.type("letter")
    results = page.locator(".ws-search__link")
    results.first.wait_for()
    for key, there in (("Enter", 0), ("ArrowDown", 1), ("ArrowUp", 0)):
        page.keyboard.press(key)
        expect(results.nth(there)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".ws-search__field")).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.ws-search__link')"):
            break
    else:
        pytest.fail("Tab does not reach the results")
    page.keyboard.press("Escape")
    results.first.wait_for(state="hidden")
    expect(opener).to_be_focused()
    assert opener.get_attribute("aria-expanded") == "false"


def test_single_letters_do_nothing(open_page):
    """No single letter opens the search or leaves the page."""
    page = open_page("prompts/index.html")
    address = page.url
    for key in "fspn,./":
        page.keyboard.press(key)
    assert page.url == address
    assert page.locator(".ws-search__panel").is_hidden()
