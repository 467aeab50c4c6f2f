"""Check-ins: noted by choice, on the device, seen as a picture and a table, taken along, erased."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.barriers import barriers, looks
from tests.browser.late_scripts import late
from tests.browser.overflow import space, without_room
from tests.browser.test_pad import BLOCKED, FILL, NO_STORAGE

pytestmark = pytest.mark.browser

SECRET = "Zebrafinch on the sill"
PUT = """([id, thing]) => {
  const key = `${new URL(".", location).pathname}.writing-check-in-1.${id}`;
  localStorage.setItem(key, typeof thing === "string" ? thing : JSON.stringify(thing));
}"""
KEPT = "() => JSON.stringify({...localStorage, ...sessionStorage})"
SMALL = """(els) => els.map((el) => (el.closest("label") ?? el))
  .filter((el) => el.checkVisibility())
  .filter((el) => Math.min(...["width", "height"].map(
    (side) => el.getBoundingClientRect()[side])) < 43.5)
  .map((el) => el.outerHTML.slice(0, 80))"""


@pytest.fixture
def check_in(open_page):
    """Opens the page with check-ins kept before: `check_in(("2026-11-20T21:40", "Calm", 3))`.

    The clock of the page stands at the evening of 26 November 2026, in a zone east of UTC.
    """

    def open_(*kept, path: str = "check-in.html", **options):
        evening = "2026-11-26T15:30:00Z"  # 21:00 there
        begin = "robots.txt" if kept else path
        page = open_page(begin, timezone_id="Asia/Kolkata", clock=evening, **options)
        for number, (date, word, strength, *line) in enumerate(kept):
            thing = {"date": date, "word": word, "strength": strength, "line": "".join(line)}
            page.evaluate(PUT, [f"e{number}", thing])
        if kept:
            page.goto(page.url.replace("robots.txt", path))
        return page

    return open_


def test_without_script(open_page):
    """Without JavaScript there is a week to print and the sheet to go to, and nothing is dead."""
    page = open_page("check-in.html", width=360, java_script_enabled=False)
    assert page.get_by_text("needs JavaScript").is_visible()
    assert page.locator(".ws-week tbody").count() == 7
    assert page.locator(".ws-week").is_visible()
    assert page.get_by_role("link", name="Daily feelings log").is_visible()
    assert not page.locator(".ws-checkin form").is_visible()
    assert page.locator("article button:visible").count() == 0
    page.emulate_media(media="print")
    assert page.locator(".ws-week .ws-sheet__footer").inner_text().startswith("Not safe right now?")
    assert page.locator(".ws-week").is_visible()
    assert not page.locator(".ws-checkin").is_visible()


def test_nothing_is_kept_unasked(check_in):
    """What is added only for now stands in the picture, in this tab alone, until it is erased."""
    page = check_in()
    _note(page, SECRET, "4")
    page.get_by_role("button", name="Only for now").click()
    assert page.locator(".ws-weeks tbody tr").count() == 1
    assert SECRET not in page.evaluate("JSON.stringify({...localStorage})")
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_label("What was going on").fill("half a line")
    page.reload()
    assert page.locator(".ws-weeks tbody tr").count() == 1
    assert page.get_by_label("What was going on").input_value() == "half a line"
    other = page.context.new_page()
    other.goto(page.url)
    assert other.locator(".ws-weeks").is_hidden()
    page.get_by_role("button", name="Erase all check-ins").click()
    page.get_by_role("button", name="Erase it", exact=True).click()
    page.get_by_label("What was going on").fill("")
    assert page.evaluate("JSON.stringify({...sessionStorage})") == "{}"
    page.reload()
    assert page.locator(".ws-weeks").is_hidden()


def test_everything_erased_and_back(check_in):
    """What was added or typed for this tab is gone after "Erase everything", also with Back."""
    page = check_in(("2026-11-25T08:00", "Calm", 3))
    _note(page, SECRET, "4")
    page.get_by_role("button", name="Only for now").click()
    page.get_by_label("What was going on").fill(SECRET)
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("link", name="Everything you have kept on this device").click()
    page.get_by_role("button", name="Erase everything").click()
    page.get_by_role("button", name="Erase", exact=True).click()
    page.go_back()
    page.wait_for_function("() => document.querySelector('.ws-weeks')?.hidden")
    assert SECRET not in page.evaluate(KEPT)
    assert page.get_by_label("What was going on").input_value() == ""


def test_noted_before_the_scripts(check_in):
    """A word typed and a number chosen before the scripts have come stay, whatever the tab held."""
    page = check_in()
    page.on("dialog", lambda dialog: dialog.accept())
    word, line = page.get_by_label("A word for how it is"), page.get_by_label("What was going on")
    _note(page, "Calm", "4", line="a walk")
    with late(page, page.url, "pages/form-restore", reload=True):
        word.press_sequentially("flat")
        page.locator(".ws-strength label", has_text="7").click()
    for _ in range(2):
        assert (word.input_value(), line.input_value()) == ("flat", "a walk")
        assert page.locator(".ws-strength input:checked").input_value() == "7"
        page.reload()


def test_kept_by_keyboard(check_in):
    """With the keyboard alone: a word is borrowed, a number chosen, warned, kept, found, erased."""
    page = check_in()
    page.get_by_label("A word for how it is").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.get_by_label("A word for how it is").input_value() == "Anxious or on edge"
    page.keyboard.press("ArrowLeft")  # from "skip" to 10
    page.keyboard.press("Tab")
    page.keyboard.type("The stairs")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator(".ws-ask").get_by_text("Anyone who can use this browser").is_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Keep on this device"
    page.reload()
    cells = page.locator(".ws-weeks tbody tr").inner_text().split("\t")
    assert [c.strip() for c in cells] == [
        "Thu, Nov 26, 9:00 PM", "Anxious or on edge", "10", "The stairs", "Erase"
    ]  # fmt: skip
    page.locator(".ws-weeks tbody button").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert page.get_by_text("It is erased.").is_visible()
    assert "check-in" not in page.evaluate(KEPT)


def test_asked_once(check_in):
    """Who has kept some is not warned again; each is still kept only by its own button."""
    page = check_in(("2026-11-25T08:00", "Calm", 3))
    _note(page, "flat", "2")
    page.get_by_role("button", name="Keep on this device").click()
    assert page.locator(".ws-ask").count() == 0
    assert page.locator(".ws-weeks tbody tr").count() == 2
    assert page.get_by_label("A word for how it is").input_value() == ""


def test_no_means_no(check_in):
    """Escape at the warning keeps nothing, and an empty word leads back to its field."""
    page = check_in()
    page.get_by_role("button", name="Keep on this device").click()
    assert page.evaluate("document.activeElement.id") == "check-in-word"
    _note(page, "flat")
    page.get_by_role("button", name="Keep on this device").click()
    page.keyboard.press("Escape")
    assert "flat" not in page.evaluate("JSON.stringify({...localStorage})")


def test_several_a_day(check_in):
    """Two at the same hour with the same number are two marks side by side, and two rows."""
    page = check_in(("2026-11-26T08:00", "Calm", 3), ("2026-11-26T08:00", "flat", 3))
    places = page.locator(".ws-weeks__picture .ws-mark").evaluate_all(
        "marks => marks.map(m => m.getAttribute('transform'))"
    )
    assert len(set(places)) == 2
    assert page.locator(".ws-weeks tbody tr").count() == 2


def test_picture_and_table_say_the_same(check_in):
    """The picture has a name and a description, a mark for each row and a shape for each word."""
    kept = [(f"2026-11-2{n}T09:00", word, n) for n, word in enumerate(["Calm", "flat", "calm "])]
    page = check_in(*kept, ("2026-11-26T07:00", "tired", None))
    picture = page.get_by_role("img", name="Check-ins from October 30, 2026 to November 26, 2026")
    assert "table after it" in picture.locator("desc").text_content()
    assert picture.locator(".ws-mark").count() == page.locator(".ws-weeks tbody tr").count() == 4
    shapes = page.locator(".ws-weeks__key .ws-mark").evaluate_all(
        "marks => marks.map(m => m.getAttribute('d'))"
    )
    assert len(set(shapes)) == 3  # "Calm" and "calm " are one word
    assert page.get_by_role("table").get_by_role("row").count() == 5
    assert page.get_by_role("columnheader").all_inner_texts()[:3] == ["When", "Feeling", "0 to 10"]


def test_no_number_sums_anything_up(check_in):
    """No average, total or count of days in a row stands anywhere."""
    page = check_in(*[(f"2026-11-{day}T09:00", "Calm", 7) for day in range(16, 26)])
    page.locator(".ws-weeks__reading summary").click()
    said = page.locator(".ws-weeks").inner_text().lower()
    for word in ("average", "streak", "score", "in a row", "total", "10 check-ins"):
        assert word not in said


def test_earlier_weeks(check_in):
    """Older ones are reached four weeks at a time, skipping weeks without any, and back again."""
    page = check_in(("2026-11-20T09:00", "Calm", 3), ("2026-03-01T09:00", "flat", 3))
    page.get_by_role("button", name="Earlier weeks").click()
    assert "flat" in page.locator(".ws-weeks tbody").inner_text()
    assert page.get_by_role("button", name="Earlier weeks").count() == 0
    page.get_by_role("button", name="Later weeks").click()
    assert "Calm" in page.locator(".ws-weeks tbody").inner_text()


def test_many_rows(check_in):
    """On the screen seven rows are shown until all are asked for; on paper all are there."""
    page = check_in(*[(f"2026-11-{day:02}T09:00", "Calm", 7) for day in range(1, 26)])
    rows = page.locator(".ws-weeks tbody tr:visible")
    assert rows.count() == 7
    page.emulate_media(media="print")
    assert rows.count() == 25
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Show all rows").click()
    assert rows.count() == 25


def test_printed(check_in):
    """On paper: picture, key, all rows, lines for notes and the crisis line; no button or form."""
    page = check_in(("2026-11-20T09:00", "Calm", 3, "a walk"))
    page.emulate_media(media="print")
    for found in (".ws-weeks__picture svg", ".ws-weeks__key", ".ws-weeks__paper", "tbody tr"):
        assert page.locator(f".ws-weeks {found}").first.is_visible()
    assert (
        page.locator(".ws-weeks .ws-sheet__footer").inner_text().startswith("Not safe right now?")
    )
    assert page.locator("article button:visible").count() == 0
    assert not page.locator(".ws-checkin").is_visible()
    assert not page.locator(".ws-week").is_visible()


def test_an_empty_week_is_printed_where_nothing_is_noted(check_in):
    """With JavaScript and nothing noted, printing gives the week for paper."""
    page = check_in()
    assert page.get_by_role("button", name="Print an empty week").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".ws-week").is_visible()
    assert not page.locator(".ws-weeks").is_visible()


def test_taken_along(check_in):
    """Text and table hold everything that was noted, the oldest first, under a dull name."""
    line = '=HYPERLINK("x"), or so'
    page = check_in(("2026-11-20T21:40", "@sum", 0, line), ("2026-11-21T07:05", "Calm", None))
    with page.expect_download() as text:
        page.get_by_role("button", name="Save as text").click()
    assert text.value.suggested_filename == "check-ins-2026-11-26.txt"
    said = Path(text.value.path()).read_text("utf-8")
    assert said.index("@sum, 0 of 10") < said.index("Calm")
    with page.expect_download() as table:
        page.get_by_role("button", name="Save as table").click()
    raw = Path(table.value.path()).read_bytes().decode("utf-8-sig")
    assert "\r\n" in raw
    assert list(csv.reader(io.StringIO(raw, newline=""))) == [
        ["Date", "Time", "Feeling", "0 to 10", "What was going on"],
        ["2026-11-20", "21:40", "'@sum", "0", f"'{line}"],
        ["2026-11-21", "07:05", "Calm", "", ""],
    ]


CELLS = {
    "plain": "plain",
    'say "no", twice': '"say ""no"", twice"',
    "=1+1": "'=1+1",
    "+1": "'+1",
    "-1": "'-1",
    "@x": "'@x",
    "  =1": "'  =1",
    "\t=1": "'\t=1",
    "\uff1d1": "'\uff1d1",
    "a=b": "a=b",
    "two\nlines": '"two\nlines"',
}


def test_no_cell_is_a_formula(check_in):
    """A spreadsheet reads each cell as text, whatever somebody wrote."""
    every = check_in().evaluate("all => all.map(checkInExport.cell)", list(CELLS))
    for made, (text, cell) in zip(every, CELLS.items(), strict=True):
        assert made.replace('"', "") == cell.replace('"', ""), text
        assert next(csv.reader(io.StringIO(made, newline=""))) == next(
            csv.reader(io.StringIO(cell, newline=""))
        ), text


@pytest.mark.parametrize(
    ("zone", "moment", "stamp"),
    [
        ("Asia/Kolkata", "2026-11-26T20:30:00Z", "2026-11-27T02:00"),
        ("America/Los_Angeles", "2026-11-27T05:00:00Z", "2026-11-26T21:00"),
        ("Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-25T02:30"),
        ("Europe/Berlin", "2026-10-25T01:30:00Z", "2026-10-25T02:30"),
        ("Pacific/Kiritimati", "2026-12-31T10:00:00Z", "2027-01-01T00:00"),
    ],
)
def test_a_day_is_the_readers_day(open_page, zone, moment, stamp):
    """A check-in belongs to the day on the reader's own calendar, on either side of UTC."""
    page = open_page("check-in.html", timezone_id=zone)
    assert page.evaluate("moment => checkInChart.localStamp(new Date(moment))", moment) == stamp


