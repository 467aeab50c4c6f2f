"""Who to call for what: the situations of a clinic's crisis block, each with its line."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from generator.content.library import Library
from generator.content.models.clinic import WhoToCall
from generator.pages.parts.contacts import LineView, line_view
from generator.site.shown import crisis_of
from generator.site.words import Words


@dataclass(frozen=True)
class WhoView:
    """One row of who to call for what."""

    situation: str
    line: LineView


def who_to_call(library: Library, words: Words) -> tuple[WhoView, ...]:
    """Every row, in the order in which the clinic gave them."""
    return tuple(_view(library, row, words) for row in crisis_of(library).who_to_call)


def who_for(library: Library, reasons: Collection[str], words: Words) -> tuple[WhoView, ...]:
    """The rows for these reasons to choose something else, so that each leads to somebody."""
    return tuple(
        _view(library, row, words)
        for row in crisis_of(library).who_to_call
        if not set(reasons).isdisjoint(row.reasons)
    )


def _view(library: Library, row: WhoToCall, words: Words) -> WhoView:
    return WhoView(row.situation, line_view(library.resources[row.call], words))
