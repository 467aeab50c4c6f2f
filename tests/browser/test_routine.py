"""A time for writing in one's own calendar: the file is right, says nothing, and is made here."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar
from playwright.sync_api import expect

from tests.browser.barriers import barriers, looks
from tests.browser.late_scripts import late
from tests.browser.overflow import space, without_room
from tests.browser.test_check_in import SMALL
from tests.browser.test_pad import BLOCKED
from tests.calendar_readers import starts_elsewhere

pytestmark = pytest.mark.browser

NOW = "2026-11-26T15:30:00Z"  # a Thursday in every zone of these tests
MAKE = """([routine, now]) => calendar.calendarFile(routine, new Date(now), "id")"""


@pytest.fixture(scope="module")
def make(tabs, base):
    """Makes a file in the page: `make("Europe/Berlin", days=[0], time="20:00")` gives its bytes.

    The page is opened once: what makes a file knows nothing of the one before.
    """
    tab = tabs.lend(base, fresh=True, clock=False)
    tab.page.goto(f"{base}routine.html")
    tab.page.wait_for_function("() => typeof calendar === 'object'")

    def make_(zone: str, now: str = NOW, **chosen) -> bytes:
        tab.travel(zone)
        routine = {
            "days": [0],
            "time": "20:00",
            "minutes": 10,
            "weeks": 2,
            "reminder": None,
            "title": "Time set aside",
        }
        return tab.page.evaluate(MAKE, [routine | chosen, now]).encode()

    yield make_
    assert not tab.trouble
    tab.context.close()


@pytest.fixture
def opened(open_page):
    """Opens the page, at the size that is asked for."""
    return lambda **options: open_page("routine.html", **options)


def test_without_script(opened):
    """Without JavaScript the page says how to do it by hand and leads to the sheet."""
    page = opened(width=360, java_script_enabled=False)
    assert page.get_by_text("needs JavaScript").is_visible()
    assert page.get_by_role("heading", name="By hand").is_visible()
    assert page.get_by_role("link", name="Routine planner").is_visible()
    assert not page.locator(".ws-routine form").is_visible()


def test_by_keyboard(opened):
    """With the keyboard alone: two days, half an hour, no end, a reminder, a name, and the file."""
    page = opened(timezone_id="Europe/Berlin")
    page.get_by_role("checkbox", name="Monday").focus()
    page.keyboard.press("Space")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")  # Thursday
    page.get_by_label("For how long?").focus()
    page.keyboard.press("End")
    page.keyboard.press("Tab")
    page.keyboard.press("End")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("Tea; alone, \\o/")  # it is selected, and typing takes its place
    page.keyboard.press("Tab")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert page.get_by_text("The file is in your downloads").is_visible()
    assert download.value.suggested_filename == "calendar.ics"
    event = _event(Path(download.value.path()).read_bytes())
    assert str(event["SUMMARY"]) == "Tea; alone, \\o/"
    assert event["RRULE"].to_ical() == b"FREQ=WEEKLY;BYDAY=MO,TH"
    assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(minutes=30)
    assert [alarm["TRIGGER"].dt for alarm in event.subcomponents] == [timedelta(minutes=-5)]
    assert event.decoded("DTSTART").tzinfo == ZoneInfo("Europe/Berlin")


def test_by_pointer(opened):
    """A tap on a day and a tap on the button are enough; without a day a sentence asks for one."""
    page = opened(width=360)
    page.get_by_role("button", name="Make a calendar file").click()
    assert page.get_by_text("Please choose a day").is_visible()
    page.locator("label", has_text="Sunday").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Make a calendar file").click()
    event = _event(Path(download.value.path()).read_bytes())
    assert event["RRULE"].to_ical() == b"FREQ=WEEKLY;COUNT=2;BYDAY=SU"


@pytest.mark.parametrize(
    ("field", "usual", "asks"),
    [
        ("input[name=day] >> nth=0", True, "Please choose a day"),
        ("#routine-time", "07:30", "Please choose a time"),
        ("#routine-name", "Tea", "Please write what your calendar"),
    ],
)
def test_asks_for_what_is_missing(opened, field, usual, asks):
    """No file has a day, an hour or a name that nobody chose: the page asks, at the field."""
    page = opened(width=360)
    made = []
    page.on("download", lambda download: made.append(download))
    missing = page.locator(field)
    if usual is not True:
        page.locator("label", has_text="Sunday").click()
        missing.fill("  " if field == "#routine-name" else "")
    button = page.get_by_role("button", name="Make a calendar file")
    button.click()
    said = page.locator(".ws-routine [role=status]")
    assert asks in said.inner_text()
    expect(missing).to_be_focused()
    expect(said).to_be_in_viewport()
    assert missing.get_attribute("aria-invalid") == "true"
    assert said.get_attribute("id") in missing.get_attribute("aria-describedby").split()
    assert made == []
    if usual is True:
        page.keyboard.press("Space")
    else:
        missing.fill(usual)
    assert page.locator("[aria-invalid]").count() == 0
    assert said.inner_text() == ""
    with page.expect_download() as download:
        button.click()
    event = _event(Path(download.value.path()).read_bytes())
    assert event["RRULE"]["BYDAY"] == ["MO" if usual is True else "SU"]
    assert said.get_attribute("id") not in (missing.get_attribute("aria-describedby") or "")


def test_says_nothing_by_itself(opened):
    """What the file holds unasked says nothing of writing, of moods or of this site."""
    page = opened()
    page.locator("label", has_text="Sunday").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Make a calendar file").click()
    raw = Path(download.value.path()).read_bytes()
    for word in (b"writ", b"journal", b"mood", b"therap", b"mental", b"few lines", b"example.org"):
        assert word not in raw.lower()
    event = _event(raw)
    assert not event.subcomponents  # no reminder unless one is chosen
    assert event["CLASS"] == "PRIVATE"
    assert len(event["UID"]) == 32


def test_form_of_the_file(make):
    """Lines end in CRLF, none is longer than 75 octets, and no letter is cut in two."""
    title = "Zeit für mich — 時間, " * 6
    raw = make("Europe/Berlin", title=title, weeks=0)
    lines = raw.split(b"\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode("utf-8")
    assert str(_event(raw)["SUMMARY"]) == title
    event = _event(raw)
    assert event.decoded("DTSTAMP") == datetime(2026, 11, 26, 15, 30, tzinfo=UTC)
    assert {c.name for c in Calendar.from_ical(raw).subcomponents} == {"VTIMEZONE", "VEVENT"}


@pytest.mark.parametrize(
    "title",
    ["a;b,c\\d", "one\r\ntwo", "BEGIN:VALARM\nTRIGGER:PT0M", "\u0007bell", "\\n", "👩‍👧 " * 30],
)
def test_no_title_breaks_the_file(make, title):
    """Whatever somebody types is one text, and adds no line of its own to the file."""
    raw = make("Europe/London", title=title)
    event = _event(raw)
    said = title.replace("\r\n", "\n").replace("\u0007", "")
    assert str(event["SUMMARY"]) == said
    assert raw.count(b"BEGIN:VALARM\r\n") == 0


@pytest.mark.parametrize(
    "zone",
    [
        "Europe/Berlin",
        "America/New_York",
        "America/Los_Angeles",
        "Australia/Lord_Howe",
        "Europe/Dublin",
        "America/Santiago",
        "Asia/Kolkata",
        "Asia/Kathmandu",
        "Pacific/Kiritimati",
        "UTC",
    ],
)
def test_the_hour_stays_right(make, zone):
    """For two years each time is at the chosen hour, by the rules that the file itself has.

    Summer and winter time, on both halves of the earth, half an hour of it, zones without it.
    """
    raw = make(zone, days=[2, 6], time="21:00", weeks=0)
    parsed = Calendar.from_ical(raw)
    own = next(c for c in parsed.subcomponents if c.name == "VTIMEZONE").to_tz(lookup_tzid=False)
    start = _event(raw).decoded("DTSTART").replace(tzinfo=None)
    rule = rrulestr(_event(raw)["RRULE"].to_ical().decode(), dtstart=start)
    times = list(rule.between(start, start + timedelta(days=730), inc=True))
    assert len(times) > 200
    for time in times:
        assert time.strftime("%a %H:%M") in ("Wed 21:00", "Sun 21:00")
        there = time.replace(tzinfo=ZoneInfo(zone))
        assert time.replace(tzinfo=own).utcoffset() == there.utcoffset(), time


@pytest.mark.parametrize(
    "zone",
    ["Europe/Berlin", "Europe/London", "America/Los_Angeles", "America/Santiago", "Asia/Jerusalem",
     "Africa/Cairo", "Australia/Lord_Howe", "Asia/Kolkata"],
)  # fmt: skip
def test_programs_that_read_it_have_the_hour(make, zone):
    """The first 200 times without an end are at the chosen hour in four programs that read it."""
    raw = make(zone, days=[2, 6], time="21:00", weeks=0)
    assert b"RDATE" not in raw
    first = datetime(2026, 11, 29, 21)
    rule = rrulestr("FREQ=WEEKLY;BYDAY=WE,SU", dtstart=first)
    expected = [
        time.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC).isoformat() for time in rule[:200]
    ]
    for reader, found in starts_elsewhere(raw, 200).items():
        assert found == expected, reader


@pytest.mark.parametrize(
    ("zone", "now", "days", "time", "first"),
    [
        # Today, if the time is still to come; in a week, if it has passed.
        ("Europe/Berlin", "2026-11-26T15:30:00Z", [3], "20:00", "2026-11-26T20:00"),
        ("Europe/Berlin", "2026-11-26T20:30:00Z", [3], "20:00", "2026-12-03T20:00"),
        ("Europe/Berlin", "2026-11-26T20:30:00Z", [3, 4], "20:00", "2026-11-27T20:00"),
        # The day is the reader's own, before and behind UTC.
        ("Asia/Kolkata", "2026-11-26T20:30:00Z", [4], "07:00", "2026-11-27T07:00"),
        ("America/Los_Angeles", "2026-11-27T05:00:00Z", [3], "22:00", "2026-11-26T22:00"),
        # From Sunday to Monday, and over the end of a year.
        ("Europe/Berlin", "2026-11-29T20:00:00Z", [0], "06:00", "2026-11-30T06:00"),
        ("Pacific/Kiritimati", "2026-12-31T09:30:00Z", [4], "00:00", "2027-01-01T00:00"),
    ],
)
def test_first_day(make, zone, now, days, time, first):
    """The first time is the next of the chosen days on the reader's own clock."""
    start = _event(make(zone, now, days=days, time=time)).decoded("DTSTART")
    assert start.replace(tzinfo=None) == datetime.fromisoformat(first)
    assert start.weekday() in days


