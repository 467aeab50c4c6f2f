"""HSDS `schedule` objects of opening hours and meetings: RRULE parts, times with a UTC offset.

HSDS knows weekly and monthly rules alone, and an offset, not a zone: a place with DST has two
offsets. So the offset is that of the date given with it, the name of the IANA zone is in the
notes, and every date is in the calendar file that is linked.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from generator.content.models.resource import Hours, Meeting, Resource
from generator.site.recurrence import last_day
from generator.site.site import Site
from generator.site.urls import calendar_url
from generator.site.words import Words

_SAME = {"INTERVAL": "interval", "COUNT": "count", "BYDAY": "byday", "BYMONTHDAY": "bymonthday",
         "WKST": "wkst", "BYWEEKNO": "byweekno"}  # fmt: skip
_EVERY_DAY = "MO,TU,WE,TH,FR,SA,SU"


def schedules(site: Site, resource: Resource) -> Iterator[dict[str, Any]]:
    """The meeting's schedule, then one for each distinct opening hours among the contacts."""
    how = site.words.listing([site.term("modalities", i).label for i in resource.modality])
    if resource.meeting:
        link = site.absolute(calendar_url(resource.id))
        yield {
            **_meeting(resource.meeting, site.words),
            "schedule_link": link,
            "attending_type": how,
        }
    for hours in dict.fromkeys(contact.hours for contact in resource.contacts):
        schedule = _hours(hours, resource.verification.on, site.words)
        if schedule:
            yield schedule


def _meeting(meeting: Meeting, words: Words) -> dict[str, Any]:
    starts = datetime.combine(meeting.first, time.fromisoformat(meeting.starts))
    ends = starts + meeting.length
    description = {"description": _meeting_text(meeting, words)}
    rule = _rule(meeting.rule)
    if not rule:  # a start date alone would read as the only date
        return description
    last = last_day(meeting)
    if "UNTIL=" in meeting.rule and last:
        rule["until"] = last.isoformat()
    clock = _clock(starts.time(), ends.time(), meeting.first, meeting.zone, words)
    return {"dtstart": meeting.first.isoformat(), **rule, **clock, **description}


def _meeting_text(meeting: Meeting, words: Words) -> str:
    """The times in words, and the excluded dates (EXDATE), for which HSDS has no field."""
    if not meeting.skipped:
        return meeting.words
    days = words.listing([words.day(day) for day in sorted(meeting.skipped)])
    return f"{meeting.words.rstrip('.')}. {words('meetings.not_on', days=days)}"


def _hours(hours: Hours, day: date, words: Words) -> dict[str, Any]:
    if hours.always:
        return {"freq": "WEEKLY", "byday": _EVERY_DAY, "description": words("contact.always")}
    schedule: dict[str, Any] = {"description": hours.words} if hours.words else {}
    if hours.rule and hours.opens and hours.closes and hours.zone:
        opens, closes = time.fromisoformat(hours.opens), time.fromisoformat(hours.closes)
        clock = _clock(opens, closes, day, hours.zone, words)
        schedule = {**_rule(hours.rule), **clock, **schedule}
    return schedule


def _rule(rule: str) -> dict[str, Any]:
    """HSDS fields of an RRULE, without UNTIL; empty if HSDS cannot express all of it."""
    parts = dict(part.split("=", 1) for part in rule.removeprefix("RRULE:").split(";") if part)
    freq = parts.pop("FREQ", "")
    fields: dict[str, Any] = {}
    if freq == "DAILY" and parts.keys() <= {"WKST", "UNTIL"}:
        freq, parts["BYDAY"] = "WEEKLY", _EVERY_DAY
    if freq not in ("WEEKLY", "MONTHLY") or not parts.keys() <= {*_SAME, "UNTIL"}:
        return {}
    fields["freq"] = freq
    for name, value in parts.items():
        if name != "UNTIL":
            fields[_SAME[name]] = int(value) if name in ("INTERVAL", "COUNT") else value
    return fields


def _clock(opens: time, closes: time, day: date, zone: str, words: Words) -> dict[str, Any]:
    """Times of day with the UTC offset of the zone on `day`; `timezone` is that offset in hours."""
    offset = datetime.combine(day, opens, ZoneInfo(zone)).utcoffset() or timedelta()
    minutes = round(offset.total_seconds() / 60)
    sign, far = "-" if minutes < 0 else "+", abs(minutes)
    written = f"{sign}{far // 60:02d}:{far % 60:02d}"
    return {
        "timezone": minutes / 60 if minutes % 60 else minutes // 60,
        "opens_at": f"{opens:%H:%M}{written}",
        "closes_at": f"{closes:%H:%M}{written}",
        "notes": words("exports.hsds_zone", zone=zone, day=day.isoformat()),
    }
