"""Plans the author's page of coverage: where the library is rich, and where it is thin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.launch_floors import Floor
from generator.pages.page import Link, Page
from generator.reports.coverage import LEVELS, Grid, Named, Thin, coverage
from generator.site.facets import FACETS, by_term
from generator.site.site import Site
from generator.site.urls import author_url, facet_url, find_url, technique_url
from generator.site.words import Words

STEPS = (1, 3, 6, 12)
"""Prompts from which on a cell is one shade darker: few, some, many, plenty."""


@dataclass(frozen=True)
class Cell:
    """One cell of a heat map: a number, how dark it is (0 to 4), and where its prompts are."""

    count: int
    shade: int
    url: str


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


@dataclass(frozen=True)
class ThinView:
    """A mood in a phase with few prompts, of each intensity and of each technique."""

    place: Link
    levels: tuple[int, ...]
    techniques: tuple[Link, ...]


def plan_coverage(site: Site) -> Iterator[Page]:
    """One page: three heat maps and the floors."""
    found = coverage(site.library)
    listed = _listed(site)
    by_level = {level: site.level(level).id for level in LEVELS}

    def name(facet: str, named: Named) -> Link:
        return Link(named.label, listed.get((facet, named.id), ""))

    maps = tuple(
        HeatMap(
            key,
            site.words(f"coverage.{key}"),
            tuple(name(column_facet, column) for column in grid.columns),
            levels,
            tuple(
                Row(
                    name(row_facet, row),
                    _cells(grid, (row_facet, row.id), column_facet, by_level if levels else {}),
                )
                for row in grid.rows
            ),
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
        title=site.words("coverage.title"),
        description=site.words("coverage.description"),
        context={
            "count": site.words.count("prompts.count", found.prompts),
            "maps": maps,
            "thinnest": tuple(_thin_view(place, site.words) for place in found.thinnest),
            "floors": tuple(sorted(found.floors, key=_shortfall)),
        },
        searchable=False,
    )


def _listed(site: Site) -> dict[tuple[str, str], str]:
    """Where each technique is described and each mood and phase is listed, if it is."""
    prompts = site.prompts
    found = {("technique", t.id): technique_url(t.id) for t in site.techniques}
    for facet in FACETS:
        for term_id in by_term(site, facet, prompts):
            found[facet.name, term_id] = facet_url(facet.name, term_id)
    return found


def _cells(
    grid: Grid, row: tuple[str, str], column_facet: str, by_level: dict[int, str]
) -> tuple[Cell, ...]:
    """A row's cells; each that holds something leads to where its prompts are found."""
    row_facet, row_id = row
    cells = []
    for column in grid.columns:
        chosen = {row_facet: row_id, column_facet: column.id}
        if not by_level:
            cells.append(_cell(grid.count(row_id, column.id), chosen))
        for level, term in by_level.items():
            cells.append(_cell(grid.counts[row_id, column.id, level], chosen | {"intensity": term}))
    return tuple(cells)


def _cell(count: int, chosen: dict[str, str]) -> Cell:
    shade = sum(1 for step in STEPS if count >= step)
    return Cell(count, shade, find_url(**chosen) if count else "")


def _thin_view(place: Thin, words: Words) -> ThinView:
    return ThinView(
        place=Link(
            words("coverage.place", mood=place.mood.label, phase=place.phase.label),
            find_url(mood=place.mood.id, phase=place.phase.id),
        ),
        levels=place.levels,
        techniques=tuple(
            Link(words("coverage.of", technique=technique.label, count=count),
                 find_url(technique=technique.id, mood=place.mood.id, phase=place.phase.id))
            for technique, count in place.techniques
        ),
    )  # fmt: skip


def _shortfall(floor: Floor) -> tuple[bool, str]:
    return floor.is_met, floor.what
