"""Command `check`, and reading the library for all other commands, warnings printed."""

from __future__ import annotations

from datetime import date

from generator.checks.page_links import planned_links
from generator.checks.reviews import RULES as REVIEWS
from generator.checks.reviews import unreviewed
from generator.console import CONTENT_PROBLEM, say
from generator.content.library import Library
from generator.content.passages import passages_in
from generator.engine.configuration import expect_config
from generator.menu import check_menu
from generator.places import Places
from generator.reading import read
from generator.report import Form, counts, report, summary
from generator.site.site import Site


def check(places: Places, today: date, form: Form, *, reviewed: bool) -> None:
    """Print all problems of an edition's content; SystemExit if any of them is an error.

    With `reviewed`, entries that nobody has reviewed are errors.
    """
    requested = {rule.id for rule in REVIEWS} if reviewed else set()
    expect_config(places.base_config)
    library, problems = read(places, today, requested=requested)
    check_menu(places.base_config, library, problems)
    if not problems.has_errors and (links := tuple(planned_links(library))):
        # Plans and renders, which is seldom needed.
        from generator.planned_links import check_planned

        check_planned(Site.of(library), links, problems)
    found = problems.sorted
    if found or form is Form.JSON:
        say(report(found, form))
    say(f"{summary(found).capitalize()}.", to_people=True)
    waiting = unreviewed(library)
    if waiting and not reviewed:
        say(f"Nobody has reviewed yet: {counts(waiting)}.", to_people=True)
    if problems.has_errors:
        raise SystemExit(CONTENT_PROBLEM)


def library_of(places: Places, today: date) -> Library:
    """The library of an edition; prints its warnings. Raises ContentError."""
    return library_and_warnings(places, today)[0]


def library_and_warnings(places: Places, today: date) -> tuple[Library, str]:
    """The library of an edition and the text of its warnings, which it prints.

    Raises ContentError if there are errors.
    """
    expect_config(places.base_config)
    library, problems = read(places, today)
    problems.raise_if_errors()
    warnings = report(problems.sorted)
    if warnings:
        say(warnings, to_people=True)
    return library, warnings


def site_to_build_once(places: Places, today: date) -> tuple[Site, str]:
    """The site of an edition and its printed warnings, for a process that reads its content once.

    Clears the checks' cache of texts, a fifth of a build's memory.
    """
    library, warnings = library_and_warnings(places, today)
    site = Site.of(library)
    passages_in.cache_clear()
    return site, warnings
