"""Recurrence expansion: RRULE (RFC 5545) with EXDATE to zoned start and end times, DST-aware.

A rule says on which dates something is, the time of day stands beside it. Rules are expanded in
the wall clock time of the place (naive), then given its IANA zone. Only the build expands; pages
carry the moments.
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
    """The next starts from `since` (zoned), at most `count`, ascending, in the meeting's zone.

    A start in a DST gap is read with the UTC offset before the gap, as RFC 5545 has it.
    """
    return tuple(islice(_starts(meeting, since), count))


def meetings_until(
    meeting: Meeting, since: datetime, until: date, more: int
) -> Iterator[tuple[datetime, datetime]]:
    """(start, end) of each meeting from `since` to the date `until`, then of `more` after it."""
    for start in _starts(meeting, since):
        more -= start.date() > until
        if more < 0:
            return
        yield start, (start.astimezone(UTC) + meeting.length).astimezone(start.tzinfo)


def openings(hours: Hours, since: date, until: date) -> Iterator[tuple[datetime, datetime]]:
    """(start, end) of each opening on the dates from `since` to `until` inclusive, in its own zone.

    A closing time not after the opening time is on the next day. Yields nothing for hours given
    in words only.
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
            _out_of_gap(datetime.combine(day.date(), opens, zone)),
            _out_of_gap(datetime.combine(last, closes, zone)),
        )


def has_meeting_from(meeting: Meeting, day: date) -> bool:
    """Whether there is a meeting on this date in its own zone or later."""
    return bool(meeting_starts(meeting, datetime.combine(day, time(), ZoneInfo(meeting.zone)), 1))


def calendar_rule(meeting: Meeting) -> str:
    """The RRULE for iCalendar, with UNTIL in UTC: RFC 5545 asks for it where DTSTART has a zone."""

    def in_utc(match: re.Match[str]) -> str:
        end = _until(match, ZoneInfo(meeting.zone)).astimezone(UTC)
        return f"UNTIL={end:%Y%m%dT%H%M%SZ}"

    return _UNTIL.sub(in_utc, meeting.rule)


def is_occurrence(meeting: Meeting, day: date) -> bool:
    """Whether the rule has an occurrence on this date; skipped dates are not taken out."""
    start = datetime.combine(day, _local_time(meeting))
    return next(_rule(meeting).xafter(start, count=1, inc=True), None) == start


def next_occurrence(meeting: Meeting, day: date) -> date | None:
    """Date of the rule's first occurrence on or after this date, skipped or not; None after it."""
    found = next(_rule(meeting).xafter(datetime.combine(day, time()), count=1, inc=True), None)
    return found.date() if found else None


def last_day(meeting: Meeting) -> date | None:
    """Date of the rule's last occurrence; None if it has no UNTIL or COUNT, or no occurrence."""
    if "UNTIL=" not in meeting.rule and "COUNT=" not in meeting.rule:
        return None
    occurrences = list(_rule(meeting))
    return occurrences[-1].date() if occurrences else None


def _starts(meeting: Meeting, since: datetime) -> Iterator[datetime]:
    zone = ZoneInfo(meeting.zone)
    # From midnight, so that a start in the hour which DST repeats (fold) is not missed.
    today = datetime.combine(since.astimezone(zone).date(), time())
    for start in _rule(meeting).xafter(today, inc=True):
        if start.date() in meeting.skipped:
            continue
        placed = start.replace(tzinfo=zone)
        if placed >= since:
            yield _out_of_gap(placed)


def _out_of_gap(moment: datetime) -> datetime:
    """Round trip through UTC: a time in a DST gap becomes the one that the clock shows instead."""
    return moment.astimezone(UTC).astimezone(moment.tzinfo)


def _rule(meeting: Meeting) -> rrule:
    """The RRULE in naive local time, from the first meeting on; skipped dates are still in it."""
    zone = ZoneInfo(meeting.zone)
    first = datetime.combine(meeting.first, _local_time(meeting))
    rule = rrulestr(_with_local_until(meeting.rule, zone), dtstart=first, ignoretz=True)
    assert isinstance(rule, rrule)
    return rule


def _local_time(meeting: Meeting) -> time:
    return time.fromisoformat(meeting.starts)


def _with_local_until(rule: str, zone: ZoneInfo) -> str:
    return _UNTIL.sub(lambda match: f"UNTIL={_until(match, zone):%Y%m%dT%H%M%S}", rule)


def _until(match: re.Match[str], zone: ZoneInfo) -> datetime:
    """UNTIL as a time in the meeting's zone; one without a time of day includes the whole day."""
    day, clock, in_utc = match.groups()
    end = datetime.strptime(f"{day}{clock or '235959'}", "%Y%m%d%H%M%S")
    return end.replace(tzinfo=UTC if in_utc else zone).astimezone(zone)
