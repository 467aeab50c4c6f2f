"""Reading and checking of an edition's content: the front end, which imports no later stage."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from generator.checks import check
from generator.content.drafts import drafts_in
from generator.content.layers.entry import Key
from generator.content.library import Library, leave_out
from generator.content.load import Base, load_library
from generator.gc_tuning import infrequent_gc
from generator.places import Places
from generator.problems import Problems
from generator.site.words import words_entry


def read(
    places: Places, today: date, *, requested: Collection[str] = (), base: Base | None = None
) -> tuple[Library, Problems]:
    """Read, decode and check the content of an edition.

    `requested` are ids of opt-in rules to apply; `base` is the library that several editions share,
    if it was read before. Errors in drafts become warnings, and such drafts are left out of the
    library. If the problems have errors, the library is only good for reporting them.
    """
    problems = Problems()
    with infrequent_gc():
        library = load_library(
            places.content,
            problems,
            edition=places.edition,
            today=today,
            own=places.own,
            base=base,
        )
        library = replace(library, words=words_entry(places.edition.locale))
        read_well = len(problems.found)
        check(library, problems, requested)
        if problems.has_errors and (drafts := drafts_in(library.entries.values())):
            _excuse_drafts(library, problems, read_well, drafts, requested)
    return leave_out(library, problems.left_out), problems


def _excuse_drafts(
    library: Library,
    problems: Problems,
    read_well: int,
    drafts: Collection[Key],
    requested: Collection[str],
) -> None:
    """Turn problems that would not be there without the drafts into warnings."""
    without = Problems(draft_at=problems.draft_at)
    check(leave_out(library, drafts), without, requested)
    independent = set(without.found)
    problems.found[read_well:] = [
        problem if problem in independent else problem.as_warning()
        for problem in problems.found[read_well:]
    ]
