"""Spans of time as pages carry them: short, and with nothing lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from generator.content.models.resource import Hours
from generator.pages.parts.time_spans import packed
from generator.site.recurrence import meetings_until, openings
from tests.unit.site.test_recurrence import RULES, ZONES, meeting

SINCE = datetime(2026, 1, 1, tzinfo=UTC)


def read(runs: str) -> Iterator[tuple[int, int]]:
    """Start and end in minutes, as the description of the form has it."""
    for run in runs.split():
        start, minutes, *more = (int(part, 36) for part in run.split(","))
        times, days = [*more, *(1, 7)[len(more) :]]
        for number in range(times):
            first = start + number * days * 24 * 60
            yield first, first + minutes


@pytest.mark.parametrize("zone", ZONES)
def test_nothing_is_lost(zone: str) -> None:
    """For every kind of rule the runs say each span, and no other."""
    for rule in RULES:
        for at in ("00:30", "02:30", "23:45"):
            group = meeting(rule, zone=zone, starts=at)
            spans = list(meetings_until(group, SINCE, date(2026, 12, 31), 3))
            minutes = [tuple(int(m.timestamp() / 60) for m in span) for span in spans]
            assert sorted(read(packed(spans))) == minutes, (rule, at)


def test_what_repeats_is_short() -> None:
    """A year of weekdays is a run for each day and time of the year; days alike are one run."""
    year = (date(2026, 1, 1), date(2026, 12, 31))
    weekdays = Hours(
        rule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", opens="09:00", closes="17:00",
        zone="America/Chicago",
    )  # fmt: skip
    assert len(packed(openings(weekdays, *year)).split()) == 15
    assert len(packed(openings(weekdays, *year))) < 220
    daily = weekdays.model_copy(update={"rule": "FREQ=DAILY"})
    assert len(packed(openings(daily, *year)).split()) == 3
    assert packed([]) == ""


def test_one_moment_by_hand() -> None:
    """The first minutes of 1970 are the smallest numbers."""
    start = datetime(1970, 1, 1, 0, 36, tzinfo=UTC)
    week = timedelta(days=7)
    spans = [(start + n * week, start + n * week + timedelta(minutes=35)) for n in range(3)]
    assert packed(spans) == "10,z,3"
    assert packed(spans[:1]) == "10,z"