def test_number_of_times(make):
    """Four weeks of three days are twelve times, the first of them at the beginning."""
    event = _event(make("Europe/Berlin", days=[6, 0, 3], weeks=4))
    start = event.decoded("DTSTART").replace(tzinfo=None)
    times = list(rrulestr(event["RRULE"].to_ical().decode(), dtstart=start))
    assert len(times) == 12
    assert times[0] == start
    assert {t.weekday() for t in times} == {0, 3, 6}
    assert times[-1].date() - date(2026, 11, 26) < timedelta(weeks=4)


def test_over_midnight(make):
    """Half an hour from a quarter to twelve ends on the next day."""
    event = _event(make("Europe/Berlin", days=[6], time="23:45", minutes=30))
    assert event.decoded("DTEND").replace(tzinfo=None) == datetime(2026, 11, 30, 0, 15)


@pytest.mark.parametrize(("reminder", "trigger"), [(0, 0), (5, -5), (60, -60)])
def test_reminder(make, reminder, trigger):
    """A reminder that was chosen says no more than the name, at the chosen time."""
    (alarm,) = _event(make("Europe/Berlin", reminder=reminder)).subcomponents
    assert alarm["TRIGGER"].dt == timedelta(minutes=trigger)
    assert alarm["DESCRIPTION"] == "Time set aside"
    assert alarm["ACTION"] == "DISPLAY"