def test_four_weeks_are_28_days(open_page):
    """Weeks are counted in days, also where the clock is put forward or back between them."""
    page = open_page("check-in.html", timezone_id="Europe/Berlin")
    assert page.evaluate("checkInChart.pageSpan(0, '2026-04-05')") == {
        "first": "2026-03-09",
        "last": "2026-04-05",
    }
    assert page.evaluate("checkInChart.pageOf('2026-03-09', '2026-04-05')") == 0
    assert page.evaluate("checkInChart.pageOf('2026-03-08', '2026-04-05')") == 1
    assert page.evaluate("checkInChart.pageOf('2026-04-06', '2026-04-05')") == -1


def test_most_used_words_get_shapes(open_page):
    """Five words at most have a shape, the most used first; the others share a ring."""
    page = open_page("check-in.html")
    said = [{"word": word} for word in ["f", "a", "b", "A", "c", "b ", "d", "e", "a"]]
    common = page.evaluate("entries => checkInChart.commonWords(entries)", said)
    assert common[:2] == ["a", "b"]
    assert len(common) == 5
    assert page.evaluate("words => checkInChart.shapeIndex(' B ', words)", common) == 1
    assert page.evaluate("words => checkInChart.shapeIndex('zzz', words)", common) == -1


def test_kept_check_ins_never_leave_the_device(check_in):
    """From the first letter to the erasing nothing is sent, and no request holds a word of it."""
    page = check_in()
    sent = []
    page.on("request", lambda r: sent.append(f"{r.method} {r.url} {r.post_data} {r.headers}"))
    page.on("websocket", lambda socket: sent.append(socket.url))
    _note(page, SECRET, "4", "and a robin")
    _keep(page)
    for kind in ("text", "table"):
        with page.expect_download():
            page.get_by_role("button", name=f"Save as {kind}").click()
    page.get_by_role("button", name="Erase all check-ins").click()
    page.get_by_role("button", name="Erase it").click()
    sent = [s for s in sent if not s.startswith("GET blob:") and "/favicon.svg " not in s]
    assert sent == []
    assert page.evaluate("document.cookie") == ""


