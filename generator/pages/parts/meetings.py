"""Next dates of a group, as of the build; a script updates them from the encoded time spans."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from generator.content.models.resource import Meeting, Resource
from generator.pages.parts.time_spans import meeting_spans
from generator.site.recurrence import meeting_starts
from generator.site.site import Site

DATES = 3
"""Most dates shown: enough to see the pattern and to miss one."""


@dataclass(frozen=True)
class DateView:
    """A start: ISO 8601 with UTC offset, and in words in its own time zone."""

    iso: str
    text: str


@dataclass(frozen=True)
class MeetingView:
    """The meetings of a group; `words` are the times as authored."""

    words: str
    spans: str
    """All dates until the listing expires, encoded as in `time_spans.py`."""
    dates: tuple[DateView, ...]
    skipped: str
    """Sentence on future dates that are excluded; empty if there are none."""
    counted: str
    """Sentence on the date of the build and the time zone, or that there are no more dates."""


def meeting_view(site: Site, resource: Resource) -> MeetingView | None:
    """The group's times and its next dates from the library's today; None if it has no times."""
    meeting = resource.meeting
    if meeting is None:
        return None
    zone = ZoneInfo(meeting.zone)
    today = datetime.combine(site.today, time(), zone)
    dates = meeting_starts(meeting, today, DATES)
    counted = site.words(
        "meetings.counted",
        date=site.words.day(site.today),
        zone=site.words.zone_name(dates[0] if dates else today),
    )
    return MeetingView(
        meeting.words,
        meeting_spans(site, resource, meeting, DATES),
        tuple(DateView(start.isoformat(), site.words.moment(start)) for start in dates),
        left_out(site, meeting),
        counted if dates else site.words("meetings.over"),
    )


def left_out(site: Site, meeting: Meeting) -> str:
    """Sentence on excluded dates (EXDATE) from today on; empty if there are none."""
    days = [site.words.day(day) for day in sorted(meeting.skipped) if day >= site.today]
    return site.words("meetings.not_on", days=site.words.listing(days)) if days else ""
