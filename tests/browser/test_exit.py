"""Leaving quickly, where the people who run a site want it."""

from __future__ import annotations

import shutil
from functools import cache

import pytest

from tests.browser.overflow import SHEET, covered, letters

pytestmark = pytest.mark.browser

TARGET = "crisis.html"
OUTSIDE = "https://www.weather.gov/"


@pytest.fixture(scope="module")
def with_exit(site_with_exit, serve, tmp_path_factory):
    """Small sites by where the button is; it leads to one of their pages, which tests may open."""

    @cache
    def address(where: str) -> str:
        site = tmp_path_factory.mktemp("exit") / "site"
        shutil.copytree(site_with_exit(where), site)
        start = serve(site, "/writing/")
        for file in site.rglob("*.html"):
            html = file.read_text("utf-8")
            if "ws-exit" in html:
                assert html.count(OUTSIDE) == 2  # the link, and for the script in the head
                file.write_text(html.replace(OUTSIDE, f"{start}{TARGET}"), "utf-8")
        return start

    return address


@pytest.fixture
def prompt(open_page, with_exit):
    """A prompt's page of a site with the button everywhere; leaving leads to the first page."""

    def open_(**options):
        start = with_exit("everywhere")
        page = open_page("techniques/lists.html", start=start, **options)
        assert page.locator(".ws-exit a").get_attribute("rel") == "noreferrer"
        return page

    return open_


def test_nowhere_unless_asked_for(open_page, page_types):
    """A site that did not ask for the button has none."""
    page = open_page("crisis.html")
    assert page.locator(".ws-exit").count() == 0


def test_on_crisis_pages(open_page, with_exit):
    """Where only pages about crisis and safety have it, others do not."""
    page = open_page("crisis.html", start=with_exit("crisis-pages"))
    assert page.locator(".ws-exit").is_visible()
    page.goto(page.url.replace("crisis.html", "index.html"))
    assert page.locator(".ws-exit").count() == 0


def test_link_without_script(open_page, with_exit):
    """Without JavaScript it is a link, large enough for a thumb, in a landmark."""
    page = open_page(
        "crisis.html", start=with_exit("everywhere"), java_script_enabled=False, width=360
    )
    box = page.get_by_role("complementary", name="Leave quickly")
    size = box.get_by_role("link", name="Exit this page").bounding_box()
    assert size["height"] >= 43.5


def _by_pointer(page):
    page.get_by_role("link", name="Exit this page").click()


def _by_keyboard(page):
    status = page.locator(".ws-exit [role=status]")
    page.keyboard.press("Shift")
    assert "two more" in status.inner_text()
    page.keyboard.press("Shift")
    assert "once more" in status.inner_text()
    page.keyboard.press("Shift")


def _nothing(page):
    pass


def _typed(page):
    page.locator(".ws-pad textarea").fill("Nobody may read this")


def _to_the_pad(page):
    # Beside a wide sheet the link is not shown; a jump by it makes the same entry.
    page.locator("a[href='#pad']").first.evaluate("a => a.click()")
    page.locator("#pad").fill("Nobody may read this")


def _to_a_heading(page):
    page.locator(".ws-contents a").first.evaluate("a => a.click()")


def _chosen(page):
    chips = page.locator("[data-facet] label.ws-chip")
    chips.first.click()
    chips.nth(1).click()


def _packed(page):
    for _ in range(2):
        page.locator(".ws-card:not([data-in]) .ws-card__add").first.click()


@pytest.mark.parametrize(
    ("path", "act", "leave"),
    [
        ("techniques/lists.html", _nothing, _by_keyboard),
        ("techniques/lists.html", _typed, _by_pointer),
        ("techniques/lists.html", _typed, _by_keyboard),
        ("techniques/lists.html", _to_a_heading, _by_pointer),
        ("PROMPT", _to_the_pad, _by_pointer),
        ("prompts/index.html", _chosen, _by_keyboard),
        ("packet.html", _packed, _by_pointer),
    ],
)
def test_back_does_not_show_the_page(open_page, with_exit, path, act, leave):
    """However entries of the history were made, Back never shows the page that was left.

    It is loaded anew each time: only Firefox, in the test of other browsers, keeps pages for Back.
    """
    start = with_exit("everywhere")
    page = open_page("starting.html", start=start)
    if path == "PROMPT":
        page.goto(f"{start}prompts/index.html")
        page.goto(page.locator(".ws-card a").first.evaluate("a => a.href"))
    else:
        page.goto(f"{start}{path}")
    path = page.url.partition("#")[0]
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    act(page)
    entries = page.evaluate("history.length")
    leave(page)
    page.wait_for_url(f"**/{TARGET}")
    assert asked == []
    for _ in range(entries):
        page.go_back(wait_until="commit")
        page.wait_for_timeout(300)
        for _ in range(100):  # until it has given way, however slow the machine is
            if not page.url.startswith(path):
                break
            page.wait_for_timeout(100)
        assert not page.url.startswith(path)
        if page.url.endswith("starting.html"):
            break
    assert page.url.endswith("starting.html")
    assert "Nobody" not in page.evaluate("JSON.stringify({...sessionStorage, ...localStorage})")


