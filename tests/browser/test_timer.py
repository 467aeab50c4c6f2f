"""The timer: soft, right by the clock, and easy to stop."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

LISTEN = """() => {
  window.notes = 0;
  const make = AudioContext.prototype.createOscillator;
  AudioContext.prototype.createOscillator = function () { notes += 1; return make.call(this); };
}"""


@pytest.fixture
def timer(open_page):
    """Opens a page whose clock the test moves: `timer()` gives the page and its timer."""

    def timer_(path: str = "techniques/lists.html", **options):
        page = open_page(path, **options)
        page.clock.install()
        page.reload()
        page.evaluate(LISTEN)
        return page, page.locator(".ws-timer")

    return timer_


def test_without_script(open_page):
    """Without JavaScript there is no timer that does nothing; the page says how long it takes."""
    page = open_page("techniques/lists.html", java_script_enabled=False)
    assert page.locator(".ws-timer > *").count() == 0
    assert "5 minutes" in page.locator(".ws-facts").inner_text()


def test_minutes_come_from_the_page(timer):
    """It proposes the technique's minutes and offers 2 to 30."""
    _, box = timer()
    choice = box.get_by_role("combobox")
    assert choice.input_value() == "5"
    options = [int(v) for v in choice.locator("option").evaluate_all("o => o.map(o => o.value)")]
    assert (min(options), max(options)) == (2, 30)
    assert options == sorted(set(options))


def test_runs_and_ends_quietly(timer):
    """It counts minutes down, says once that the time is over, and plays two low notes."""
    page, box = timer()
    box.get_by_role("button", name="Start").click()
    page.clock.run_for(61_000)
    assert "About 4 minutes left" in box.inner_text()
    assert box.locator("[role=status]").inner_text() == ""
    page.clock.run_for(200_000)
    assert "Less than a minute left" in box.inner_text()
    page.clock.run_for(60_000)
    assert "The time is over" in box.get_by_role("status").inner_text()
    assert page.evaluate("notes") == 2
    # The button that had the focus is gone, and another one beside it has it.
    assert page.evaluate("document.activeElement.closest('.ws-timer') !== null")


def test_a_sun_goes_down(timer):
    """The sun travels along and sinks, and rests on the horizon when the time is over."""
    page, box = timer()
    sun = box.locator(".ws-timer__sun")
    where = "s => [Number(s.getAttribute('cx')), Number(s.getAttribute('cy'))]"
    assert not sun.is_visible()
    box.get_by_role("button", name="Start").click()
    seen = [sun.evaluate(where)]
    for _ in range(5):
        page.clock.run_for(60_500)
        seen.append(sun.evaluate(where))
    assert seen == sorted(seen)
    assert [y for _, y in seen] == sorted({y for _, y in seen})
    assert seen[-1] == [228, 27], "it rests on the line"
    assert sun.is_visible()
    assert "The time is over" in box.inner_text()


def test_minutes_are_seen_by_those_who_ask(timer):
    """Who hears the page is told the minutes; on the screen they stand for those who want them."""
    page, box = timer()
    box.get_by_role("button", name="Start").click()
    page.clock.run_for(61_000)
    left = box.get_by_role("timer")
    assert left.inner_text() == "About 4 minutes left"
    assert left.bounding_box()["width"] <= 1
    box.get_by_role("checkbox", name="Show the minutes").check()
    assert left.bounding_box()["width"] > 50


@pytest.mark.parametrize("width", [360, 390])
def test_one_row_while_somebody_writes(open_page, width):
    """On a phone the timer takes one row of the sheet; the sun goes down between the ways out."""
    page = open_page("prompts/one-thing-that-stayed.html", width=width, height=740, has_touch=True)
    page.locator("#pad").tap()
    box = page.locator(".ws-timer")
    one_row = "t => t.clientHeight < 1.5 * t.querySelector('button:not([hidden])').clientHeight"
    assert box.evaluate(one_row)
    box.get_by_role("button", name="Start").click()
    assert box.evaluate(one_row)
    ends = """s => {
      const [sky, done, need] = [s, document.querySelector(".ws-writing__done"),
        document.querySelector(".ws-need")].map((e) => e.getBoundingClientRect());
      return sky.width > 0 && done.right <= sky.left && sky.right <= need.left
        && sky.bottom <= document.querySelector(".ws-prompt").getBoundingClientRect().top;
    }"""
    assert box.locator(".ws-timer__sky").evaluate(ends)
    assert box.get_by_role("button", name="5 minutes more").is_visible()
    assert box.get_by_role("checkbox", name="Show the minutes").is_visible()


def test_sound_can_be_switched_off(timer):
    """Without the tick nothing is heard."""
    page, box = timer()
    box.get_by_role("checkbox").uncheck()
    box.get_by_role("button", name="Start").click()
    page.clock.run_for(301_000)
    assert "The time is over" in box.inner_text()
    assert page.evaluate("notes") == 0


def test_paused_extended_and_stopped_by_keyboard(timer):
    """With the keyboard alone: start, pause, go on, five minutes more, stop; focus is not lost."""
    page, box = timer()
    box.get_by_role("button", name="Start").focus()
    focused = "document.activeElement.innerText"
    page.keyboard.press("Enter")
    assert page.evaluate(focused) == "Pause"
    page.keyboard.press("Enter")
    assert page.evaluate(focused) == "Go on"
    page.clock.run_for(600_000)
    assert "About 5 minutes left" in box.inner_text()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(focused) == "5 minutes more"
    page.keyboard.press("Enter")
    assert "About 10 minutes left" in box.inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate(focused) == "Start"
    page.clock.run_for(900_000)
    assert page.evaluate("notes") == 0


def test_survives_a_locked_screen(timer):
    """After hours in which no script ran, the first look at the page finds the time over."""
    page, box = timer()
    box.get_by_role("button", name="Start").click()
    page.clock.pause_at(page.evaluate("Date.now()") + 7_200_000)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert "The time is over" in box.inner_text()


def test_more_time_after_the_end(timer):
    """When the time is over, five more minutes are one press away."""
    page, box = timer()
    box.get_by_role("button", name="Start").click()
    page.clock.run_for(301_000)
    box.get_by_role("button", name="5 minutes more").click()
    assert "About 5 minutes left" in box.inner_text()
    assert "over" not in box.inner_text()


def test_nothing_flashes(timer):
    """With reduced motion nothing moves while it runs."""
    page, box = timer(reduced_motion="reduce")
    box.get_by_role("button", name="Start").click()
    page.clock.run_for(3000)
    assert page.evaluate("document.getAnimations().length") == 0