def test_storage_refused(check_in):
    """Where a browser keeps nothing, a sentence says so; it can still stand on the page."""
    page = check_in()
    page.evaluate(NO_STORAGE)
    _note(page, SECRET)
    page.get_by_role("button", name="Keep on this device").click()
    assert page.get_by_text("does not let a page keep anything").is_visible()
    assert page.get_by_role("button", name="Keep it").count() == 0, "nothing to agree to"
    assert page.get_by_label("A word for how it is").input_value() == SECRET
    page.get_by_role("button", name="Only for now").click()
    assert page.locator(".ws-weeks tbody tr").count() == 1


def test_says_what_is_not_held(open_page, base, site):
    """Where the tab holds nothing, the note says at once that a reload takes it away."""
    page = open_page("about:blank", start="")
    page.add_init_script(BLOCKED)
    for start in (base, f"{site.as_uri()}/"):
        page.goto(f"{start}check-in.html")
        note = page.locator(".ws-checkin__note")
        expect(note).to_contain_text("leave or reload")
        assert "close this tab" not in note.inner_text()


def test_storage_full(check_in):
    """Where there is no room, a sentence says so, and what was kept before is still there."""
    page = check_in(("2026-11-20T09:00", "Calm", 3))
    page.evaluate(FILL)
    _note(page, SECRET, line="x" * 300)
    page.get_by_role("button", name="Keep on this device").click()
    assert page.get_by_text("There is no room left").is_visible()
    assert "Calm" in page.locator(".ws-weeks tbody").inner_text()


