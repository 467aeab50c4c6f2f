"""Lint rules for machine-readable opening hours: complete, and the same in every week.

`rule` is an iCalendar recurrence rule (RRULE, RFC 5545).
"""

from __future__ import annotations

import re

from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.content.models.resource import Hours
from generator.problems import Problems

PARTS = ("rule", "opens", "closes", "zone")
"""Fields of `Hours` that are given together or not at all."""
_NEEDS_A_FIRST_DAY = re.compile(r"\b(?:INTERVAL|COUNT|UNTIL)=")
_NAMES_DAYS = re.compile(r"FREQ=DAILY|\bBY(?:DAY|MONTHDAY)=")


def check_hours(library: Library, problems: Problems) -> None:
    """Report an error for hours with some of `PARTS` only or with `always` too, and for a rule that
    needs a start date (INTERVAL, COUNT, UNTIL) or names no days."""
    for resource in library.resources.values():
        for index, contact in enumerate(resource.contacts):
            for field, rule, message, hint in _faults(contact.hours):
                keys = (
                    ("contacts", index, "hours", field) if field else ("contacts", index, "hours")
                )
                problems.error(library.locate("resource", resource.id, *keys), rule, message, hint)


def _faults(hours: Hours) -> list[tuple[str, str, str, str]]:
    faults = []
    missing = [part for part in PARTS if not getattr(hours, part)]
    given = [part for part in PARTS[:-1] if part not in missing]
    if given and (missing or hours.always):
        message = (
            "The hours say 'always: true' and give times too."
            if hours.always
            else f"The hours have '{given[0]}:' and no '{missing[0]}:'."
        )
        hint = f"Give {', '.join(PARTS)} together, or the hours in 'words:' only."
        faults.append(("", "hours-are-whole", message, hint))
    if hours.rule and (_NEEDS_A_FIRST_DAY.search(hours.rule) or not _NAMES_DAYS.search(hours.rule)):
        message = f"By {hours.rule} nobody can tell on which days it is open."
        hint = "Name the days, such as FREQ=WEEKLY;BYDAY=MO,WE, without INTERVAL, COUNT or UNTIL."
        faults.append(("rule", "hours-name-days", message, hint))
    return faults


RULES = (
    Rule("hours-are-whole", "Hours are given in words only, or as days, times and zone together.",
         check_hours, ("hours-name-days",),
         example=Example(
             "resource",
             "contacts:\n"
             '  - {kind: voice, display: "988", dial: "988", languages: [en],\n'
             "     hours: {words: 'Mondays, 9 to 5', rule: FREQ=WEEKLY;BYDAY=MO,\n"
             "             opens: 09:00, closes: 17:00, zone: America/Chicago} }",
             "contacts:\n"
             '  - {kind: voice, display: "988", dial: "988", languages: [en],\n'
             "     hours: {words: 'Mondays, 9 to 5', rule: FREQ=WEEKLY;BYDAY=MO} }")),
)  # fmt: skip
