"""Only the page: the sheet fills the screen, with its task, its field and the ways out."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.barriers import barriers
from tests.browser.overflow import SHEET, covered, letters
from tests.browser.printed_output import printed_sides

pytestmark = pytest.mark.browser

PROMPT = "prompts/one-thing-that-stayed.html"
WORDS = "Zebrafinch on the sill"


@pytest.mark.parametrize(("width", "height"), [(390, 440), (1280, 800)])
def test_task_and_field_stand_together(open_page, width, height):
    """Above a phone's keyboard the task, the field and the way to a person are all in sight."""
    page = open_page(PROMPT, width=width, height=height)
    page.get_by_role("button", name="Only the page").click()
    area = page.locator(".ws-pad textarea")
    expect(area).to_be_focused()
    page.keyboard.type(WORDS)
    for seen in (".ws-prompt__task", ".ws-need", ".ws-pad textarea"):
        expect(page.locator(seen)).to_be_in_viewport()
    assert page.locator(".ws-prompt__task").bounding_box()["y"] < area.bounding_box()["y"]
    assert page.locator(".ws-footer").is_hidden()
    assert barriers(page) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_on_paper_it_is_the_whole_page(open_page, page_types, width):
    """Printed from there, a prompt says all that it says printed from its page."""
    page = open_page(page_types["deep prompt"], width=width, height=740)
    page.get_by_role("button", name="Only the page").click()
    page.keyboard.type(WORDS)
    alone = printed_sides(page, "A4")
    page.get_by_role("button", name="Done", exact=True).click()
    whole = printed_sides(page, "A4")
    assert alone == whole
    assert "You can stop at any time" in " ".join(whole)
    assert WORDS in " ".join(whole)


def test_lines_beside_a_keyboard(open_page):
    """What a phone's keyboard leaves has the task and six lines to write on."""
    page = open_page(PROMPT, width=390, height=440)
    page.get_by_role("button", name="Only the page").click()
    lines = """(area) => area.clientHeight / parseFloat(getComputedStyle(area).lineHeight)"""
    assert page.locator(".ws-pad textarea").evaluate(lines) >= 6
    expect(page.locator(".ws-prompt__task")).to_be_in_viewport(ratio=1)


def test_tools_beside_a_keyboard(open_page):
    """All that can be done with the words is in sight, by one word each, and has its whole name."""
    page = open_page(PROMPT, width=360, height=440)
    page.get_by_role("button", name="Only the page").click()
    page.keyboard.type(WORDS)
    for name in ("Keep on this device", "Save as text file", "Print", "Clear the page"):
        tool = page.get_by_role("button", name=name, exact=True)
        expect(tool).to_be_in_viewport(ratio=1)
        assert tool.inner_text() in name


@pytest.mark.parametrize(
    ("size", "windows"),
    [
        (16, [(320, 256), (320, 180), (195, 422)]),
        (24, [(360, 740), (390, 440)]),
        (32, [(390, 844), (390, 420)]),
    ],
)
def test_everything_is_in_reach(open_page, size, windows):
    """Zoomed in far or in large letters nothing lies under a way out, or below the screen."""
    page = open_page(PROMPT, width=360, height=740)
    letters(page, size)
    page.get_by_role("button", name="Only the page").click()
    page.keyboard.type(WORDS)
    for width, height in windows:
        page.set_viewport_size({"width": width, "height": height})
        assert covered(page, *SHEET) == [], f"{width} x {height}"


def test_words_from_the_other_side_stand_below_the_first_words(open_page):
    """Arabic does not run into the prompt's own first words on the left; English goes on."""
    page = open_page("prompts/one-thing-that-stayed.html", width=390)
    area, above = page.locator("#pad"), "el => parseFloat(getComputedStyle(el).paddingTop)"
    behind = area.evaluate(above)
    area.fill("اليوم كان صعباً وطويلاً جداً")
    assert area.evaluate(above) > behind + 20
    assert area.evaluate("el => parseFloat(getComputedStyle(el).textIndent)") < 5
    area.fill("The day was long")
    assert area.evaluate(above) == behind


def test_first_words_stand_on_the_first_line(open_page):
    """What is typed goes on behind the first words; once they are scrolled past they are gone."""
    page = open_page(PROMPT, width=390, height=740)
    area = page.locator(".ws-pad textarea")
    page.get_by_role("button", name="Only the page").wait_for()
    words, room = page.locator("#starter").evaluate("""(starter) => {
      const range = document.createRange();
      range.selectNodeContents(starter.lastChild);
      return [range.getBoundingClientRect().toJSON(), starter.getBoundingClientRect().toJSON()];
    }""")
    line = float(area.evaluate("(area) => parseFloat(getComputedStyle(area).lineHeight)"))
    assert 0 <= words["y"] - area.bounding_box()["y"] < line
    taken = float(area.evaluate("(area) => parseFloat(getComputedStyle(area).textIndent)"))
    assert words["right"] - room["x"] <= taken < room["width"]
    page.get_by_role("button", name="Only the page").click()
    area.fill(WORDS)
    expect(page.locator("#starter")).to_be_visible()
    area.press_sequentially("\n" * 30)
    expect(page.locator("#starter")).to_be_hidden()


def test_the_sheet_begins_on_the_screen(open_page):
    """Also where a fold stands before it, on whose page it lies a little over it."""
    page = open_page("prompts/goodbye-to-a-person.html", width=390, height=740)
    assert page.locator(".ws-caution--fold + .ws-paper").count() == 1
    page.get_by_role("button", name="Only the page").click()
    assert page.locator(".ws-paper").bounding_box()["y"] >= 0
    assert page.get_by_role("button", name="Done").bounding_box()["y"] >= 0


def test_there_and_back(open_page):
    """Escape and the button lead back; the text stays, and the focus is where one came from."""
    page = open_page(PROMPT)
    way = page.get_by_role("button", name="Only the page")
    assert page.get_by_role("button", name="Done").count() == 0, "there is nothing to go back from"
    for leave in (
        lambda: page.keyboard.press("Escape"),
        page.get_by_role("button", name="Done").click,
    ):
        way.click()
        page.keyboard.type(WORDS)
        leave()
        expect(way).to_be_focused()
        assert page.locator(".ws-footer").is_visible()
    assert page.locator(".ws-pad textarea").input_value() == 2 * WORDS


def test_escape_at_a_question_answers_the_question(open_page):
    """It means no, and the page alone stays; a second one leads back."""
    page = open_page(PROMPT)
    page.get_by_role("button", name="Only the page").click()
    page.keyboard.type(WORDS)
    page.get_by_role("button", name="Keep on this device").press("Enter")
    expect(page.locator(".ws-ask")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".ws-ask")).to_have_count(0)
    expect(page.get_by_role("button", name="Done")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Done")).to_be_hidden()


def test_on_a_phone_the_field_is_enough(open_page):
    """Whoever touches the field of a phone has the page alone."""
    page = open_page(PROMPT, width=390, height=740, has_touch=True, is_mobile=True)
    page.get_by_role("button", name="Only the page").wait_for()
    page.locator(".ws-pad textarea").tap()
    expect(page.get_by_role("button", name="Done")).to_be_visible()
    assert page.locator(".ws-bar").is_hidden()


def test_guides_have_no_sheet(open_page):
    """Where the field has no sheet of its own, nothing is offered."""
    page = open_page("techniques/lists.html")
    page.get_by_role("button", name="Keep on this device").wait_for()
    assert page.get_by_role("button", name="Only the page").count() == 0