def test_refused_from_a_file(open_page, site):
    """A page opened as a file keeps nothing, and says so; for now it works."""
    page = open_page("check-in.html", start=f"{site.as_uri()}/")
    _note(page, SECRET)
    page.get_by_role("button", name="Keep on this device").click()
    assert page.locator(".ws-checkin__status").get_by_text("opened from a file").is_visible()
    page.get_by_role("button", name="Only for now").click()
    assert page.locator(".ws-weeks tbody tr").count() == 1
    assert SECRET not in page.evaluate(KEPT)


ODD = (
    "not JSON",
    "[]",
    "null",
    '{"date": "never", "word": "a", "strength": 1, "line": ""}',
    '{"date": "2026-99-26T09:00", "word": "b", "strength": 1, "line": ""}',
    '{"date": "2026-11-26T09:00", "word": 7, "strength": 1, "line": ""}',
    '{"date": "2026-11-26T09:00", "word": "c", "strength": 11, "line": ""}',
    '{"date": "2026-11-26T09:00", "word": "d", "strength": "9", "line": ""}',
    '{"date": "2026-11-26T09:00", "word": "e"}',
)


def test_what_others_put_there(check_in):
    """Something that this site did not write is not shown, and does no harm to what it did."""
    page = check_in(("2026-11-20T09:00", "Calm", 3))
    for number, kept in enumerate(ODD):
        page.evaluate(PUT, [f"odd{number}", kept])
    page.reload()
    (row,) = page.locator(".ws-weeks tbody tr").all_inner_texts()
    assert "Calm" in row