def test_opened_anew(prompt):
    """Whoever opens the page again by its address finds it as usual, and empty."""
    page = prompt()
    address = page.url
    page.locator(".ws-pad textarea").fill("Nobody may read this")
    _by_pointer(page)
    page.wait_for_url(f"**/{TARGET}")
    page.goto(address)
    assert page.locator("article h1").is_visible()
    assert page.locator(".ws-pad textarea").input_value() == ""
    page.reload()
    assert page.locator("article h1").is_visible()


@pytest.mark.parametrize("leave", [_by_pointer, _by_keyboard])
def test_what_was_kept_stays_as_it_was(prompt, leave):
    """Leaving empties the page and the tab, and changes nothing of what was kept."""
    page = prompt()
    page.locator(".ws-pad textarea").fill("I kept this on purpose.")
    page.get_by_role("button", name="Keep on this device").click()
    page.get_by_role("button", name="Keep it").click()
    page.locator(".ws-pad textarea").press_sequentially("!")
    leave(page)
    page.wait_for_url(f"**/{TARGET}")
    page.goto(page.url.replace(TARGET, "writing.html"))
    assert page.locator(".ws-kept__text").inner_text() in (
        "I kept this on purpose.",
        "I kept this on purpose.!",
    )


def test_texts_of_other_pages_are_let_go(prompt):
    """What the tab held for pages before is gone too, also if Back brings such a page."""
    page = prompt()
    page.locator(".ws-pad textarea").fill("Nobody may read this")
    first = page.url
    page.goto(page.url.replace("lists", "letters"))
    _by_pointer(page)
    page.wait_for_url(f"**/{TARGET}")
    for _ in range(2):
        page.go_back(wait_until="commit")
        page.wait_for_timeout(300)
        if page.url == first:
            break
    assert page.url == first
    page.wait_for_function("() => document.querySelector('#pad')?.value === ''")


def test_where_storage_is_refused(open_page, with_exit):
    """Where no mark can be left, jumps inside the page make no entries that Back would lead to."""
    start = with_exit("everywhere")
    page = open_page("starting.html", start=start)
    page.add_init_script("""Object.defineProperty(window, "sessionStorage", {
      get() { throw new DOMException("not here", "SecurityError"); } });""")
    page.goto(f"{start}techniques/lists.html")
    _to_a_heading(page)
    _by_pointer(page)
    page.wait_for_url(f"**/{TARGET}")
    page.go_back(wait_until="commit")
    page.wait_for_url("**/starting.html")


def test_capitals_do_not_leave(prompt):
    """Whoever types capital letters stays."""
    page = prompt()
    page.locator(".ws-pad textarea").focus()
    for letter in "ABCDE":
        page.keyboard.press(f"Shift+{letter}")
    assert page.locator(".ws-pad textarea").input_value() == "ABCDE"
    assert page.locator(".ws-exit [role=status]").inner_text() == ""


def test_words_can_be_chosen_with_shift(prompt):
    """Shift held while somebody points, to choose more words or fewer, is no wish to leave."""
    page = prompt()
    area = page.locator(".ws-pad textarea")
    area.fill("One two three four five six")
    box = area.bounding_box()
    for number in range(4):
        page.keyboard.down("Shift")
        page.mouse.click(box["x"] + 30 + 20 * number, box["y"] + 20)
        page.keyboard.up("Shift")
    assert area.input_value() == "One two three four five six"
    assert page.locator(".ws-exit [role=status]").inner_text() == ""


def test_presses_are_forgotten(prompt):
    """After five seconds the presses before do not count."""
    page = prompt()
    page.clock.install()
    page.reload()
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.clock.run_for(5100)
    page.keyboard.press("Shift")
    assert "two more" in page.locator(".ws-exit [role=status]").inner_text()


def test_in_reach_while_somebody_writes(open_page, with_exit):
    """Where only the page is shown the button is in reach, and covers nothing of it."""
    start = with_exit("everywhere")
    page = open_page("prompts/index.html", start=start, width=390, height=844)
    page.goto(page.locator(".ws-card a").first.evaluate("a => a.href"))
    for size, windows in {
        16: [(390, 844), (390, 440), (360, 740), (320, 568), (320, 256), (740, 360), (480, 800),
             (768, 1024), (1200, 700), (1280, 900), (1280, 400)],
        24: [(360, 740), (390, 440)],
    }.items():  # fmt: skip
        letters(page, size)
        page.get_by_role("button", name="Only the page").click()
        for width, height in windows:
            page.set_viewport_size({"width": width, "height": height})
            assert covered(page, ".ws-exit a", *SHEET) == [], f"{size}: {width} x {height}"
            assert page.locator(".ws-exit a").bounding_box()["height"] >= 43.5


def test_the_last_focus_is_not_covered(prompt):
    """At the end of the page the button does not lie over what has the focus."""
    page = prompt(width=360)
    last = page.locator(".ws-footer a").last
    last.focus()
    page.keyboard.press("End")
    assert last.evaluate("""e => {
      const box = e.getBoundingClientRect();
      return document.elementFromPoint(box.left + 5, box.top + box.height / 2) === e;
    }""")
