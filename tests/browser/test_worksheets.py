"""A worksheet's page: typed on by keyboard, and printed from the browser blank or filled in."""

from __future__ import annotations

import re

import pytest

from tests.browser.late_scripts import late
from tests.browser.printed_output import lay_over, printed_sides

pytestmark = pytest.mark.browser

HEIGHTS = {"A4": 297, "Letter": 279}
"""Of each paper, in millimetres."""
TYPED = "The bus was late. " * 14

REFERENCES = """() => ({
  ids: [...document.querySelectorAll("[id]")].map((e) => e.id),
  wanted: [...document.querySelectorAll(".ws-sheet [aria-describedby]")]
    .flatMap((e) => e.getAttribute("aria-describedby").split(" ")),
  names: [...document.querySelectorAll(".ws-sheet table")]
    .map((e) => e.getAttribute("aria-label")),
})"""


@pytest.fixture(scope="module")
def sheets(real):
    """The real sheets by their id."""
    return real.library().worksheets


def test_printed_from_the_browser(open_page, base, sheets):
    """Every sheet has as many pages as its PDF, with the numbers to call, and only the sheet.

    So it has in browsers that give a page a twentieth less room. Letter is the lower paper; on A4
    each third of the sheets is printed.
    """
    page = open_page("robots.txt")
    for number, sheet in enumerate(sheets.values()):
        page.goto(f"{base}worksheets/{sheet.id}.html")
        for size in ("Letter", "A4") if number % 3 == 0 else ("Letter",):
            # The same as lower paper: the foot of the page is not to be used.
            lost = (HEIGHTS[size] - 26) * (1 - 1 / 1.05)
            lay_over(page, f"@page worksheet {{ margin-bottom: {14 + lost:.1f}mm }}")
            lower = printed_sides(page, size)
            lay_over(page, "")
            # What fits one page that is lower fits one page.
            pages = lower if len(lower) == 1 else printed_sides(page, size)
            assert (len(pages), len(lower)) == (sheet.pages, sheet.pages), (sheet.id, size)
            text = " ".join(pages)
            assert sheet.title in text[:120], sheet.id
            assert "Not safe right now? Call 911" in text, sheet.id
            for furniture in ("Skip to content", "Fill it in here", "For therapists", "Print it"):
                assert furniture not in text, sheet.id


def test_page_breaks_are_on_what_follows(open_page):
    """An empty block breaks no page in some browsers; the one after it does in all."""
    page = open_page("worksheets/thought-record.html")
    page.emulate_media(media="print")
    after = page.locator(".ws-block--page-break + .ws-block")
    assert after.evaluate("e => getComputedStyle(e).breakBefore") == "page"
    assert after.inner_text().startswith("The two-minute version")


def test_label_of_half_a_line_is_not_broken(open_page):
    """On paper "We look at this page again on:" stands in one line, beside 2.5 cm to write on."""
    page = open_page("worksheets/hard-night-plan.html", width=680)  # between the edges of A4
    page.emulate_media(media="print")
    blank = page.locator(".ws-blank", has_text="We look at this page again on:")
    label, line = (blank.locator(part).bounding_box() for part in ("label", ".ws-ruled"))
    assert label["height"] < 30
    assert line["width"] / 96 * 25.4 >= 25


def test_every_sheet_has_room_and_whole_references(open_page, base, sheets):
    """Each number of a scale is 44 px wide and none lies on another; a line is 120 px or more.

    No id stands twice, each description is there, and each table has a name.
    """
    page = open_page("robots.txt")
    narrow = {}
    for sheet in sheets:
        page.goto(f"{base}worksheets/{sheet}.html")
        found = page.evaluate(REFERENCES)
        assert len(found["ids"]) == len(set(found["ids"])), sheet
        assert set(found["wanted"]) <= set(found["ids"]), sheet
        assert all(found["names"]), sheet
        # Each is opened as wide as the one before was left.
        for width in (320, 1280) if page.viewport_size["width"] == 320 else (1280, 320):
            page.set_viewport_size({"width": width, "height": 900})
            small = [b for b in _boxes(page, ".ws-numbers label") if min(b) < 43.5]
            lines = [w for w, _ in _boxes(page, ".ws-blank > .ws-ruled") if w < 120]
            if small or lines:
                narrow[sheet, width] = small, lines
    assert narrow == {}


def test_help_is_told_with_its_field(open_page):
    """Whoever hears the form is told what a field's help says, and what a scale's ends mean."""
    page = open_page("worksheets/thought-record.html")
    field = page.get_by_role("textbox", name="What happened", exact=True).first
    assert "camera" in _description(page, field)
    scale = page.get_by_role("group", name="How strong was it?")
    assert "0 = not at all" in _description(page, scale)
    page.get_by_role("link", name="The two-minute version").click()
    assert page.url.endswith("#page-2")
    assert page.locator("#page-2").inner_text().startswith("The two-minute version")


def test_typed_text_is_printed_whole(open_page):
    """However much is typed, nothing is cut, and nothing of it is kept or sent."""
    page = open_page("worksheets/kind-letter.html")
    area = page.locator("textarea").first
    area.fill(TYPED)
    assert area.evaluate("a => a.scrollHeight <= a.clientHeight + 1")
    assert page.locator(".ws-ruled > .ws-copy").first.text_content() == TYPED
    assert " ".join(printed_sides(page, "A4")).count("The bus was late.") == 14
    assert page.evaluate("[localStorage.length, document.cookie]") in ([0, ""], [1, ""])


