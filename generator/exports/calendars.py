"""iCalendar (RFC 5545) files of groups and workshops: VEVENT with RRULE, EXDATE and VTIMEZONE."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vDuration, vRecur, vText

from generator.content.models.resource import Meeting, Resource
from generator.exports.hsds import listing_id
from generator.exports.timezones import timezone_component
from generator.site.recurrence import calendar_rule
from generator.site.site import Site
from generator.site.urls import GROUPS_CALENDAR, calendar_url, resource_url

_REFRESH_INTERVAL = timedelta(days=7)
"""Polling interval for calendar programs that subscribe to the file."""


def calendar_files(site: Site) -> dict[str, bytes]:
    """One calendar per listing with meeting times, and one of all, as UTF-8 by path.

    Empty if nothing meets: RFC 5545 does not allow a calendar without a component.
    """
    groups = sorted((r for r in site.resources if r.meeting), key=lambda r: r.id)
    files = {calendar_url(r.id): _calendar(site, (r,), r.name) for r in groups}
    if groups:
        name = site.words("exports.groups", site=site.clinic.name)
        files[GROUPS_CALENDAR] = _calendar(site, groups, name)
    return files


def _calendar(site: Site, groups: Sequence[Resource], name: str) -> bytes:
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", f"-//writing-site//calendars//{site.words.language.upper()}")
    calendar.add("METHOD", "PUBLISH")
    for title in ("NAME", "X-WR-CALNAME"):  # RFC 7986, and the older form that more programs read
        calendar.add(title, vText(" ".join(name.split())))
    calendar.add("REFRESH-INTERVAL", _REFRESH_INTERVAL, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vDuration(_REFRESH_INTERVAL))
    for zone in _zones(groups):  # first, so that a parser knows them when events name them
        calendar.add_component(zone)
    for resource in groups:
        assert resource.meeting is not None
        calendar.add_component(_event(site, resource, resource.meeting))
    return bytes(calendar.to_ical())


def _zones(groups: Sequence[Resource]) -> Iterator[Timezone]:
    """A VTIMEZONE for each zone of a meeting, from its earliest first meeting on, by zone name."""
    since: dict[str, date] = {}
    for resource in groups:
        if resource.meeting:
            zone, first = resource.meeting.zone, resource.meeting.first
            since[zone] = min(first, since.get(zone, first))
    for zone in sorted(since):
        yield timezone_component(zone, since[zone])


def _event(site: Site, resource: Resource, meeting: Meeting) -> Event:
    full = site.absolute
    page = full(resource_url(resource.kind, resource.id))
    checked = datetime.combine(resource.verification.on, time(), UTC)
    event = Event()
    event.add("UID", listing_id(site, resource))
    event.add("DTSTAMP", checked)
    event.add("LAST-MODIFIED", checked)
    event.add("SUMMARY", " ".join(resource.name.split()))
    event.add("DTSTART", _start(meeting, meeting.first))
    event.add("DURATION", meeting.length)
    event.add("RRULE", vRecur.from_ical(calendar_rule(meeting)))
    for day in sorted(meeting.skipped):  # a line each, as some parsers take only the first value
        event.add("EXDATE", _start(meeting, day))
    paragraphs = (
        resource.alert,
        resource.summary,
        resource.how_to_join,
        resource.good_to_know,
        site.words("exports.look_first", day=site.words.day(resource.verification.on), url=page),
    )
    event.add("DESCRIPTION", "\n\n".join(text for text in paragraphs if text))
    event.add("URL", page)
    if resource.address or resource.area.place:
        event.add("LOCATION", resource.address or resource.area.place)
    return event


def _start(meeting: Meeting, day: date) -> datetime:
    return datetime.combine(day, time.fromisoformat(meeting.starts), ZoneInfo(meeting.zone))
