"""Printed from the browser: the words and the numbers, without the furniture of a screen."""

from __future__ import annotations

import re

import pytest

from generator.site.site import Site
from generator.site.urls import prompt_url
from tests.browser.printed_output import letters, printed_sides

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def printed(browser, base):
    """Prints a page of the site: `printed(path)` gives its pages of text."""
    context = browser.new_context()
    page = context.new_page()

    def print_(path: str, paper: str = "A4") -> list[str]:
        page.goto(f"{base}{path}")
        return printed_sides(page, paper)

    yield print_
    context.close()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_prompt(printed, page_types, paper):
    """A prompt fits on one sheet, with the numbers at the top and no navigation."""
    sides = printed(page_types["prompt"], paper)
    assert len(sides) == 1
    assert "988" in sides[0]
    assert "911" in sides[0]
    for furniture in ("Techniques Resources", "Near this one", "Skip to content", "Not safe right"):
        assert furniture not in " ".join(sides).replace("Not safe right now? Call 911", "")


def test_reasons_to_choose_something_else_are_whole(open_page, shown):
    """Beside what somebody wrote, too, none is covered or closed, in browsers of any age."""
    prompt = max((p for p in shown.offered if p.intensity == 2), key=lambda p: len(p.text))
    page = open_page(prompt_url(prompt.id))
    reasons = page.locator("details.ws-caution--fold")
    page.locator("#pad").fill("I wrote here.")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert reasons.evaluate("fold => fold.open")
    page.emulate_media(media="print")
    room = reasons.bounding_box()
    assert room["height"] > 20
    assert page.locator(".ws-paper").bounding_box()["y"] >= room["y"] + room["height"]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not reasons.evaluate("fold => fold.open")


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_every_prompt_leaves_lines_to_write_on(browser, base, real, depth):
    """A prompt is one page with three lines or more; a deep one has a back with fifteen of them."""
    prompts = [p for p in Site.of(real.library()).prompts if p.intensity == depth][::30]
    context = browser.new_context()
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    for prompt in prompts:
        page.emulate_media(media="print")
        page.goto(f"{base}{prompt_url(prompt.id)}")
        for paper in ("A4", "Letter"):
            sides = printed_sides(page, paper)
            assert len(sides) == (2 if depth == 3 else 1), (prompt.id, paper)
        room = page.locator(".ws-lines").bounding_box()["height"] / 96 * 25.4
        assert room >= (150 if depth == 3 else 27), prompt.id
        page.emulate_media(media="screen")
        page.locator("#pad").fill("I wrote here.")
        page.emulate_media(media="print")
        assert not page.locator(".ws-lines").is_visible()
    context.close()


@pytest.mark.parametrize("script", [True, False])
def test_first_side_has_the_prompt(open_page, shown, script):
    """Whatever was typed, the prompt itself begins below the numbers, not upon the next side."""
    page = open_page("robots.txt", java_script_enabled=script)
    start = page.url.removesuffix("robots.txt")
    page.on("dialog", lambda dialog: dialog.accept())
    deep = [prompt for prompt in shown.offered if prompt.intensity == 3]
    light = [prompt for prompt in shown.offered if prompt.intensity == 1]
    typed = "\n".join(f"Line {number}." for number in range(14))
    for prompt in (*deep[::3], *light[::60]):
        page.goto(f"{start}{prompt_url(prompt.id)}")
        page.locator("#pad").fill(typed)
        for paper in ("A4", "Letter"):
            first = printed_sides(page, paper)[0]
            assert letters(prompt.title) in letters(first), (prompt.id, paper)
        page.locator("#pad").fill("")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("prompts/in-praise-of-a-mop.html", "#pad"),
        ("worksheets/thought-record.html", "#f-situation"),
        ("worksheets/thought-record.html", ".ws-ruled--box textarea"),
    ],
)
def test_without_a_script_no_line_is_cut(open_page, path, field, paper):
    """A text of several sides is divided between two of its lines, and nothing is printed on it."""
    page = open_page(path, java_script_enabled=False)
    page.locator(field).first.fill("\n".join(f"Nr{number}." for number in range(90)))
    sides = printed_sides(page, paper)
    found = [number for side in sides for number in re.findall(r"Nr(\d+)\.", letters(side))]
    assert found == [str(number) for number in range(90)]
    assert len(sides) <= (4 if field == "#pad" else 5)
    assert min(map(len, sides)) > 100


