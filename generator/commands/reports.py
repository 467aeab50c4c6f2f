"""Commands `coverage` and `clarity`: reports on the library."""

from __future__ import annotations

from datetime import date

from generator.commands.reading import library_of
from generator.console import say
from generator.places import Places
from generator.reports import clarity, coverage, tally


def show_coverage(places: Places, today: date) -> None:
    """Print the coverage report: how many prompts there are for whom, and counts of all entries."""
    library = library_of(places, today)
    shown = coverage.as_text(coverage.coverage(library))
    say(f"{shown}\n\n{tally.as_text(tally.tally(library))}")


def show_clarity(places: Places, today: date) -> None:
    """Print the clarity measures of each guide."""
    say(clarity.as_text(clarity.clarity(library_of(places, today))))
