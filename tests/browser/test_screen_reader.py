"""What a screen reader is told: Chromium's accessibility tree, by role, name and description."""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from generator.site.site import Site
from tests.browser.accessibility_tree import heard

pytestmark = pytest.mark.browser

KEEP = """(entries) => {
  const top = new URL(".", location).pathname;
  for (const [key, entry] of entries) localStorage.setItem(top + key, JSON.stringify(entry));
}"""
TO_CALL = """() => [...document.querySelectorAll("article a:is([href^='tel:'], [href^='sms:'])")]
  .map((link) => [link.textContent.replace(/\\s+/g, " ").trim(), link.getAttribute("href")])"""
COMMAS_AT_THE_START = """() => [...document.querySelectorAll(".ws-facts dd")].flatMap((dd) => {
  const texts = document.createTreeWalker(dd, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    const { data } = texts.currentNode;
    if (!data.trimStart().startsWith(",")) continue;
    const range = document.createRange();
    range.setStart(texts.currentNode, data.indexOf(","));
    range.setEnd(texts.currentNode, data.indexOf(",") + 1);
    const left = range.getBoundingClientRect().x - dd.getBoundingClientRect().x;
    if (left < 8) found.push(dd.innerText);
  }
  return found;
})"""


@pytest.mark.parametrize("path", ["prompts/index.html", "resources/index.html"])
def test_numbers_say_of_what(open_page, real, path):
    """A count is told with what is counted: 97 prompts, not 97. A listing's name may end in one."""
    names = {listing.name for listing in real.library().resources.values()}
    page = open_page(path)
    if path.endswith("s/index.html"):
        page.locator("ws-find input").first.wait_for(state="attached")
    said = [n.name for n in heard(page) if n.role in ("link", "checkbox", "radio")]
    said = [name for name in said if name not in names]
    assert len([name for name in said if re.search(r"\d (prompt|listing)s?$", name)]) > 5
    bare = [name for name in said if re.search(r"[^\d]\d+$", name) and not name.startswith("Call")]
    assert bare == []


@pytest.mark.parametrize("path", ["prompts/index.html", "resources/index.html"])
def test_a_choice_is_one_stop(open_page, path):
    """A value to tick is said once, by its box, and its words are not read again."""
    page = open_page(path)
    page.locator("ws-find input").first.wait_for(state="attached")
    nodes = heard(page)
    pairs = pairwise(nodes)
    boxes = [(n.name, after.name) for n, after in pairs if n.role in ("checkbox", "radio")]
    values = [(name, after) for name, after in boxes if "olors" not in name]
    assert len(values) > 8
    assert [name for name, after in values if after and name.startswith(after)] == []


def test_picture_of_check_ins_is_told_once(open_page):
    """Its name says what it is, its description how to read it, and neither holds the other."""
    page = open_page("check-in.html")
    page.evaluate(KEEP, [_check_in("a", 1)])
    page.reload()
    (picture,) = [n for n in heard(page) if n.role in ("image", "img") and "heck-in" in n.name]
    assert picture.description
    assert picture.description not in picture.name
    assert picture.name not in picture.description


def test_erasing_says_what(open_page):
    """Each button that erases or saves one of several things says which."""
    page = open_page("check-in.html")
    page.evaluate(
        KEEP,
        [
            _check_in("a", 1),
            _check_in("b", 2),
            _text("a", "One"),
            _text("b", "Two"),
            _text("c", "Two", day=21),
        ],
    )
    page.reload()
    for path in ("check-in.html", "writing.html"):
        page.goto(page.url.rpartition("/")[0] + f"/{path}")
        page.get_by_role("button", name=re.compile("^Erase .+")).first.wait_for()
        names = Counter(n.name for n in heard(page) if n.role in ("button", "link"))
        assert len([name for name in names if name.startswith("Erase")]) >= 3
        again = {name for name, times in names.items() if times > 1}
        assert not {n for n in again if re.match("Erase|Save|Go on", n)}, path


