"""When something that repeats happens, on the clock of its own place."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from pydantic_core import PydanticCustomError

from generator.content.models.resource import Hours, Meeting
from generator.content.models.validators import check_repeat_rule
from generator.site.recurrence import (
    calendar_rule,
    has_meeting_from,
    meeting_starts,
    meetings_until,
    openings,
)

RULES = [
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3;COUNT=40",
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU",
    "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270301T030000Z",
    "FREQ=WEEKLY;BYMONTH=3,11;UNTIL=20271105",
    "FREQ=MONTHLY",
    "FREQ=MONTHLY;BYDAY=1TU,-1FR",
    "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1,-1",
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    "FREQ=MONTHLY;BYDAY=5WE",
    "FREQ=YEARLY",
    "FREQ=YEARLY;BYMONTH=3,9;BYDAY=2SU",
    "FREQ=YEARLY;BYMONTH=6",
    "FREQ=YEARLY;BYMONTHDAY=31",
    "FREQ=WEEKLY;COUNT=2",
]
ZONES = ["America/Chicago", "Pacific/Auckland", "Europe/London", "Asia/Kolkata", "UTC"]


def meeting(rule: str, **changes: object) -> Meeting:
    """A meeting on Mondays at 7 pm in Chicago, but for what is changed."""
    usual = {
        "words": "Mondays",
        "rule": rule,
        "first": date(2026, 1, 5),
        "starts": "19:00",
        "length": timedelta(hours=1),
        "zone": "America/Chicago",
    }
    return Meeting.model_validate(usual | changes)


def starts(rule: str, since: str, count: int = 3, **changes: object) -> list[str]:
    """The next starts as their own clock shows them."""
    found = meeting_starts(meeting(rule, **changes), datetime.fromisoformat(since), count)
    return [f"{start:%Y-%m-%d %H:%M %Z}" for start in found]


def test_time_of_day_stays_when_clocks_change():
    """A group at 7 pm meets at 7 pm before and after the clocks change."""
    assert starts("FREQ=WEEKLY;BYDAY=MO", "2026-10-21T00:00Z") == [
        "2026-10-26 19:00 CDT",
        "2026-11-02 19:00 CST",
        "2026-11-09 19:00 CST",
    ]


def test_hour_that_the_clock_skips():
    """A start that does not exist on a day is shown as the clock then shows it."""
    rule = {"starts": "02:30", "first": date(2026, 3, 7)}
    assert starts("FREQ=DAILY", "2026-03-07T00:00Z", **rule) == [
        "2026-03-07 02:30 CST",
        "2026-03-08 03:30 CDT",
        "2026-03-09 02:30 CDT",
    ]


def test_now_is_compared_as_a_moment():
    """A meeting of this evening there is still to come when it is tomorrow here."""
    tonight = "2026-11-24T00:59:00Z"  # 18:59 on Monday in Chicago
    assert starts("FREQ=WEEKLY;BYDAY=MO", tonight, 1) == ["2026-11-23 19:00 CST"]
    assert starts("FREQ=WEEKLY;BYDAY=MO", "2026-11-24T01:00:01Z", 1) == ["2026-11-30 19:00 CST"]


def test_every_other_week_counts_from_the_first():
    """Every second week is counted from the first meeting."""
    rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"
    assert starts(rule, "2026-01-06T12:00Z", 2) == ["2026-01-19 19:00 CST", "2026-02-02 19:00 CST"]


def test_end_in_utc_and_end_as_a_day():
    """An end in UTC is that moment; an end without a time is the whole of its day there."""
    in_utc = "FREQ=DAILY;UNTIL=20260106T010000Z"  # 19:00 on the 5th in Chicago
    assert starts(in_utc, "2026-01-05T12:00Z") == ["2026-01-05 19:00 CST"]
    as_day = "FREQ=DAILY;UNTIL=20260105"
    assert starts(as_day, "2026-01-05T12:00Z") == ["2026-01-05 19:00 CST"]


def test_calendars_get_the_end_in_utc():
    """Calendars are told the same end, in UTC as their standard asks; other rules as they are."""
    assert calendar_rule(meeting("FREQ=DAILY;UNTIL=20260105")) == (
        "FREQ=DAILY;UNTIL=20260106T055959Z"
    )
    assert calendar_rule(meeting("FREQ=MONTHLY;BYDAY=1TU")) == "FREQ=MONTHLY;BYDAY=1TU"


@pytest.mark.parametrize(
    ("rule", "day", "again"),
    [
        ("FREQ=WEEKLY;COUNT=2", date(2026, 1, 12), True),
        ("FREQ=WEEKLY;COUNT=2", date(2026, 1, 13), False),
        ("FREQ=WEEKLY", date(2126, 1, 1), True),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", date(2026, 1, 1), False),
    ],
)
def test_whether_it_meets_again(rule, day, again):
    """A rule that has ended, or that never comes true, does not meet again."""
    assert has_meeting_from(meeting(rule), day) is again


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=MO,WE",
        "FREQ=MONTHLY;BYDAY=1TU,-1FR",
        "FREQ=MONTHLY;BYMONTHDAY=1,-1",
        "FREQ=YEARLY;BYMONTH=3,9;BYDAY=2SU",
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU;UNTIL=20271231T000000Z",
    ],
)
def test_rules_that_can_be_counted(rule):
    """Rules by days of the week, of the month and of the year are fine."""
    assert check_repeat_rule(rule) == rule


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=HOURLY",
        "FREQ=DAILY;BYHOUR=9",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;COUNT=3;UNTIL=20270101",
        "FREQ=YEARLY;BYDAY=1MO",
        "FREQ=DAILY\nDTSTART:20260101",
        "freq=daily",
    ],
)
def test_rules_that_cannot_be_counted(rule):
    """Rules that the browser could not count are refused with a sentence."""
    with pytest.raises(PydanticCustomError):
        check_repeat_rule(rule)


def test_result_knows_its_zone():
    """What comes back are times in the group's zone, so a calendar can name it."""
    (start,) = meeting_starts(meeting("FREQ=WEEKLY"), datetime(2026, 2, 1, tzinfo=UTC), 1)
    assert start.tzinfo == ZoneInfo("America/Chicago")


