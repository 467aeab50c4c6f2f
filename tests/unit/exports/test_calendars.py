"""Calendars, read back by icalendar and counted on by dateutil."""

from __future__ import annotations

import dataclasses
import re
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from generator.content.library import Library
from generator.content.resource import Meeting
from generator.exports.calendars import calendar_files
from generator.words import load_words

WORDS = load_words("en")
GROUP = "826la"


def meeting(**changes: Any) -> Meeting:
    usual = {
        "words": "Mondays, 7 pm",
        "rule": "FREQ=WEEKLY;BYDAY=MO",
        "first": date(2026, 10, 19),
        "starts": "19:00",
        "length": timedelta(minutes=90),
        "zone": "America/Los_Angeles",
    }
    return Meeting(**{**usual, **changes})


def without_groups(library: Library) -> Library:
    """The library with no listing that meets."""
    listed = library.resources.items()
    alone = {i: r.model_copy(update={"meeting": None}) for i, r in listed}
    return dataclasses.replace(library, resources=alone)


def with_group(library: Library, **changes: Any) -> Library:
    """The library with one listing that meets."""
    library = without_groups(library)
    group = library.resources[GROUP].model_copy(update={"meeting": meeting(), **changes})
    return dataclasses.replace(library, resources={**library.resources, group.id: group})


def event_of(library: Library) -> Event:
    file = calendar_files(library, WORDS)[f"resources/calendars/{GROUP}.ics"]
    (event,) = Calendar.from_ical(file).walk("VEVENT")
    assert isinstance(event, Event)
    return event


def dates_of(event: Event, n: int) -> list[datetime]:
    """The next dates as a program counts them, by the rule in the file and from its start."""
    rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=event["DTSTART"].dt)
    return list(islice(rule, n))


def test_no_groups_no_files(library: Library) -> None:
    """Where nothing says when it meets there is no calendar: an empty one is not allowed."""
    assert calendar_files(without_groups(library), WORDS) == {}


def test_evening_stays_the_same_when_clocks_change(library: Library) -> None:
    """Seven in the evening is seven in the evening before and after summer time ends."""
    found = dates_of(event_of(with_group(library)), 4)
    assert [d.strftime("%a %d %b %H:%M") for d in found] == [
        "Mon 19 Oct 19:00", "Mon 26 Oct 19:00", "Mon 02 Nov 19:00", "Mon 09 Nov 19:00",
    ]  # fmt: skip
    assert [d.astimezone(UTC).hour for d in found] == [2, 2, 3, 3]


def test_file_knows_the_zone_by_itself(library: Library) -> None:
    """The file's own time zone says the same, for a program that has no list of zones."""
    file = calendar_files(with_group(library), WORDS)["api/v1/groups.ics"]
    (zone,) = Calendar.from_ical(file).walk("VTIMEZONE")
    own = zone.to_tz(lookup_tzid=False)
    summer, winter = datetime(2026, 10, 26, 19, tzinfo=own), datetime(2026, 11, 2, 19, tzinfo=own)
    assert summer.utcoffset() == timedelta(hours=-7)
    assert winter.utcoffset() == timedelta(hours=-8)
    assert len(file) < 3500


def test_first_date_is_one_of_the_rule(library: Library) -> None:
    """If the listing's first day is not one of its rule's days, the next such day comes first."""
    monthly = meeting(rule="FREQ=MONTHLY;BYDAY=1TU", first=date(2026, 6, 1))
    found = dates_of(event_of(with_group(library, meeting=monthly)), 3)
    assert [d.date() for d in found] == [date(2026, 6, 2), date(2026, 7, 7), date(2026, 8, 4)]


def test_event_says_when_it_was_checked(library: Library) -> None:
    """Somebody who finds it in a calendar years later learns how old the facts are."""
    event = event_of(with_group(library))
    day = library.resources[GROUP].verification.on
    assert WORDS.day(day) in event["DESCRIPTION"]
    assert event["LAST-MODIFIED"].dt.date() == day
    assert event["URL"] == f"https://example.org/writing/resources/writing-workshop.html#{GROUP}"


def test_same_listing_same_id(library: Library) -> None:
    """The file of one and the file of all name the same event, so that it is not there twice."""
    files = calendar_files(with_group(library), WORDS)
    ids = {str(e["UID"]) for f in files.values() for e in Calendar.from_ical(f).walk("VEVENT")}
    assert len(files) == 2
    assert len(ids) == 1


@pytest.mark.parametrize(
    "rule",
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "FREQ=MONTHLY;BYDAY=-1WE", "FREQ=DAILY;COUNT=3",
     "FREQ=WEEKLY;BYDAY=SA", "FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20270601T000000Z"],
)  # fmt: skip
def test_rule_comes_through(library: Library, rule: str) -> None:
    """What the file says is the rule that the listing says."""
    found = dates_of(event_of(with_group(library, meeting=meeting(rule=rule))), 5)
    start = found[0].replace(tzinfo=None)
    plain = rule.replace("T000000Z", "")
    expected = list(islice(rrulestr(plain, dtstart=start, ignoretz=True), 5))
    assert [d.replace(tzinfo=None) for d in found] == expected


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), min_size=2))
def test_no_text_breaks_out(library: Library, text: str) -> None:
    """Whatever a listing is called, it is one event, and its words come back as they were."""
    # The library that reads it back takes an escaped backslash before an n for a line break.
    assume(not re.search(r"\\n", text, re.IGNORECASE))
    event = event_of(with_group(library, name=f"N{text}", summary=f"S{text}", address=f"A{text}"))
    assert event["SUMMARY"] == " ".join(f"N{text}".split())
    assert f"S{text}" in event["DESCRIPTION"]
    assert event["LOCATION"] == f"A{text}"
