"""Calendars, read back by icalendar and counted on by dateutil."""

from __future__ import annotations

import dataclasses
import re
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from generator.content.library import Library
from generator.content.models.resource import Meeting, VerificationStatus
from generator.exports.calendars import calendar_files
from generator.exports.timezones import timezone_component
from generator.site.recurrence import meeting_starts
from generator.site.site import Site
from generator.site.words import load_words
from tests.calendar_readers import starts_elsewhere

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
    """The listings of the library alone, and none of them meets."""
    listed = library.resources.items()
    alone = {i: r.model_copy(update={"meeting": None}) for i, r in listed}
    kinds = ("techniques", "prompts", "prompt_sets", "worksheets", "packets", "studies")
    nothing: dict[str, Any] = {kind: {} for kind in kinds}
    return dataclasses.replace(library, resources=alone, **nothing)


def with_group(library: Library, **changes: Any) -> Library:
    """The listings of the library, and one of them meets."""
    library = without_groups(library)
    group = library.resources[GROUP].model_copy(update={"meeting": meeting(), **changes})
    return dataclasses.replace(library, resources={**library.resources, group.id: group})


def event_of(library: Library) -> Event:
    file = calendar_files(Site.of(library))[f"resources/calendars/{GROUP}.ics"]
    (event,) = Calendar.from_ical(file).walk("VEVENT")
    assert isinstance(event, Event)
    return event


def dates_of(event: Event, n: int) -> list[datetime]:
    """The next dates as a program counts them, by the rule in the file and from its start."""
    rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=event["DTSTART"].dt)
    return list(islice(rule, n))


def test_no_groups_no_files(library: Library) -> None:
    """Where nothing says when it meets there is no calendar: an empty one is not allowed."""
    assert calendar_files(Site.of(without_groups(library))) == {}


def test_what_has_closed_meets_no_more(library: Library) -> None:
    """Nobody is led to a shut door."""
    closed = library.resources[GROUP].verification.model_copy(
        update={"status": VerificationStatus.CLOSED}
    )
    assert calendar_files(Site.of(with_group(library, verification=closed))) == {}


def test_evening_stays_the_same_when_clocks_change(library: Library) -> None:
    """Seven in the evening is seven in the evening before and after summer time ends."""
    found = dates_of(event_of(with_group(library)), 4)
    assert [d.strftime("%a %d %b %H:%M") for d in found] == [
        "Mon 19 Oct 19:00", "Mon 26 Oct 19:00", "Mon 02 Nov 19:00", "Mon 09 Nov 19:00",
    ]  # fmt: skip
    assert [d.astimezone(UTC).hour for d in found] == [2, 2, 3, 3]


def test_file_knows_the_zone_by_itself(library: Library) -> None:
    """The file's own time zone says the same, for a program that has no list of zones."""
    file = calendar_files(Site.of(with_group(library)))["api/v1/groups.ics"]
    (zone,) = Calendar.from_ical(file).walk("VTIMEZONE")
    own = zone.to_tz(lookup_tzid=False)
    summer, winter = datetime(2026, 10, 26, 19, tzinfo=own), datetime(2026, 11, 2, 19, tzinfo=own)
    assert summer.utcoffset() == timedelta(hours=-7)
    assert winter.utcoffset() == timedelta(hours=-8)
    assert len(file) < 3500


@pytest.mark.site
@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({}, id="weekly"),
        pytest.param({"rule": "FREQ=WEEKLY;BYDAY=MO;UNTIL=20271213"}, id="until a day"),
        pytest.param({"rule": "FREQ=WEEKLY;BYDAY=MO;UNTIL=20271213T190000"}, id="until a time"),
        pytest.param({"rule": "FREQ=WEEKLY;BYDAY=MO;UNTIL=20271214T030000Z"}, id="until in UTC"),
        pytest.param({"rule": "FREQ=WEEKLY;BYDAY=MO;COUNT=9"}, id="nine evenings"),
        pytest.param({"rule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"}, id="every other week"),
        pytest.param({"rule": "FREQ=MONTHLY;BYDAY=-1MO", "first": date(2026, 10, 26)}, id="last"),
        pytest.param({"except": (date(2026, 12, 28), date(2027, 1, 4))}, id="two left out"),
        pytest.param({"zone": "Europe/London", "first": date(2026, 3, 23)}, id="London"),
        pytest.param({"zone": "Australia/Sydney", "starts": "10:00"}, id="Sydney"),
        pytest.param({"zone": "Asia/Jerusalem"}, id="Jerusalem"),
        pytest.param({"zone": "America/Santiago"}, id="Santiago"),
        pytest.param({"zone": "Africa/Cairo"}, id="Cairo"),
        pytest.param({"zone": "Asia/Kolkata"}, id="Kolkata"),
        pytest.param({"first": date(2021, 10, 18)}, id="for five years"),
    ],
)
def test_everybody_counts_the_same(
    library: Library,
    changes: dict[str, Any],
) -> None:
    """The first 200 starts are those of the page, to the minute, in four programs that read it."""
    group = meeting(**changes)
    since = datetime.combine(group.first, time(), ZoneInfo(group.zone))
    ours = [d.astimezone(UTC).isoformat() for d in meeting_starts(group, since, 200)]
    assert len(ours) == 200 or "COUNT" in group.rule or "UNTIL" in group.rule
    file = calendar_files(Site.of(with_group(library, meeting=group)))
    for reader, found in starts_elsewhere(file[f"resources/calendars/{GROUP}.ics"], 200).items():
        assert found == ours, reader


