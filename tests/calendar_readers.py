"""Programs that read calendars, as judges of ours: what starts each of them counts."""

from __future__ import annotations

import json
import subprocess
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import icalendar
import recurring_ical_events
import vobject
from dateutil.rrule import rruleset, rrulestr

ICAL_JS = Path(__file__).parents[1] / "tools/calendar.mjs"


def starts_elsewhere(file: bytes, most: int) -> dict[str, list[str]]:
    """The first starts of a calendar's only event, in UTC, by the name of each reader."""
    return {
        read.__name__: [start.astimezone(UTC).isoformat() for start in read(file, most)]
        for read in (by_ical_js, by_vobject, by_recurring_ical_events, by_icalendar)
    }


def by_ical_js(file: bytes, most: int) -> list[datetime]:
    """ical.js, which Thunderbird and Nextcloud use."""
    done = subprocess.run(
        ["node", ICAL_JS, str(most)],
        input=file, capture_output=True, check=True,
    )  # fmt: skip
    (starts,) = json.loads(done.stdout).values()
    return [datetime.fromisoformat(start) for start in starts]


def by_vobject(file: bytes, most: int) -> list[datetime]:
    event = vobject.readOne(file.decode()).vevent
    return list(islice(event.getrruleset(addRDate=True), most))


def by_recurring_ical_events(file: bytes, most: int) -> list[datetime]:
    events = recurring_ical_events.of(icalendar.Calendar.from_ical(file)).all()
    return [event["DTSTART"].dt for event in islice(events, most)]


def by_icalendar(file: bytes, most: int) -> list[datetime]:
    """icalendar, which believes the zone that the file describes and no other."""
    calendar = icalendar.Calendar.from_ical(file)
    (event,), (zone,) = calendar.walk("VEVENT"), calendar.walk("VTIMEZONE")
    own = zone.to_tz(lookup_tzid=False)
    start = event["DTSTART"].dt.replace(tzinfo=own)
    dates = rruleset()
    dates.rrule(rrulestr(event["RRULE"].to_ical().decode(), dtstart=start))
    left_out = event.get("EXDATE", [])
    for line in left_out if isinstance(left_out, list) else [left_out]:
        for value in line.dts:
            dates.exdate(value.dt.replace(tzinfo=own))
    return list(islice(dates, most))
