"""Lint rules for dates: stale listings, overdue reviews, dates in the future, ended meetings.

"Today" is `Library.today`, so that builds of the same content on the same day are reproducible.
Stale facts are warnings, not errors: a site must still build years from now. Stale listings are
left out of pages by `site/published.py`, not here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.content.models.resource import Resource
from generator.content.models.review import Review, Status
from generator.problems import Location, Problems
from generator.site.freshness import (
    days_since_check,
    is_ageing,
    is_stale,
    is_to_come,
    kind_of,
    never_expires,
)  # fmt: skip
from generator.site.recurrence import has_meeting_from


def check_verified(library: Library, problems: Problems) -> None:
    """Report an error for each verification date in the future; warn of published listings that
    are due to be verified again."""
    for resource in library.resources.values():
        age = days_since_check(library, resource)
        if is_to_come(library, resource.verification.on):
            problems.error(
                library.locate("resource", resource.id, "verification", "on"),
                "check-is-in-the-past",
                f"The listing was checked on {resource.verification.on}, which is in the future.",
                "Write the day on which somebody checked it.",
            )
        elif is_ageing(library, resource) and resource.status is Status.PUBLISHED:
            problems.warn(
                library.locate("resource", resource.id, "verification", "on"),
                "listing-is-fresh",
                f'"{resource.name}" was last checked {age} days ago{_effect(library, resource)}.',
                "Check it with its owner and write the new date.",
            )


def _effect(library: Library, resource: Resource) -> str:
    kind = kind_of(library, resource)
    if kind is None or not is_stale(library, resource):
        return ""
    than = f", more than the {kind.stale_days} days that a listing of its kind may be"
    if never_expires(library, resource):
        return f"{than}; it is shown all the same, since no number would be worse"
    return f"{than}, so it is left off the pages"


def check_review_dates(library: Library, problems: Problems) -> None:
    """Report an error for each review whose dates are in the future, incomplete or out of order, or
    whose reviewer is the writer; warn of reviews that are overdue."""
    for review, locate in _reviews(library):
        if is_to_come(library, review.written_on):
            problems.error(
                locate("written_on"),
                "review-is-in-the-past",
                f"The text was written on {review.written_on}, which is in the future.",
                "Write the day on which it was written.",
            )
        if review.reviewed_on and is_to_come(library, review.reviewed_on):
            problems.error(
                locate("reviewed_on"),
                "review-is-in-the-past",
                f"The text was reviewed on {review.reviewed_on}, which is in the future.",
                "Write the day on which it was reviewed.",
            )
        if review.reviewed_on and not review.reviewed_by:
            problems.error(
                locate("reviewed_on"),
                "review-has-a-reviewer",
                "There is a day of review, and nobody who reviewed.",
                "Add 'reviewed_by:' with name and role, or remove the date.",
            )
        if review.reviewed_by and not review.reviewed_on:
            problems.error(
                locate("reviewed_by"),
                "review-has-a-day",
                "Somebody reviewed the text, and the day is not given.",
                "Add 'reviewed_on:' with the day.",
            )
        if any(person.name == review.written_by for person in review.reviewed_by):
            problems.error(
                locate("reviewed_by"),
                "review-has-a-reviewer",
                "The writer cannot be the reviewer.",
                "Ask somebody else to read it.",
            )
        if review.due_on <= review.newest:
            problems.error(
                locate("due_on"),
                "review-is-due-later",
                f"The text is due to be read again by {review.due_on}, and was written or "
                f"reviewed on {review.newest}.",
                "Set a day that is yet to come, such as one in a year.",
            )
        elif review.due_on < library.today:
            problems.warn(
                locate("due_on"),
                "review-is-current",
                f"The text was due to be read again by {review.due_on}.",
                "Read it, mend it if needed, and set a new day.",
            )


def _reviews(library: Library) -> Iterator[tuple[Review, Callable[[str], Location]]]:
    """Each review with a function from field to location; a prompt's only if not its set's."""
    of_entries = [("technique", t.id, t.review) for t in library.techniques.values()]
    of_entries += [("prompt-set", s.id, s.review) for s in library.prompt_sets.values()]
    of_entries += [("worksheet", w.id, w.review) for w in library.worksheets.values()]
    of_entries += [("packet", p.id, p.review) for p in library.packets.values()]
    for kind, entry_id, review in of_entries:
        yield review, partial(library.locate, kind, entry_id, "review")
    for prompt in library.prompts.values():
        of_set = library.prompt_sets[library.set_of_prompt[prompt.id]].review
        if prompt.review not in (None, of_set):
            yield prompt.review, partial(library.locate_prompt, prompt, "review")


def check_studies(library: Library, problems: Problems) -> None:
    """Report an error for each study whose `checked_on` is in the future."""
    for study in library.studies.values():
        if is_to_come(library, study.checked_on):
            problems.error(
                library.locate("study", study.id, "checked_on"),
                "check-is-in-the-past",
                f"The study was checked on {study.checked_on}, which is in the future.",
                "Write the day on which somebody compared it with its source.",
            )


def check_meetings(library: Library, problems: Problems) -> None:
    """Warn of each published meeting whose recurrence rule has no date left."""
    for resource in library.resources.values():
        meeting = resource.meeting
        if meeting is None or resource.status is not Status.PUBLISHED:
            continue
        if not has_meeting_from(meeting, library.today):
            problems.warn(
                library.locate("resource", resource.id, "meeting", "rule"),
                "meeting-is-to-come",
                f'By its rule, "{resource.name}" does not meet again.',
                "Write the new dates, or set 'status: archived' on the listing.",
            )


RULES = (
    Rule("listing-is-fresh", "Every listing was checked lately, and not in the future.",
         check_verified,
         example=Example(
             "resource",
             "verification:\n"
             "  on: 2026-05-01",
             "verification:\n"
             "  on: 2020-05-01")),
    Rule("review-is-current", "Reviews are by somebody else, in the past, and not overdue.",
         check_review_dates,
         ("review-is-in-the-past", "review-is-due-later", "review-has-a-reviewer",
          "review-has-a-day"),
         example=Example(
             "technique",
             "review:\n"
             "  written_on: 2026-01-10\n"
             "  due_on: 2027-01-10",
             "review:\n"
             "  written_on: 2126-01-10\n"
             "  due_on: 2127-01-10")),
    Rule("meeting-is-to-come", "A group or workshop that is listed meets again.", check_meetings,
         example=Example(
             "resource",
             "meeting:\n"
             "  words: First Tuesdays, 7 pm\n"
             "  rule: FREQ=MONTHLY;BYDAY=1TU\n"
             "  first: 2026-06-02\n"
             "  starts: 19:00\n"
             "  length: PT90M\n"
             "  zone: America/Los_Angeles",
             "meeting:\n"
             "  words: Six Tuesdays in 2020, 7 pm\n"
             "  rule: FREQ=WEEKLY;COUNT=6\n"
             "  first: 2020-06-02\n"
             "  starts: 19:00\n"
             "  length: PT90M\n"
             "  zone: America/Los_Angeles")),
    Rule("check-is-in-the-past", "Studies were compared with their source in the past.",
         check_studies,
         example=Example(
             "study",
             "checked_on: 2026-05-01",
             "checked_on: 2126-05-01")),
)  # fmt: skip
