"""Time zones as calendars describe them (VTIMEZONE, RFC 5545, section 3.6.5).

A zone that changes its clocks by the same rule every year says so by a yearly rule; what follows
no such rule is one observance for each change. Lists of dates (`RDATE`) are not used: several
readers take only the first date of a line, and are an hour off in all other years.
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
"""How far ahead a zone is looked at: 28 years have every day of the month on every weekday."""
_FEWEST = 12
"""Years in a row that a rule has to hold, up to the last one looked at, to be called a rule."""
_LONG_AGO = 2007
"""Rules are told from this year on, if they are as old: some programs take a zone for that of
another place if the two do not differ in years that are long gone."""
_STEP = timedelta(days=4)
"""Clocks are never changed twice within it."""
_ALWAYS = datetime(1970, 1, 1)
_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class Change:
    """A change of clocks: `onset` is a time of the clock before it, as RFC 5545 has it."""

    onset: datetime
    before: timedelta
    after: timedelta
    name: str


@dataclass(frozen=True)
class Observance:
    """What holds from `first.onset` on, and, with a rule, again each year."""

    first: Change
    rule: str = ""


def timezone_component(zone: str, since: date) -> Timezone:
    """The zone as it is from `since` on, told in full for a program that has no list of zones."""
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
    """Every observance that is needed for a zone from the first day of `year` on, by onset."""
    start, end = min(year - 1, _LONG_AGO), year + YEARS
    changes = tuple(_changes(ZoneInfo(zone), start, end))
    found: list[Observance] = []
    series: dict[tuple[object, ...], list[Change]] = {}
    for change in changes:
        key = (change.before, change.after, change.onset.month, change.onset.weekday(),
               change.onset.time())  # fmt: skip
        series.setdefault(key, []).append(change)
    for alike in series.values():
        alone, ruled = _split(alike, end - 1)
        found += [Observance(change) for change in alone]
        if ruled:
            found.append(Observance(ruled[0], _rule([c.onset.date() for c in ruled])))
    found.sort(key=lambda o: o.first.onset)
    return tuple(_of_use(found, ZoneInfo(zone), datetime(year - 1, 1, 1)))


def _of_use(found: Sequence[Observance], zone: ZoneInfo, since: datetime) -> Iterator[Observance]:
    """Without single changes from before `since`, but with what they left the clocks at."""
    kept = [o for o in found if o.rule or o.first.onset >= since]
    if not any(o.first.onset < since for o in kept):
        start = since.replace(tzinfo=zone)
        offset = start.utcoffset() or timedelta()
        yield Observance(Change(_ALWAYS, offset, offset, start.tzname() or ""))
    yield from kept


def _split(alike: list[Change], last: int) -> tuple[list[Change], list[Change]]:
    """The changes that stand alone, and the longest run up to the last year that has a rule."""
    for start in range(len(alike)):
        run = alike[start:]
        years = [change.onset.year for change in run]
        unbroken = years == list(range(years[0], last + 1))
        if len(run) >= _FEWEST and unbroken and _rule([c.onset.date() for c in run]):
            return alike[:start], run
    return alike, []


def _rule(days: list[date]) -> str:
    """The yearly rule of days in the same month on the same weekday; empty if there is none."""
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
    """Every change of clocks between the first days of two years."""
    day = datetime(start, 1, 1, tzinfo=UTC)
    while day < datetime(end, 1, 1, tzinfo=UTC):
        following = day + _STEP
        if _offset(zone, day) != _offset(zone, following):
            yield _change(zone, day, following)
        day = following


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> Change:
    """The change between two moments, found to the second by halving what lies between."""
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
