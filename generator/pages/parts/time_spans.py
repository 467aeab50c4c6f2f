"""Run-length encoded intervals of opening and meeting times, for a script to compare with now.

The build expands recurrence rules, so that no page has to know RRULE or time zones. Intervals at
equal distances are a run `start,minutes,times,days`, base 36: `start` in minutes since the Unix
epoch (UTC), `minutes` the length, `times` the number of intervals (1 if left out), `days` from one
to the next (7 if left out). Runs are separated by spaces; a DST change begins another run.
`theme/js/pages/resources.js` decodes them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from generator.content.models.resource import Hours, Meeting, Resource
from generator.site.recurrence import meetings_until, openings
from generator.site.site import Site

Spans = Iterable[tuple[datetime, datetime]]

_DAY = 24 * 60
_WEEK = 7
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def open_spans(site: Site, resource: Resource, hours: Hours) -> str:
    """Encoded opening times from the verification to the expiry of the listing."""
    since = resource.verification.on - timedelta(days=1)  # in zones where it is still yesterday
    return _open_spans(hours, since, site.counted_until(resource))


# Cached: each listing is on a dozen pages, with half a year of its openings.
@lru_cache(maxsize=4_000)
def _open_spans(hours: Hours, since: date, until: date) -> str:
    return packed(openings(hours, since, until))


def meeting_spans(site: Site, resource: Resource, meeting: Meeting, more: int) -> str:
    """Encoded meeting times from yesterday to the expiry of the listing, and `more` after it."""
    yesterday = site.today - timedelta(days=1)
    since = datetime.combine(yesterday, time(), ZoneInfo(meeting.zone))
    return packed(meetings_until(meeting, since, site.counted_until(resource), more))


def packed(spans: Spans) -> str:
    """Run-length encoding of (start, end) pairs, sorted ascending by the caller; greedy.

    Each run begins at the earliest interval left, with steps of 1 or 7 days, the longer run.
    """
    left = dict.fromkeys((_minutes(start), _minutes(end) - _minutes(start)) for start, end in spans)
    runs = []
    while left:
        first = next(iter(left))
        times, days = max((_times(left, first, days), days) for days in (1, _WEEK))
        for number in range(times):
            del left[first[0] + number * days * _DAY, first[1]]
        parts = (*first, *((times,) if times > 1 else ()), *((days,) if days != _WEEK else ()))
        runs.append(",".join(map(_base36, parts)))
    return " ".join(runs)


def _times(left: dict[tuple[int, int], None], first: tuple[int, int], days: int) -> int:
    start, minutes = first
    times = 1
    while (start + times * days * _DAY, minutes) in left:
        times += 1
    return times


def _minutes(moment: datetime) -> int:
    return round(moment.timestamp() / 60)


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits or "0"
