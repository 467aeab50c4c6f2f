"""VTIMEZONE components (RFC 5545, 3.6.5) derived from the IANA time zone database.

Offset transitions that recur by one yearly rule become an observance with an RRULE; all others one
observance each. RDATE lists are not used: several parsers take only the first date of a line, and
are an hour off in all other years.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

YEARS = 30
"""Years ahead that are scanned: within 28, every day of a month falls on every weekday."""
_FEWEST = 12
"""Least consecutive years, up to the last one scanned, that make transitions a yearly rule."""
_LONG_AGO = 2007
"""Rules start in this year, if they are as old: some programs take a zone for that of another
place if the two do not differ in the past."""
_STEP = timedelta(days=4)
"""Step of the scan; no zone has two transitions within it."""
_ALWAYS = datetime(1970, 1, 1)
_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class Change:
    """An offset transition; `onset` is naive local time before it, `before`/`after` UTC offsets."""

    onset: datetime
    before: timedelta
    after: timedelta
    name: str


@dataclass(frozen=True)
class Observance:
    """A STANDARD or DAYLIGHT observance from `first.onset` on; with an RRULE, again each year."""

    first: Change
    rule: str = ""


def timezone_component(zone: str, since: date) -> Timezone:
    """VTIMEZONE of an IANA zone, valid from `since` on, for programs without a zone database."""
    component = Timezone()
    component.add("TZID", zone)
    for observance in observances(zone, since.year):
        change = observance.first
        part: Any = TimezoneDaylight() if change.after > change.before else TimezoneStandard()
        part.add("DTSTART", change.onset)
        part.add("TZOFFSETFROM", change.before)
        part.add("TZOFFSETTO", change.after)
        part.add("TZNAME", change.name)
        if observance.rule:
            part.add("RRULE", vRecur.from_ical(observance.rule))
        component.add_component(part)
    return component


@lru_cache(maxsize=64)
def observances(zone: str, year: int) -> tuple[Observance, ...]:
    """Observances that a zone needs from January 1 of `year` on, sorted by onset."""
    start, end = min(year - 1, _LONG_AGO), year + YEARS
    changes = tuple(_changes(ZoneInfo(zone), start, end))
    result: list[Observance] = []
    series: dict[tuple[object, ...], list[Change]] = {}
    for change in changes:
        key = (change.before, change.after, change.onset.month, change.onset.weekday(),
               change.onset.time())  # fmt: skip
        series.setdefault(key, []).append(change)
    for alike in series.values():
        alone, ruled = _split(alike, end - 1)
        result += [Observance(change) for change in alone]
        if ruled:
            result.append(Observance(ruled[0], _rule([c.onset.date() for c in ruled])))
    result.sort(key=lambda o: o.first.onset)
    return tuple(_needed(result, ZoneInfo(zone), datetime(year - 1, 1, 1)))


def _needed(every: Sequence[Observance], zone: ZoneInfo, since: datetime) -> Iterator[Observance]:
    """Drops single transitions before `since`; the offset then in force is an observance first."""
    needed = [o for o in every if o.rule or o.first.onset >= since]
    if not any(o.first.onset < since for o in needed):
        start = since.replace(tzinfo=zone)
        offset = start.utcoffset() or timedelta()
        yield Observance(Change(_ALWAYS, offset, offset, start.tzname() or ""))
    yield from needed


def _split(alike: list[Change], last: int) -> tuple[list[Change], list[Change]]:
    """Single transitions, and the longest yearly run that ends in year `last` and has one rule."""
    for start in range(len(alike)):
        run = alike[start:]
        years = [change.onset.year for change in run]
        unbroken = years == list(range(years[0], last + 1))
        if len(run) >= _FEWEST and unbroken and _rule([c.onset.date() for c in run]):
            return alike[:start], run
    return alike, []


def _rule(days: list[date]) -> str:
    """Yearly RRULE of dates with the same month and weekday; empty if no rule fits them all."""
    month, weekday = days[0].month, _NAMES[days[0].weekday()]
    rule = f"FREQ=YEARLY;BYMONTH={month};BYDAY="
    if all((day + timedelta(7)).month != month for day in days):
        return f"{rule}-1{weekday}"
    numbers = {(day.day - 1) // 7 + 1 for day in days}
    if len(numbers) == 1:
        return f"{rule}{numbers.pop()}{weekday}"
    first, last = min(day.day for day in days), max(day.day for day in days)
    if last - first == 6:  # such as a Friday before a last Sunday
        window = ",".join(str(day) for day in range(first, last + 1))
        return f"{rule}{weekday};BYMONTHDAY={window}"
    return ""


def _changes(zone: ZoneInfo, start: int, end: int) -> Iterator[Change]:
    """Offset transitions from January 1 of year `start` to that of `end`, ascending."""
    day = datetime(start, 1, 1, tzinfo=UTC)
    while day < datetime(end, 1, 1, tzinfo=UTC):
        following = day + _STEP
        if _offset(zone, day) != _offset(zone, following):
            yield _change(zone, day, following)
        day = following


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> Change:
    """The transition between two moments, located to the second by binary search."""
    old = _offset(zone, before)
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        if _offset(zone, middle) == old:
            before = middle
        else:
            after = middle
    onset = (after + old).replace(tzinfo=None)
    return Change(onset, old, _offset(zone, after), after.astimezone(zone).tzname() or "")


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()
