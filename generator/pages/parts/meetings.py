"""When a group meets next: as it was on the day of the build, for a browser to count anew."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from generator.content.library import Library
from generator.content.models.resource import Meeting, Resource
from generator.site.recurrence import meeting_starts
from generator.site.words import Words

DATES = 3
"""Dates that are shown: enough to see the pattern and to miss one."""


@dataclass(frozen=True)
class DateView:
    """One start: for machines, and as its own clock and calendar say it."""

    iso: str
    text: str


@dataclass(frozen=True)
class MeetingView:
    """The meetings of a group."""

    meeting: Meeting
    minutes: int
    dates: tuple[DateView, ...]
    skipped: str
    """Says on which days to come it does not meet, if there are any."""
    counted: str
    """Says on which day the dates were counted, and by whose clock they are."""


def meeting_view(library: Library, resource: Resource, words: Words) -> MeetingView | None:
    """The group's times and its next dates from the library's today; None if it has no times."""
    meeting = resource.meeting
    if meeting is None:
        return None
    zone = ZoneInfo(meeting.zone)
    today = datetime.combine(library.today, time(), zone)
    dates = meeting_starts(meeting, today, DATES)
    counted = words(
        "meetings.counted",
        date=words.day(library.today),
        zone=words.zone_name(dates[0] if dates else today),
    )
    return MeetingView(
        meeting,
        round(meeting.length.total_seconds() / 60),
        tuple(DateView(start.isoformat(), words.moment(start)) for start in dates),
        left_out(library, meeting, words),
        counted if dates else words("meetings.over"),
    )


def left_out(library: Library, meeting: Meeting, words: Words) -> str:
    """Says on which days to come it does not meet although it would; empty if there are none."""
    days = [words.day(day) for day in sorted(meeting.skipped) if day >= library.today]
    return words("meetings.not_on", days=words.listing(days)) if days else ""
