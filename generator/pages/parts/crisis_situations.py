"""Crisis lines by situation: the table "who to call" of a clinic's crisis block."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from generator.content.models.clinic import WhoToCall
from generator.pages.parts.contacts import LineView, line_view
from generator.site.site import Site


@dataclass(frozen=True)
class WhoView:
    """A situation, and the line to call."""

    situation: str
    line: LineView


@dataclass(frozen=True)
class CountryRowView:
    """A situation, and the lines to call in another country."""

    situation: str
    lines: tuple[LineView, ...]


def who_to_call(site: Site) -> tuple[WhoView, ...]:
    """Every row of the table, in authored order."""
    return tuple(view for _, view in _rows(site))


def rows_for_reasons(site: Site, reasons: Collection[str]) -> tuple[WhoView, ...]:
    """The rows for any of these stop reasons (ids), so that a warning comes with a number."""
    given = frozenset(reasons)
    return tuple(view for row, view in _rows(site) if not given.isdisjoint(row.reasons))


def rows_in_country(site: Site, country: str) -> tuple[CountryRowView, ...]:
    """The rows with lines of another country (ISO 3166-1 code), as far as they are shown."""
    here = {r.id: r for r in site.resources if country in r.area.countries}
    rows = (
        (row.situation, tuple(line_view(here[i], site.words) for i in row.elsewhere if i in here))
        for row in site.crisis.who_to_call
    )
    return tuple(CountryRowView(situation, lines) for situation, lines in rows if lines)


# Cached: every prompt page shows some of them.
@lru_cache(maxsize=1)
def _rows(site: Site) -> tuple[tuple[WhoToCall, WhoView], ...]:
    return tuple(
        (row, WhoView(row.situation, line_view(site.resource[row.call], site.words)))
        for row in site.crisis.who_to_call
    )
