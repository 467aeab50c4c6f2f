"""Who to call for what: the situations of a clinic's crisis block, each with its line."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from generator.content.models.clinic import WhoToCall
from generator.pages.parts.contacts import LineView, line_view
from generator.site.site import Site


@dataclass(frozen=True)
class WhoView:
    """One row of who to call for what."""

    situation: str
    line: LineView


def who_to_call(site: Site) -> tuple[WhoView, ...]:
    """Every row, in the order in which the clinic gave them."""
    return tuple(_view(site, row) for row in site.crisis.who_to_call)


def who_for(site: Site, reasons: Collection[str]) -> tuple[WhoView, ...]:
    """The rows for these reasons to choose something else, so that each leads to somebody."""
    return tuple(
        _view(site, row)
        for row in site.crisis.who_to_call
        if not set(reasons).isdisjoint(row.reasons)
    )


def _view(site: Site, row: WhoToCall) -> WhoView:
    return WhoView(row.situation, line_view(site.resource[row.call], site.words))