def test_day_left_out_is_left_out_everywhere(library: Library) -> None:
    """The calendar has an EXDATE of its own for each day on which it does not meet."""
    group = meeting(**{"except": (date(2026, 12, 28), date(2027, 1, 4))})
    file = calendar_files(Site.of(with_group(library, meeting=group)))["api/v1/groups.ics"]
    assert re.findall(rb"EXDATE.*", file.replace(b"\r\n ", b"").replace(b"\r", b"")) == [
        b"EXDATE;TZID=America/Los_Angeles:20261228T190000",
        b"EXDATE;TZID=America/Los_Angeles:20270104T190000",
    ]


def test_end_is_in_utc(library: Library) -> None:
    """Where the start has a zone, the end of the rule is a moment of UTC (RFC 5545, 3.3.10)."""
    group = meeting(rule="FREQ=WEEKLY;BYDAY=MO;UNTIL=20261214")
    file = calendar_files(Site.of(with_group(library, meeting=group)))["api/v1/groups.ics"]
    assert b"UNTIL=20261215T075959Z" in file


def test_zone_is_told_by_yearly_rules(library: Library) -> None:
    """No list of dates, of which some programs read only the first, and the onset of summer time
    is said by the clock before it."""
    file = calendar_files(Site.of(with_group(library)))["api/v1/groups.ics"]
    assert b"RDATE" not in file
    (zone,) = Calendar.from_ical(file).walk("VTIMEZONE")
    said = {part.name: (part["DTSTART"].dt, part["RRULE"].to_ical()) for part in zone.subcomponents}
    assert said == {
        "DAYLIGHT": (datetime(2007, 3, 11, 2), b"FREQ=YEARLY;BYDAY=2SU;BYMONTH=3"),
        "STANDARD": (datetime(2007, 11, 4, 2), b"FREQ=YEARLY;BYDAY=1SU;BYMONTH=11"),
    }


def test_id_is_that_of_the_site_and_the_listing(library: Library) -> None:
    """Another site has another id for its own group; another folder of the same site has not."""

    def uid(base_url: str, folder: str) -> str:
        assert library.clinic
        clinic = library.clinic.model_copy(update={"base_url": base_url})
        edition = dataclasses.replace(library.edition, clinic=folder)
        site = dataclasses.replace(library, clinic=clinic, edition=edition)
        return str(event_of(with_group(site))["UID"])

    here = uid("https://clinic.example.org/", "our-clinic")
    assert here == uid("https://clinic.example.org", "checked-out")
    assert here != uid("https://other.example.org/", "our-clinic")


@pytest.mark.site
def test_every_zone_is_described_as_it_is() -> None:
    """In zones all over the world, every third noon for three years, the offset is the one that
    the list of zones has."""
    wrong = set()
    odd = {"Africa/Cairo", "Africa/Casablanca", "America/Asuncion", "America/Havana",
           "America/Nuuk", "Antarctica/Troll", "Asia/Gaza", "Australia/Lord_Howe"}  # fmt: skip
    for name in sorted(odd | set(sorted(available_timezones())[::15])):
        here = ZoneInfo(name)
        own = timezone_component(name, date(2026, 1, 1)).to_tz(lookup_tzid=False)
        for day in range(0, 3 * 365, 3):
            moment = datetime(2026, 1, 1, 12) + timedelta(days=day)
            if moment.replace(tzinfo=own).utcoffset() != moment.replace(tzinfo=here).utcoffset():
                wrong.add(name)
    assert wrong == set()


def test_event_says_when_it_was_checked(library: Library) -> None:
    """Somebody who finds it in a calendar years later learns how old the facts are."""
    event = event_of(with_group(library))
    day = library.resources[GROUP].verification.on
    assert WORDS.day(day) in event["DESCRIPTION"]
    assert event["LAST-MODIFIED"].dt.date() == day
    assert event["URL"] == f"https://example.org/writing/resources/writing-workshop.html#{GROUP}"


def test_same_listing_same_id(library: Library) -> None:
    """The file of one and the file of all name the same event, so that it is not there twice."""
    files = calendar_files(Site.of(with_group(library)))
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


TYPED = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="'\"")
"""Quotes are left out: a listing shows them as they are printed."""


@pytest.mark.site
@settings(max_examples=25, deadline=None)
@given(text=st.text(TYPED | st.just("\n"), min_size=2))
def test_no_text_breaks_out(library: Library, text: str) -> None:
    """Whatever a listing is called, it is one event, and its words come back as they were."""
    # The library that reads it back takes an escaped backslash before an n for a line break.
    assume(not re.search(r"\\n", text, re.IGNORECASE))
    event = event_of(with_group(library, name=f"N{text}", summary=f"S{text}", address=f"A{text}"))
    assert event["SUMMARY"] == " ".join(f"N{text}".split())
    assert f"S{text}" in event["DESCRIPTION"]
    assert event["LOCATION"] == f"A{text}"
