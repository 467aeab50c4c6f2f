"""JSON-LD (schema.org) of listings: Service, Organization, WebSite, Book, Event and so on."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from generator.content.models.resource import Contact, Meeting, Resource, Scope
from generator.site.recurrence import last_day
from generator.site.site import Site
from generator.site.urls import resource_url

Node = dict[str, Any]

_TYPES = {"organisation": "Organization", "self-help-site": "WebSite", "directory": "WebSite"}
"""schema.org type by kind of listing; any other kind is a Service."""
_UNITS = {"DAILY": "D", "WEEKLY": "W", "MONTHLY": "M", "YEARLY": "Y"}
_SAYABLE = frozenset({"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "COUNT", "UNTIL"})
"""Parts of an RRULE for which schema.org's Schedule has properties."""


def linked_resource(site: Site, resource: Resource) -> Node:
    """The JSON-LD node of a listing; its `@id` is the absolute URL of its entry."""
    same: Node = {
        "@id": site.absolute(resource_url(resource.kind, resource.id)),
        "name": resource.name,
        "description": resource.summary,
    }
    if resource.url:
        same["url"] = resource.url
    if resource.book:
        return {**_book(resource), **same}
    if resource.app:
        platforms = ", ".join(resource.app.platforms)
        return {"@type": "SoftwareApplication", "operatingSystem": platforms, **same}
    if resource.meeting:
        return {"@type": "Event", **same, **_meeting(resource, resource.meeting)}
    kind = _TYPES.get(resource.kind, "Service")
    points = [_point(contact) for contact in resource.contacts if contact.e164 or contact.dial]
    if kind == "Service":
        same["serviceType"] = site.term("resource-kinds", resource.kind).label
        same |= _area(site, resource)
        if points:
            same["availableChannel"] = [
                {"@type": "ServiceChannel", "servicePhone": point} for point in points
            ]
    elif kind == "Organization" and points:
        same["contactPoint"] = points
    if kind == "Organization" and resource.area.city:
        same |= _area(site, resource)
    return {"@type": kind, **same}


def _book(resource: Resource) -> Node:
    book = resource.book
    assert book is not None
    values = {
        "author": [{"@type": "Person", "name": name} for name in book.authors],
        "publisher": {"@type": "Organization", "name": book.publisher} if book.publisher else None,
        "bookEdition": book.edition,
        "datePublished": str(book.year) if book.year else None,
        "isbn": book.isbn,
    }
    return {"@type": "Book", **{key: value for key, value in values.items() if value}}


def _point(contact: Contact) -> Node:
    return {
        "@type": "ContactPoint",
        "contactType": contact.kind.value,
        "telephone": contact.e164 or contact.dial,
        "availableLanguage": list(contact.languages),
    }


def _area(site: Site, resource: Resource) -> Node:
    area = resource.area
    if area.scope is Scope.WORLDWIDE:
        return {}
    if area.city:
        return {"areaServed": {"@type": "City", "name": site.term("cities", area.city).label}}
    if area.place:
        return {"areaServed": area.place}
    served = [{"@type": "Country", "name": site.words.country_name(c)} for c in area.countries]
    return {"areaServed": served} if served else {}


def _meeting(resource: Resource, meeting: Meeting) -> Node:
    starts = datetime.combine(meeting.first, time.fromisoformat(meeting.starts))
    schedule: Node = {
        "@type": "Schedule",
        "startDate": meeting.first.isoformat(),
        "startTime": f"{starts:%H:%M}",
        "endTime": f"{starts + meeting.length:%H:%M}",
        "scheduleTimezone": meeting.zone,
    }
    schedule |= _repeats(meeting)
    where: Node = {}
    if resource.address:
        where["location"] = {"@type": "Place", "name": resource.name, "address": resource.address}
    elif "online" in resource.modality and resource.url:
        where["location"] = {"@type": "VirtualLocation", "url": resource.url}
    return {"eventSchedule": schedule, **where}


def _repeats(meeting: Meeting) -> Node:
    """Recurrence properties of a Schedule; empty if they cannot express all of the RRULE (such as
    the last day of a month), so that nobody computes dates from a part of it."""
    parts = dict(part.split("=", 1) for part in meeting.rule.split(";"))
    days = parts.get("BYMONTHDAY", "").split(",")
    if not parts.keys() <= _SAYABLE or any(day.startswith("-") for day in days):
        return {}
    last, skipped = last_day(meeting), sorted(meeting.skipped)
    rule: Node = {"repeatFrequency": f"P{parts.get('INTERVAL', '1')}{_UNITS[parts['FREQ']]}"}
    if "BYDAY" in parts:
        rule["byDay"] = parts["BYDAY"].split(",")
    for name, key in (("BYMONTHDAY", "byMonthDay"), ("BYMONTH", "byMonth")):
        if name in parts:
            rule[key] = [int(number) for number in parts[name].split(",")]
    if "COUNT" in parts:
        rule["repeatCount"] = int(parts["COUNT"])
    if last:
        rule["endDate"] = last.isoformat()
    if skipped:
        rule["exceptDate"] = [day.isoformat() for day in skipped]
    return rule
