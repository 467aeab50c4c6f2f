"""Dates of groups and workshops as calendars (iCalendar, RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vDuration, vRecur, vText

from generator.content.library import Library
from generator.content.models.resource import Meeting, Resource
from generator.exports.hsds import listing_id
from generator.exports.records import absolute
from generator.exports.timezones import timezone_component
from generator.site.recurrence import calendar_rule
from generator.site.shown import clinic_of, shown_resources
from generator.site.urls import GROUPS_CALENDAR, calendar_url, resource_url
from generator.site.words import Words

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
    calendar.add("PRODID", f"-//writing-site//calendars//{words.language.upper()}")
    calendar.add("METHOD", "PUBLISH")
    for title in ("NAME", "X-WR-CALNAME"):  # what is new and what is old enough to be understood
        calendar.add(title, vText(" ".join(name.split())))
    calendar.add("REFRESH-INTERVAL", _LOOK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vDuration(_LOOK_AGAIN))
    for zone in _zones(groups):  # first, so that a reader knows them when events name them
        calendar.add_component(zone)
    for resource in groups:
        assert resource.meeting is not None
        calendar.add_component(_event(library, resource, resource.meeting, words))
    return bytes(calendar.to_ical())


def _zones(groups: Sequence[Resource]) -> Iterator[Timezone]:
    """Each zone by whose clocks something meets, from the first meeting on."""
    since: dict[str, date] = {}
    for resource in groups:
        if resource.meeting:
            zone, first = resource.meeting.zone, resource.meeting.first
            since[zone] = min(first, since.get(zone, first))
    for zone in sorted(since):
        yield timezone_component(zone, since[zone])


def _event(library: Library, resource: Resource, meeting: Meeting, words: Words) -> Event:
    full = absolute(library)
    page = full(resource_url(resource.kind, resource.id))
    checked = datetime.combine(resource.verification.on, time(), UTC)
    event = Event()
    event.add("UID", listing_id(library, resource))
    event.add("DTSTAMP", checked)
    event.add("LAST-MODIFIED", checked)
    event.add("SUMMARY", " ".join(resource.name.split()))
    event.add("DTSTART", _start(meeting, meeting.first))
    event.add("DURATION", meeting.length)
    event.add("RRULE", vRecur.from_ical(calendar_rule(meeting)))
    for day in sorted(meeting.skipped):  # a line for each, as some readers take only the first
        event.add("EXDATE", _start(meeting, day))
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


def _start(meeting: Meeting, day: date) -> datetime:
    return datetime.combine(day, time.fromisoformat(meeting.starts), ZoneInfo(meeting.zone))
