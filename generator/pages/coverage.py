"""Plans the author's page of coverage: where the library is rich, and where it is thin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.coverage import LEVELS, Grid, Named, coverage
from generator.checks.plan import Floor
from generator.content.library import Library
from generator.pages.page import Link, Page
from generator.pages.parts.facets import FACETS, by_term
from generator.pages.parts.shown import shown_prompts, shown_techniques
from generator.pages.urls import author_url, facet_url, technique_url
from generator.words import Words

STEPS = (1, 3, 6, 12)
"""Prompts from which on a cell is one shade darker: few, some, many, plenty."""


@dataclass(frozen=True)
class Cell:
    """One cell of a heat map: a number, and how dark it is (0 to 4)."""

    count: int
    shade: int


@dataclass(frozen=True)
class Row:
    """A row: what it is of, as a link where there is a page, and its cells."""

    head: Link
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class HeatMap:
    """A table of numbers; with `levels`, each column stands once for each intensity."""

    id: str
    title: str
    columns: tuple[Link, ...]
    levels: tuple[int, ...]
    rows: tuple[Row, ...]

    @property
    def subheads(self) -> tuple[int, ...]:
        """The levels below all columns, in order."""
        return self.levels * len(self.columns)


def plan_coverage(library: Library, words: Words) -> Iterator[Page]:
    """One page: three heat maps and the floors."""
    found = coverage(library)
    listed = _listed(library)

    def name(facet: str, named: Named) -> Link:
        return Link(named.label, listed.get((facet, named.id), ""))

    maps = tuple(
        HeatMap(
            key,
            words(f"coverage.{key}"),
            tuple(name(column_facet, column) for column in grid.columns),
            levels,
            tuple(Row(name(row_facet, row), _cells(grid, row.id, levels)) for row in grid.rows),
        )
        for key, grid, row_facet, column_facet, levels in (
            ("technique-mood", found.techniques_by_mood, "technique", "mood", ()),
            ("mood-phase", found.moods_by_phase, "mood", "phase", LEVELS),
            ("technique-phase", found.techniques_by_phase, "technique", "phase", LEVELS),
        )
    )
    yield Page(
        url=author_url("coverage"),
        template="author-coverage",
        title=words("coverage.title"),
        description=words("coverage.description"),
        context={
            "count": words.count("prompts.count", found.prompts),
            "maps": maps,
            "floors": tuple(sorted(found.floors, key=_shortfall)),
        },
        searchable=False,
    )


def _listed(library: Library) -> dict[tuple[str, str], str]:
    """Where each technique is described and each mood and phase is listed, if it is."""
    prompts = shown_prompts(library)
    found = {("technique", t.id): technique_url(t.id) for t in shown_techniques(library)}
    for facet in FACETS:
        for term_id in by_term(library, facet, prompts):
            found[facet.name, term_id] = facet_url(facet.name, term_id)
    return found


def _cells(grid: Grid, row: str, levels: tuple[int, ...]) -> tuple[Cell, ...]:
    counts = [
        count
        for column in grid.columns
        for count in (
            [grid.counts[row, column.id, level] for level in levels]
            if levels
            else [grid.count(row, column.id)]
        )
    ]
    return tuple(Cell(count, sum(1 for step in STEPS if count >= step)) for count in counts)


def _shortfall(floor: Floor) -> tuple[bool, str]:
    return floor.is_met, floor.what