def test_nothing_is_kept_or_sent(opened):
    """Making the file sends nothing and keeps nothing."""
    page = opened()
    before = page.evaluate("JSON.stringify(localStorage)")
    sent = []
    page.on("request", lambda r: sent.append(r.url))
    page.locator("label", has_text="Sunday").click()
    page.get_by_label("What the calendar says").fill("Zebrafinch")
    with page.expect_download():
        page.get_by_role("button", name="Make a calendar file").click()
    assert [u for u in sent if not u.startswith("blob:") and not u.endswith("/favicon.svg")] == []
    assert page.evaluate("JSON.stringify(localStorage)") == before
    assert page.evaluate("document.cookie") == ""


def test_from_a_file(open_page, site):
    """From a page that was opened as a file it works as well."""
    page = open_page("routine.html", start=f"{site.as_uri()}/")
    page.locator("label", has_text="Sunday").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Make a calendar file").click()
    assert _event(Path(download.value.path()).read_bytes())["RRULE"]


def test_barriers(opened):
    """axe finds nothing before and after, and every target is large enough to tap."""
    page = opened(reduced_motion="reduce")
    page.locator("label", has_text="Sunday").click()
    with page.expect_download():
        page.get_by_role("button", name="Make a calendar file").click()
    targets = page.locator("article :is(button, input, select)")
    for width, scheme in looks(page):
        page.evaluate("scrollTo(0, 0)")
        assert barriers(page) == [], (width, scheme)
        assert targets.evaluate_all(SMALL) == [], (width, scheme)


