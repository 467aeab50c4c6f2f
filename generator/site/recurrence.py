"""Recurrence: when something that repeats happens, counted on the clock of the place where it is.

Repeat rules are those of RFC 5545, as far as they say on which days something is; the time of day
stands beside them. Only the build counts with them; pages carry the moments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rrulestr

from generator.content.models.resource import Hours, Meeting

_UNTIL = re.compile(r"\bUNTIL=(\d{8})(?:T(\d{6})(Z?))?")


def meeting_starts(meeting: Meeting, since: datetime, count: int) -> tuple[datetime, ...]:
    """The next starts, at most `count`, none before `since`; each is a time in the group's zone.

    `since` knows its own zone. A start that a change of clocks skips is meant by the clock before
    the change, as RFC 5545 has it.
    """
    return tuple(islice(_starts(meeting, since), count))


def meetings_until(
    meeting: Meeting, since: datetime, until: date, more: int
) -> Iterator[tuple[datetime, datetime]]:
    """Start and end of each meeting from `since` to the day `until`, and of `more` after it."""
    for start in _starts(meeting, since):
        more -= start.date() > until
        if more < 0:
            return
        yield start, (start.astimezone(UTC) + meeting.length).astimezone(start.tzinfo)


def openings(hours: Hours, since: date, until: date) -> Iterator[tuple[datetime, datetime]]:
    """Start and end of each opening on the days from `since` to `until`, in the hours' own zone.

    A closing time that is not after the opening time is one on the next day. Hours in words have
    none.
    """
    if not (hours.rule and hours.opens and hours.closes and hours.zone):
        return
    zone = ZoneInfo(hours.zone)
    opens, closes = time.fromisoformat(hours.opens), time.fromisoformat(hours.closes)
    days = rrulestr(hours.rule, dtstart=datetime.combine(since, time()))
    for day in days.xafter(datetime.combine(since, time()), inc=True):
        if day.date() > until:
            return
        last = day.date() + timedelta(days=closes <= opens)
        yield (
            _shown(datetime.combine(day.date(), opens, zone)),
            _shown(datetime.combine(last, closes, zone)),
        )


def meets_again(meeting: Meeting, day: date) -> bool:
    """Whether it meets on this day of its own calendar or later."""
    return bool(meeting_starts(meeting, datetime.combine(day, time(), ZoneInfo(meeting.zone)), 1))


def calendar_rule(meeting: Meeting) -> str:
    """The rule as calendars want it: the end, if there is one, in UTC."""

    def said(match: re.Match[str]) -> str:
        end = _end(match, ZoneInfo(meeting.zone)).astimezone(UTC)
        return f"UNTIL={end:%Y%m%dT%H%M%SZ}"

    return _UNTIL.sub(said, meeting.rule)


def rule_names(meeting: Meeting, day: date) -> bool:
    """Whether the rule alone, counted from the first day, has a meeting on this day."""
    start = datetime.combine(day, _clock(meeting))
    return next(_named(meeting).xafter(start, count=1, inc=True), None) == start


def next_named(meeting: Meeting, day: date) -> date | None:
    """The first day from this one on that the rule names; None if there is none any more."""
    found = next(_named(meeting).xafter(datetime.combine(day, time()), count=1, inc=True), None)
    return found.date() if found else None


def last_day(meeting: Meeting) -> date | None:
    """The last day of a rule that ends; None for one without an end, or that names no day."""
    if "UNTIL=" not in meeting.rule and "COUNT=" not in meeting.rule:
        return None
    found = list(_named(meeting))
    return found[-1].date() if found else None


def _starts(meeting: Meeting, since: datetime) -> Iterator[datetime]:
    zone = ZoneInfo(meeting.zone)
    # From midnight, so that an hour which the clock shows twice is not missed.
    today = datetime.combine(since.astimezone(zone).date(), time())
    for start in _named(meeting).xafter(today, inc=True):
        if start.date() in meeting.skipped:
            continue
        placed = start.replace(tzinfo=zone)
        if placed >= since:
            yield _shown(placed)


def _shown(moment: datetime) -> datetime:
    """There and back: a time that the clock skips becomes the one that it shows instead."""
    return moment.astimezone(UTC).astimezone(moment.tzinfo)


def _named(meeting: Meeting) -> rrule:
    """What the rule names, as times of its own clock, without those that are left out."""
    zone = ZoneInfo(meeting.zone)
    first = datetime.combine(meeting.first, _clock(meeting))
    rule = rrulestr(_on_its_own_clock(meeting.rule, zone), dtstart=first, ignoretz=True)
    assert isinstance(rule, rrule)
    return rule


def _clock(meeting: Meeting) -> time:
    return time.fromisoformat(meeting.starts)


def _on_its_own_clock(rule: str, zone: ZoneInfo) -> str:
    return _UNTIL.sub(lambda match: f"UNTIL={_end(match, zone):%Y%m%dT%H%M%S}", rule)


def _end(match: re.Match[str], zone: ZoneInfo) -> datetime:
    """The end of a rule as a time of the group's zone; a day without a time counts as a whole."""
    day, clock, in_utc = match.groups()
    end = datetime.strptime(f"{day}{clock or '235959'}", "%Y%m%d%H%M%S")
    return end.replace(tzinfo=UTC if in_utc else zone).astimezone(zone)
