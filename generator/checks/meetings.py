"""Lint rules for recurring meetings: DTSTART and EXDATE are occurrences of the RRULE (RFC 5545).

Otherwise calendar programs differ on which days there are.
"""

from __future__ import annotations

from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.content.models.resource import Meeting
from generator.problems import Problems
from generator.site.recurrence import is_occurrence, next_occurrence


def check_dates(library: Library, problems: Problems) -> None:
    """Report an error for a first date or an excluded date that is no occurrence of the rule, and
    for each excluded date that is listed twice."""
    for resource in library.resources.values():
        meeting = resource.meeting
        if meeting is None:
            continue
        if not is_occurrence(meeting, meeting.first):
            problems.error(
                library.locate("resource", resource.id, "meeting", "first"),
                "first-day-is-of-the-rule",
                f"{meeting.first} is no day of the rule {meeting.rule}; calendars differ on what "
                "to make of it.",
                _instead(meeting),
            )
        for index, day in enumerate(meeting.skipped):
            place = library.locate("resource", resource.id, "meeting", "except", index)
            if day in meeting.skipped[:index]:
                message = f"{day} stands in this list already."
                problems.error(place, "list-has-no-repeats", message, "Remove it here.")
            elif not is_occurrence(meeting, day):
                problems.error(
                    place,
                    "day-left-out-is-of-the-rule",
                    f"By its rule it does not meet on {day} anyway.",
                    "Write the day on which it would have met, or remove it here.",
                )


def _instead(meeting: Meeting) -> str:
    found = next_occurrence(meeting, meeting.first)
    if found is None:
        return "Mend the rule: it names no day from this one on."
    return f"Write {found}, the next day of the rule, or mend the rule."


_GOOD = (
    "meeting:\n"
    "  words: First Tuesdays, 7 pm\n"
    "  rule: FREQ=MONTHLY;BYDAY=1TU\n"
    "  first: 2026-06-02\n"
    "  starts: 19:00\n"
    "  length: PT90M\n"
    "  zone: America/Los_Angeles\n"
    "  except: [2026-07-07]"
)

RULES = (
    Rule("first-day-is-of-the-rule", "The first day of a meeting, and each that is left out, is a "
         "day that its rule names.", check_dates, ("day-left-out-is-of-the-rule",),
         example=Example("resource", _GOOD, _GOOD.replace("2026-06-02", "2026-06-01"))),
)  # fmt: skip