def test_words_stay_words(check_in):
    """Markup in a check-in is shown as it was typed, in picture, key and table."""
    page = check_in(("2026-11-20T09:00", "<img src=x onerror=alert(1)>", 3, "<b>bold</b>"))
    assert page.locator(".ws-weeks img, .ws-weeks b").count() == 0
    assert "<b>bold</b>" in page.locator(".ws-weeks tbody").inner_text()


def test_words_from_right_to_left(check_in):
    """What was noted in Arabic runs as it is read, in the table as in the fields."""
    page = check_in(("2026-11-20T09:00", "حزين", 3, "يوم طويل"))
    for words in ("حزين", "يوم طويل"):
        cell = page.locator(".ws-weeks td", has_text=words)
        assert cell.evaluate("el => getComputedStyle(el).direction") == "rtl"


def test_another_tab(check_in):
    """What another tab keeps or erases is there, or gone, without a reload."""
    page = check_in(("2026-11-20T09:00", "Calm", 3))
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_role("button", name="Erase all check-ins").click()
    other.get_by_role("button", name="Erase it").click()
    page.locator(".ws-weeks").wait_for(state="hidden")
    thing = {"date": "2026-11-21T09:00", "word": "flat", "strength": 1, "line": ""}
    other.evaluate(PUT, ["new", thing])
    page.locator(".ws-weeks tbody").get_by_text("flat").wait_for()


def test_asks_before_leaving_only_if_something_is_lost(check_in):
    """The browser asks before an unsaved check-in is lost, and not when all is kept or saved."""
    asked = []
    page = check_in()
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.reload()
    _note(page, "flat")
    _keep(page)
    page.reload()
    assert asked == []
    _note(page, "calm")
    page.get_by_role("button", name="Only for now").click()
    page.reload()
    assert asked == ["beforeunload"]


def test_page_of_everything_kept(check_in):
    """The page of what was kept counts check-ins, leads to them, and erases them with the rest."""
    page = check_in(("2026-11-20T09:00", "Calm", 3), path="writing.html")
    page.evaluate(PUT, ["odd", "damaged"])
    page.get_by_role("link", name="Check-ins you have kept: 1").click()
    page.wait_for_url("**/check-in.html")
    page.get_by_role("link", name="Everything you have kept").click()
    page.get_by_role("button", name="Erase everything").click()
    page.get_by_role("button", name="Erase", exact=True).click()
    assert page.get_by_text("is erased").is_visible()
    assert "writing-" not in page.evaluate("JSON.stringify(localStorage)")