def test_chosen_before_the_scripts(opened):
    """Days, a length and a name chosen before the scripts have come stay beside what was held."""
    page = opened()
    page.get_by_label("Monday").check()
    page.locator("#routine-weeks").select_option(index=2)
    held = page.locator("#routine-weeks").input_value()
    with late(page, page.url, "pages/form-restore", reload=True):
        page.get_by_label("Tuesday").check()
        page.locator("#routine-name").fill("Walk")
        page.locator("#routine-length").select_option("30")
    for _ in range(2):
        assert page.get_by_label("Monday").is_checked()
        assert page.get_by_label("Tuesday").is_checked()
        assert page.locator("#routine-name").input_value() == "Walk"
        assert page.locator("#routine-length").input_value() == "30"
        assert page.locator("#routine-weeks").input_value() == held
        page.reload()


def test_large_text_and_forced_colours(opened):
    """At 400 %, with wider spacing and in forced colours nothing is lost."""
    page = opened()
    for width, height in ((320, 256), (360, 800)):
        page.set_viewport_size({"width": width, "height": height})
        page.get_by_role("button", name="Make a calendar file").click()
        if width > 320:
            space(page)
        assert without_room(page) == []
    page.emulate_media(forced_colors="active")
    border = "el => parseFloat(getComputedStyle(el).borderTopWidth)"
    assert page.locator(".ws-days .ws-chip").first.evaluate(border) > 0


def _event(raw: bytes):
    (event,) = [c for c in Calendar.from_ical(raw).subcomponents if c.name == "VEVENT"]
    return event


def test_says_what_is_not_held(open_page, base, site):
    """Where the tab holds nothing, the note says at once that a reload takes the choice away."""
    page = open_page("about:blank", start="")
    page.add_init_script(BLOCKED)
    for start in (base, f"{site.as_uri()}/"):
        page.goto(f"{start}routine.html")
        expect(page.locator(".ws-routine__note").last).to_contain_text("leave or reload")
        assert "close this tab" not in page.locator(".ws-routine__form").inner_text()


def test_held_in_the_tab(open_page):
    """What was chosen is still chosen after a reload, and nothing is put where it would last."""
    page = open_page("routine.html")
    page.get_by_label("Monday").check()
    page.locator("#routine-name").fill("Walk")
    page.reload()
    assert page.get_by_label("Monday").is_checked()
    assert page.locator("#routine-name").input_value() == "Walk"
    assert "Walk" not in page.evaluate("JSON.stringify({...localStorage})")