def test_long_answer_flows_across_pages(open_page):
    """What is too long for a page begins beside its label and goes on upon the next one."""
    page = open_page("worksheets/kind-letter.html")
    words = [f"word{n}" for n in range(600)]
    page.locator("#f-letter_body").fill(" ".join(words[:300]))
    for paper in ("Letter", "A4"):
        first, second = printed_sides(page, paper)
        assert first.index("Dear") < first.index("word0 ") < first.index("word150 ")
        assert _words_in(first + " " + second) == words[:300]
        assert "lighter" in second
    page.locator("#f-letter_body").fill("")
    page.locator("#f-happened").fill(" ".join(words))
    page.locator("#f-friend").fill(" ".join(words))
    sides = printed_sides(page, "Letter")
    assert len(sides) <= 4
    assert sides[0].index("What happened") < sides[0].index("word0 ")
    assert _words_in(" ".join(sides)) == words * 2
    # A few words leave the sheet as it is.
    page.locator("#f-friend").fill("")
    page.locator("#f-happened").fill("The bus was late, and then it was full.")
    assert len(printed_sides(page, "Letter")) == 1


def test_held_in_the_tab(open_page):
    """Words, ticks and numbers stay through a reload and Back; one button clears them."""
    page = open_page("worksheets/thought-record.html")
    page.on("dialog", lambda dialog: dialog.accept())
    area, number = page.locator(".ws-sheet textarea"), page.locator(".ws-sheet input[type=radio]")
    area.nth(1).fill("The bus was late.")
    number.nth(2).check()
    assert "stays in this tab" in page.locator("[data-sheet-note]").inner_text()
    page.reload()
    assert area.nth(1).input_value() == "The bus was late."
    assert number.nth(2).is_checked()
    page.locator(".ws-footer a[href$='mood-map.html']").click()
    page.wait_for_url("**/mood-map.html")
    page.go_back()
    assert area.nth(1).input_value() == "The bus was late."
    assert number.nth(2).is_checked()
    page.get_by_role("button", name="Clear the page").click()
    page.get_by_role("button", name="Clear it").click()
    assert area.nth(1).input_value() == ""
    assert not number.nth(2).is_checked()
    page.reload()
    assert area.nth(1).input_value() == ""
    assert page.evaluate("sessionStorage.length") == 0


def test_typed_before_the_scripts(open_page, base):
    """What is typed and chosen before the scripts have come stays, and is held from then on.

    Fields that nobody changed have what the tab held. A text goes on behind what was held.
    """
    page = open_page("robots.txt")
    page.on("dialog", lambda dialog: dialog.accept())
    address = f"{base}worksheets/thought-record.html"
    first, second = (page.locator(".ws-sheet textarea").nth(n) for n in (0, 1))
    number = page.locator(".ws-sheet input[type=radio]")
    with late(page, address, "pages/form-restore"):
        first.press_sequentially("The bus was late.")
        number.nth(2).check()
    assert first.input_value() == "The bus was late."
    assert number.nth(2).is_checked()
    assert page.locator(".ws-sheet .ws-copy").first.text_content() == "The bus was late."
    second.fill("They left without me.")
    page.reload()
    assert first.input_value() == "The bus was late."
    assert number.nth(2).is_checked()
    with late(page, address, "pages/form-restore", reload=True):
        assert first.input_value() == ""  # the browser itself fills in nothing
        first.press_sequentially("It rained.")
        number.nth(4).check()
    for _ in range(2):
        assert first.input_value() == "The bus was late.\nIt rained."
        assert second.input_value() == "They left without me."
        assert number.nth(4).is_checked()
        page.reload()


def test_filled_in_by_keyboard(open_page):
    """Tab goes from field to field, space ticks, arrows choose a number."""
    page = open_page("worksheets/thought-record.html")
    page.locator("textarea").first.focus()
    page.keyboard.type("Rain")
    page.locator("input[type=radio]").first.focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("input[type=radio]").nth(1).is_checked()
    assert page.locator("textarea").first.input_value() == "Rain"


def test_works_without_script(open_page):
    """Without JavaScript every field can be typed in and no button is dead."""
    page = open_page("worksheets/three-lists.html", java_script_enabled=False)
    page.locator("textarea").first.fill("Rain")
    assert page.locator("textarea").first.input_value() == "Rain"
    assert page.locator("[data-sheet-tools] button").count() == 0
    assert "gone when you close or reload" in page.locator("[data-sheet-note]").inner_text()


def _words_in(text: str) -> list[str]:
    return re.findall(r"word\d+", text)


def _description(page, locator) -> str:
    return page.evaluate(
        """e => e.getAttribute("aria-describedby").split(" ")
          .map((id) => document.getElementById(id).textContent).join(" ")""",
        locator.element_handle(),
    )


def _boxes(page, selector: str) -> list[tuple[float, float]]:
    """Width and height of each element, in pixels."""
    return page.evaluate(
        """selector => [...document.querySelectorAll(selector)]
          .map((e) => e.getBoundingClientRect()).map((b) => [b.width, b.height])""",
        selector,
    )