def test_focus_is_not_printed(open_page):
    """On paper, a field has no ring, no caret and no handle."""
    page = open_page("prompts/in-praise-of-a-mop.html", java_script_enabled=False)
    page.locator("#pad").fill("Line.")
    page.emulate_media(media="print")
    style = "e => (({outlineStyle, caretColor, resize}) => [outlineStyle, caretColor, resize])"
    shown = page.locator("#pad:focus").evaluate(f"{style}(getComputedStyle(e))")
    assert shown == ["none", "rgba(0, 0, 0, 0)", "none"]


@pytest.mark.parametrize("path", ["privacy.html", "for-groups.html"])
def test_tables_are_divided_without_a_script(printed, open_page, path):
    """A table goes on upon the next side between two of its rows, as it does with a script."""
    page = open_page(path, java_script_enabled=False)
    assert printed_sides(page, "A4") == printed(path)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_numbers_of_a_packet_stand_with_how_to_stop(printed, open_page, paper):
    """Where the cover has no room for the numbers, they take how to stop along to the next side."""
    page = open_page("packets/group-first-words.html")
    link = page.locator('a[href*="packet.html#"]').first.get_attribute("href")
    sides = [letters(side) for side in printed(link.removeprefix("../"), paper)]
    assert [letters("If it gets too much") in side for side in sides[:2]] == [
        letters("How to stop") in side for side in sides[:2]
    ]


def test_page_breaks_where_it_is_told_to(open_page):
    """No box round the text is a flex box on paper: Firefox breaks no page inside of one."""
    page = open_page("worksheets/thought-record.html")
    page.emulate_media(media="print")
    shown = page.evaluate("""() => {
      const found = [];
      for (let e = document.querySelector(".ws-block--page-break"); e; e = e.parentElement)
        found.push(getComputedStyle(e).display);
      return found;
    }""")
    assert set(shown) == {"block"}


def test_crisis_page(printed):
    """Four sides to hang up, with every number in figures, and word of what is left out."""
    sides = printed("crisis.html")
    assert len(sides) <= 4
    text = " ".join(sides)
    assert "only the first numbers are printed" in text
    for number in ("911", "988", "741741", "1-800-854-7771", "116 123"):
        assert number in text
    assert "For therapists" not in text


def test_worksheets(printed):
    """All sheets are a list of names: no pictures of them, and nothing to tap."""
    sides = printed("worksheets/index.html")
    assert len(sides) <= 5
    assert "Sleep diary" in sides[0]
    assert "US Letter" not in sides[0]


def test_guide(printed, page_types):
    """A guide prints its sections and no list of them, no cards' way round them."""
    sides = printed(page_types["technique"])
    text = " ".join(sides)
    (first,) = [n for n, sheet in enumerate(sides) if "What the research says" in sheet]
    half = sides[first:]
    assert "What the research says" in half[0][:200], "the therapist's half begins a sheet"
    assert "Setting it between sessions" in " ".join(half), "what is folded is open on paper"
    assert len(half) <= 2, "two sides of one sheet"
    assert letters("For therapists") in letters(text)
    assert "What is on this page" not in text
    assert "988" in text


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("browse/mood/anxious.html", 4),
        ("packets/first-two-weeks.html", 3),
        ("resources/helpline-warmline.html", 12),
        ("resources/index.html", 3),
        ("studies.html", 11),
        ("techniques/unsent-letter.html", 6),
    ],
)
def test_set_for_paper(printed, path, most):
    """What is long stands in two columns, and nothing is printed that only a screen can do."""
    sides = printed(path, "Letter")
    assert len(sides) <= most
    text = " ".join(sides)
    assert "988" in text
    assert not [words for words in ("Show more", "What are you looking for?") if words in text]