def test_meetings_go_on_to_a_day_and_some_more():
    """Every meeting up to a day is there with its end, and as many after it as are asked for."""
    weekly = meeting("FREQ=WEEKLY;BYDAY=MO", **{"except": (date(2026, 3, 9),)})
    since = datetime.fromisoformat("2026-03-01T00:00Z")
    found = list(meetings_until(weekly, since, date(2026, 3, 16), 2))
    assert [start.day for start, _ in found] == [2, 16, 23, 30]
    assert {end - start for start, end in found} == {timedelta(hours=1)}
    over = meeting("FREQ=WEEKLY;BYDAY=MO;COUNT=2")
    assert list(meetings_until(over, since, date(2026, 3, 16), 2)) == []


def test_a_meeting_over_a_change_of_clocks_is_as_long_as_ever():
    """Ninety minutes from half past one are ninety minutes, whatever the clock does."""
    night = meeting(
        "FREQ=DAILY", starts="01:30", length=timedelta(minutes=90), first=date(2026, 3, 8)
    )
    since = datetime.fromisoformat("2026-03-08T00:00Z")
    ((start, end),) = meetings_until(night, since, date(2026, 3, 7), 1)
    assert end.timestamp() - start.timestamp() == 90 * 60
    assert f"{end:%H:%M %Z}" == "04:00 CDT"


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("America/Chicago", date(2026, 3, 8)),
        ("America/Chicago", date(2026, 11, 1)),
        ("Europe/London", date(2026, 10, 25)),
    ],
)
@pytest.mark.parametrize(
    ("opens", "closes"), [("09:00", "17:00"), ("22:00", "03:00"), ("00:00", "00:00")]
)
@pytest.mark.parametrize("rule", ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=SA,SU"])
def test_open_by_the_clock_of_the_place(zone, day, opens, closes, rule):
    """Every half hour round a change of clocks, it is open when its own clock says so."""
    hours = Hours(rule=rule, opens=opens, closes=closes, zone=zone)
    spans = list(openings(hours, day - timedelta(days=3), day + timedelta(days=3)))
    begin = datetime.combine(day - timedelta(days=1), time(), UTC)
    for half in range(96):
        now = begin + timedelta(minutes=30 * half)
        is_open = any(start <= now < end for start, end in spans)
        assert is_open == _says_the_clock(hours, now), now


def _says_the_clock(hours: Hours, now: datetime) -> bool:
    """Whether the clock on the wall stands between opening and closing on a day of the rule."""
    there = now.astimezone(ZoneInfo(hours.zone))
    opens, closes = time.fromisoformat(hours.opens), time.fromisoformat(hours.closes)
    at, weekend_only = there.time(), "BYDAY" in hours.rule
    is_day = [not weekend_only or (there.weekday() - back) % 7 >= 5 for back in (0, 1)]
    if closes > opens:
        return is_day[0] and opens <= at < closes
    return (is_day[0] and at >= opens) or (is_day[1] and at < closes)


def test_hours_in_words_are_never_open():
    """Where nobody gave times, there is no opening."""
    assert list(openings(Hours(words="Mornings"), date(2026, 1, 1), date(2026, 2, 1))) == []
