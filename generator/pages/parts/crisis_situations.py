"""Who to call for what: the situations of a clinic's crisis block, each with its line."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from generator.content.models.clinic import WhoToCall
from generator.pages.parts.contacts import LineView, line_view
from generator.site.site import Site


@dataclass(frozen=True)
class WhoView:
    """One row of who to call for what."""

    situation: str
    line: LineView


@dataclass(frozen=True)
class CountryRowView:
    """One row of who to call for what in another country."""

    situation: str
    lines: tuple[LineView, ...]


def who_to_call(site: Site) -> tuple[WhoView, ...]:
    """Every row, in the order in which the clinic gave them."""
    return tuple(view for _, view in _rows(site))


def who_for(site: Site, reasons: Collection[str]) -> tuple[WhoView, ...]:
    """The rows for these reasons to choose something else, so that each leads to somebody."""
    given = frozenset(reasons)
    return tuple(view for row, view in _rows(site) if not given.isdisjoint(row.reasons))


def who_in(site: Site, country: str) -> tuple[CountryRowView, ...]:
    """The rows for which the clinic named lines of this other country."""
    here = {r.id: r for r in site.resources if country in r.area.countries}
    rows = (
        (row.situation, tuple(line_view(here[i], site.words) for i in row.elsewhere if i in here))
        for row in site.crisis.who_to_call
    )
    return tuple(CountryRowView(situation, lines) for situation, lines in rows if lines)


# Every prompt shows some of them.
@lru_cache(maxsize=1)
def _rows(site: Site) -> tuple[tuple[WhoToCall, WhoView], ...]:
    return tuple(
        (row, WhoView(row.situation, line_view(site.resource[row.call], site.words)))
        for row in site.crisis.who_to_call
    )