@pytest.mark.parametrize(
    "path", ["crisis.html", "resources/index.html", "resources/crisis-line.html"]
)
def test_numbers_to_call_can_be_told_apart(open_page, path):
    """In a list of links alone, each one says whose number it is: two lines have 988."""
    page = open_page(path)
    calls = page.evaluate(TO_CALL)
    assert len(calls) >= 8
    assert [name for name, _ in calls if "(" not in name] == []
    assert [n.name for n in heard(page) if n.role == "link" and re.search(r" [,.;)]", n.name)] == []
    by_name: dict[str, set[str]] = {}
    for name, href in calls:
        by_name.setdefault(name, set()).add(href)
    assert {name: hrefs for name, hrefs in by_name.items() if len(hrefs) > 1} == {}
    said = " ".join(by_name)
    assert "Call 988 (Veterans Crisis Line, Then press 1)" in said
    assert "Call 911 (emergency number, United States)" in said


@pytest.mark.parametrize(
    "path", ["crisis.html", "resources/index.html", "prompts/one-thing-that-stayed.html"]
)
def test_what_to_press_is_told_once(open_page, path):
    """What to press after dialling is said with the link to call, and not again behind it."""
    page = open_page(path)
    page.locator("details").evaluate_all("all => all.forEach((one) => (one.open = true))")
    menu = "Press 2 for Spanish"
    told = [n.name for n in heard(page) if menu in n.name]
    links = [name for name in told if name.startswith("Call 988")]
    assert links
    assert {name.count(menu) for name in links} == {1}
    assert {
        name for name in told if not re.search(r"988 Suicide & Crisis Lifeline, Press", name)
    } == set()


def test_headings_say_words(open_page):
    """No heading is only a number."""
    page = open_page("resources/crisis-line.html")
    page.locator("details").evaluate_all("all => all.forEach((one) => (one.open = true))")
    headings = [n.name for n in heard(page) if n.role == "heading"]
    assert "000: emergency number, Australia" in headings
    assert [name for name in headings if not re.search("[A-Za-z]{2}", name)] == []


def test_way_to_a_person_is_first_in_the_footer(open_page):
    """The list at the end begins with it."""
    footer = open_page("techniques/lists.html").locator(".ws-footer a")
    assert footer.first.inner_text() == "Talk to someone now"


def test_commas_stay_with_their_links(open_page, real):
    """No line of the facts begins with the comma of the line before."""
    page = open_page("robots.txt")
    start = page.url.removesuffix("robots.txt")
    found = {}
    for prompt in Site.of(real.library()).prompts[::40]:
        path = f"prompts/{prompt.id}.html"
        page.goto(f"{start}{path}")
        page.locator(".ws-facts").wait_for()
        for width in (320, 360, 390):
            page.set_viewport_size({"width": width, "height": 900})
            found |= dict.fromkeys(page.evaluate(COMMAS_AT_THE_START), (path, width))
    assert not found


def test_picture_in_forced_colours(open_page):
    """Numbers and dates of the picture are drawn without the outline of its marks."""
    page = open_page("check-in.html", forced_colors="active")
    page.evaluate(KEEP, [_check_in("a", 1)])
    page.reload()
    text = page.locator(".ws-weeks__picture text").first
    expect(text).to_have_css("stroke", "none")  # asked again while it is drawn anew
    mark = page.locator(".ws-weeks__picture .ws-mark").first
    expect(mark).not_to_have_css("stroke", "none")
    expect(mark).not_to_have_css("stroke", "")


def _check_in(name: str, strength: int) -> tuple[str, dict[str, object]]:
    """A check-in of today, as it is kept."""
    date = f"{datetime.now():%Y-%m-%d}T0{strength}:00"
    entry = {"date": date, "word": "Calm", "strength": strength, "line": ""}
    return f".writing-check-in-1.{name}", entry


def _text(name: str, title: str, *, day: int = 20) -> tuple[str, dict[str, object]]:
    """A kept text."""
    entry = {"title": title, "text": "Words", "date": f"2026-11-{day}T10:00:00.000Z",
             "path": "techniques/lists.html", "prompt": ""}  # fmt: skip
    return f".writing-1.{name}", entry
