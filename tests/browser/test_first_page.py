"""The first page says what is kept on the device; the colors of pages are the reader's choice."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

GROUND = "getComputedStyle(document.body).backgroundColor"


def test_says_that_something_is_kept(open_page, base):
    """Nothing before somebody keeps something; then its title, as a link to all of it."""
    page = open_page("index.html")
    assert page.locator(".ws-kept-here").is_hidden()
    page.goto(f"{base}prompts/one-thing-that-stayed.html")
    page.locator(".ws-pad textarea").fill("A few words")
    page.get_by_role("button", name="Keep on this device").click()
    page.get_by_role("button", name="Keep it").click()
    page.get_by_text("Kept on this device").wait_for()
    page.goto(f"{base}index.html")
    page.locator(".ws-kept-here a").click()
    page.wait_for_url("**/writing.html")


def test_follows_what_another_tab_does(open_page, base):
    """The line is gone when all is erased, and the colors are those that were chosen last."""
    page = open_page("index.html")
    kept = {"date": "2026-11-26", "title": "Kept", "path": "a.html", "prompt": "", "text": "words"}
    page.evaluate("kept => deviceStorage.texts.keep('one', kept)", kept)
    page.reload()
    page.locator(".ws-kept-here a").wait_for()
    other = page.context.new_page()
    other.goto(f"{base}writing.html")
    other.get_by_label("Dark").check()
    other.get_by_role("button", name="Erase everything").click()
    other.get_by_role("button", name="Erase", exact=True).click()
    expect(page.locator(".ws-kept-here")).to_be_hidden()
    assert page.locator(".ws-kept-here").inner_text() == ""
    expect(page.get_by_label("Dark")).to_be_checked()
    assert page.evaluate(GROUND) == other.evaluate(GROUND)
    other.get_by_label("As my device").check()
    expect(page.get_by_label("As my device")).to_be_checked()
    other.close(run_before_unload=False)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_land_ends_in_the_paper(open_page, width):
    """Its last hill is paper, and the paper with the feelings begins right below it."""
    page = open_page("index.html", width=width)
    box = "e => [e.getBoundingClientRect().top, e.getBoundingClientRect().bottom]"
    _, end = page.locator(".ws-first").evaluate(box)
    begin, _ = page.locator(".ws-onpaper").evaluate(box)
    assert abs(end - begin) < 1
    land = page.evaluate("""() => {
      const land = getComputedStyle(document.querySelector(".ws-first"), "::before");
      return [land.position, parseFloat(land.bottom), parseFloat(land.height)];
    }""")
    assert land[0] == "absolute"
    assert -3 < land[1] <= 0
    assert land[2] > 300


def test_colors_are_kept_when_they_are_chosen(open_page, base):
    """Nothing is stored before somebody chooses; a choice holds on other pages, until undone."""
    page = open_page("index.html", scheme="light")
    assert page.evaluate("localStorage.length") == 0
    light = page.evaluate(GROUND)
    page.get_by_label("Dark").check()
    dark = page.evaluate(GROUND)
    assert dark != light
    page.goto(f"{base}crisis.html")
    assert page.evaluate(GROUND) == dark
    expect(page.get_by_label("Dark")).to_be_checked()
    page.get_by_label("As my device").check()
    assert page.evaluate(GROUND) == light
    assert page.evaluate("localStorage.length") == 0


def test_a_light_choice_holds_on_a_dark_device(open_page):
    """The device's colors give way to the reader's."""
    page = open_page("index.html", scheme="dark")
    dark = page.evaluate(GROUND)
    page.get_by_label("Light", exact=True).check()
    assert page.evaluate(GROUND) != dark


def test_directory_is_short_on_a_phone(open_page):
    """Twenty rows at first, more on request, and the focus on the first new one."""
    page = open_page("resources/index.html", width=390, height=844)
    rows = page.locator(".ws-entry:not([hidden])")
    expect(rows).to_have_count(20)
    assert page.evaluate("document.documentElement.scrollHeight") <= 12_000
    page.get_by_role("button", name="Show more").click()
    expect(rows).to_have_count(40)
    expect(rows.nth(20).locator("a").first).to_be_focused()


def test_both_ways_on_are_one_row_before_the_fonts_come(open_page_with_fonts):
    """In letters of the device too, so that nothing below moves by a row when ours are there."""
    page = open_page_with_fonts("index.html")
    tops = """all => all.map((one) => {
      const [, ...others] = getComputedStyle(one).fontFamily.split(",");
      one.style.fontFamily = others.join(",");
      return one;
    }).map((one) => one.getBoundingClientRect().top)"""
    first, second = page.locator(".ws-first__page .ws-button").evaluate_all(tops)
    assert first == second
