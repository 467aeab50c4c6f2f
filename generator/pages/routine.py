"""Calendar page: a form from which a script makes an .ics file of times for writing.

It is a page of its own and no part of the guide, which is long: the form would be far below the
fold, and every reader of the guide would load it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from generator.pages.page import Link, Page
from generator.pages.parts.sheets import sheets_of
from generator.pages.parts.timer import timer_minutes
from generator.site.site import Site
from generator.site.urls import ROUTINE, technique_url, worksheet_url
from generator.site.words import Words

TECHNIQUE = "routine"
"""Id of the technique whose guide and sheets the page links to, if it is published."""
LENGTHS = (2, 3, 5, 10, 15, 20, 30)
"""Durations to choose from, in minutes."""
USUAL_LENGTH = 5
"""Default duration in minutes, if the technique is not published."""
WEEKS = (2, 4, 8)
USUAL_WEEKS = 2
BEFORE = (5, 15, 60)
"""Lead times of a reminder, in minutes."""


@dataclass(frozen=True)
class Choice:
    """An option of a select element; `usual` marks the default."""

    value: str
    text: str
    usual: bool = False


def plan_routine(site: Site) -> Iterator[Page]:
    """One static page: the file is made by a script in the reader's browser."""
    technique = site.technique.get(TECHNIQUE)
    sheets = sheets_of(site, technique) if technique else ()
    usual = timer_minutes(technique.time) if technique else USUAL_LENGTH
    yield Page(
        url=ROUTINE,
        template="routine",
        title=site.words("routine.title"),
        description=site.words("routine.description"),
        context={
            "days": site.words.weekdays(),
            "lengths": tuple(
                Choice(str(n), _minutes(n, site.words), n == usual)
                for n in sorted({*LENGTHS, usual})
            ),
            "weeks": (
                *(
                    Choice(str(n), site.words.count("routine.weeks", n), n == USUAL_WEEKS)
                    for n in WEEKS
                ),
                Choice("", site.words("routine.endless")),
            ),
            "reminders": (
                Choice("", site.words("routine.no_reminder"), usual=True),
                Choice("0", site.words("routine.at_start")),
                *(
                    Choice(str(n), site.words("routine.before", time=_minutes(n, site.words)))
                    for n in BEFORE
                ),
            ),
            "sheets": tuple(Link(sheet.title, worksheet_url(sheet.id)) for sheet in sheets),
            "technique": technique and Link(technique.title, technique_url(technique.id)),
        },
    )


def _minutes(number: int, words: Words) -> str:
    return words.duration(timedelta(minutes=number))
