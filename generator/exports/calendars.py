"""Dates of groups and workshops as calendars (iCalendar, RFC 5545)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar import Calendar, Event, vDuration, vRecur, vText

from generator.content.library import Library
from generator.content.resource import Meeting, Resource
from generator.exports.hsds import listing_id
from generator.exports.records import absolute
from generator.pages.parts.shown import clinic_of, shown_resources
from generator.pages.urls import GROUPS_CALENDAR, calendar_url, resource_url
from generator.words import Words

_LOOK_AGAIN = timedelta(days=7)
"""How often a calendar that follows the file should look at it again."""


def calendar_files(library: Library, words: Words) -> dict[str, bytes]:
    """A calendar for each listing that says when it meets, and one of all, by their paths.

    There are none if nothing meets: a calendar without an event is not allowed.
    """
    groups = sorted((r for r in shown_resources(library) if r.meeting), key=lambda r: r.id)
    files = {calendar_url(r.id): _calendar(library, (r,), r.name, words) for r in groups}
    if groups:
        name = words("exports.groups", site=clinic_of(library).name)
        files[GROUPS_CALENDAR] = _calendar(library, groups, name, words)
    return files


def _calendar(library: Library, groups: Sequence[Resource], name: str, words: Words) -> bytes:
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", f"-//writing-site//{library.edition.clinic}//{words.language.upper()}")
    calendar.add("METHOD", "PUBLISH")
    for title in ("NAME", "X-WR-CALNAME"):  # what is new and what is old enough to be understood
        calendar.add(title, vText(" ".join(name.split())))
    calendar.add("REFRESH-INTERVAL", _LOOK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vDuration(_LOOK_AGAIN))
    for resource in groups:
        assert resource.meeting is not None
        calendar.add_component(_event(library, resource, resource.meeting, words))
    # Without a first year every change of clocks since 1970 is written out.
    years = [r.meeting.first.year for r in groups if r.meeting]
    calendar.add_missing_timezones(first_date=date(min(years), 1, 1))
    return bytes(calendar.to_ical())


def _event(library: Library, resource: Resource, meeting: Meeting, words: Words) -> Event:
    full = absolute(library)
    page = full(resource_url(resource.kind, resource.id))
    checked = datetime.combine(resource.verification.on, time(), UTC)
    event = Event()
    event.add("UID", listing_id(library, resource))
    event.add("DTSTAMP", checked)
    event.add("LAST-MODIFIED", checked)
    event.add("SUMMARY", " ".join(resource.name.split()))
    event.add("DTSTART", _first(meeting))
    event.add("DURATION", meeting.length)
    event.add("RRULE", vRecur.from_ical(meeting.rule.removeprefix("RRULE:")))
    said = (
        resource.alert,
        resource.summary,
        resource.how_to_join,
        resource.good_to_know,
        words("exports.look_first", day=words.day(resource.verification.on), url=page),
    )
    event.add("DESCRIPTION", "\n\n".join(text for text in said if text))
    event.add("URL", page)
    if resource.address or resource.area.place:
        event.add("LOCATION", resource.address or resource.area.place)
    return event


def _first(meeting: Meeting) -> datetime:
    """The first meeting by the rule: calendars differ on a start that the rule does not name."""
    starts = datetime.combine(meeting.first, time.fromisoformat(meeting.starts))
    found = rrulestr(meeting.rule, dtstart=starts, ignoretz=True).after(starts, inc=True)
    return (found or starts).replace(tzinfo=ZoneInfo(meeting.zone))