def test_texts_kept_before_are_still_read(open_page):
    """A text that was kept before there were check-ins is shown, and is no check-in."""
    page = open_page("starting.html")
    entry = '{"date": "2026-10-01T10:00:00Z", "title": "A", "path": "", "prompt": "", "text": "t"}'
    page.evaluate(
        "(text) => localStorage.setItem(`${new URL('.', location).pathname}.writing-1.old`, text)",
        entry,
    )
    start = page.url.removesuffix("starting.html")
    page.goto(f"{start}writing.html")
    assert page.locator(".ws-kept__text").inner_text() == "t"
    page.goto(f"{start}check-in.html")
    assert page.locator(".ws-weeks").is_hidden()


def test_erasing_check_ins_leaves_texts(check_in):
    """Erasing all check-ins does not erase what was written."""
    page = check_in(("2026-11-20T09:00", "Calm", 3))
    page.evaluate(
        "localStorage.setItem(`${new URL('.', location).pathname}.writing-1.old`, 'mine')"
    )
    page.get_by_role("button", name="Erase all check-ins").click()
    page.get_by_role("button", name="Erase it").click()
    assert page.get_by_text("Every check-in is erased").is_visible()
    assert "mine" in page.evaluate(KEPT)
    assert "check-in-1" not in page.evaluate(KEPT)


def test_barriers(check_in):
    """axe finds nothing with everything open; every target is large enough to tap."""
    kept = [(f"2026-11-{day:02}T09:00", f"word {day % 7}", day % 11) for day in range(2, 26)]
    page = check_in(*kept, ("2026-03-01T09:00", "flat", 3))
    page.emulate_media(reduced_motion="reduce")
    page.locator(".ws-bank summary").click()
    page.locator(".ws-weeks__reading summary").click()
    _note(page, "flat")
    page.get_by_role("button", name="Only for now").click()
    page.get_by_role("button", name="Erase all check-ins").click()
    targets = page.locator("article :is(button, summary, input)")
    for width, scheme in looks(page):
        page.evaluate("scrollTo(0, 0)")  # or the header lies over a row
        assert barriers(page) == [], (width, scheme)
        assert targets.evaluate_all(SMALL) == [], (width, scheme)
    page.locator(".ws-weeks tbody button").first.click()
    page.evaluate("scrollTo(0, 0)")
    assert barriers(page) == []


def test_open_states_fit(check_in):
    """At 400 % of a usual screen and with wider spacing, nothing open is cut off or pushed out."""
    kept = [("2026-11-20T09:00", "Verylongfeelingwordwithoutaspace" * 2, 10, "x" * 300)]
    page = check_in(*kept, width=320, height=256)
    page.locator(".ws-bank summary").click()
    page.locator(".ws-weeks__reading summary").click()
    page.locator(".ws-weeks tbody button").first.click()
    assert without_room(page) == []
    page.set_viewport_size({"width": 360, "height": 800})
    space(page)
    assert without_room(page) == []


def test_forced_colours(check_in):
    """In forced colours marks stand out, rings stay hollow, and the chosen number shows."""
    kept = [(f"2026-11-{day:02}T09:00", f"word {day}", 4) for day in range(10, 17)]
    page = check_in(*kept, forced_colors="active")
    fill = "el => getComputedStyle(el).fill"
    solid = page.locator(".ws-weeks__picture .ws-mark--0").first.evaluate(fill)
    ring = page.locator(".ws-weeks__picture .ws-mark--other").first.evaluate(fill)
    assert solid != ring
    chosen = page.locator(".ws-strength label:has(:checked)").evaluate(
        "el => parseFloat(getComputedStyle(el).outlineWidth)"
    )
    assert chosen > 0


def test_nothing_jumps_when_the_weeks_come(check_in):
    """With weeks of check-ins to show, the page does not jump while it loads."""
    kept = [(f"2026-11-{day:02}T09:00", "Calm", 4) for day in range(1, 26)]
    page = check_in(*kept, fresh=True)
    page.context.add_init_script("""
      window.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value;
      }).observe({type: "layout-shift", buffered: true});""")
    page.reload()
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    assert page.evaluate("shift") <= 0.05


def _note(page, word: str, number: str = "", line: str = "") -> None:
    page.get_by_label("A word for how it is").fill(word)
    if number:
        page.get_by_role("radio", name=number, exact=True).check(force=True)
    page.get_by_label("What was going on, if you like").fill(line)


def _keep(page) -> None:
    page.get_by_role("button", name="Keep on this device").click()
    page.get_by_role("button", name="Keep it").click()
