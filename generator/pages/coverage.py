"""Authors' coverage report: heat maps of prompt counts by technique, mood, phase and intensity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.launch_floors import Floor
from generator.pages.page import Link, Page
from generator.reports.coverage import LEVELS, AxisHeading, Grid, SparseCell, coverage
from generator.site.facets import FACETS, by_term
from generator.site.site import Site
from generator.site.urls import author_url, facet_url, find_url, technique_url
from generator.site.words import Words

STEPS = (1, 3, 6, 12)
"""Lower bounds of the shades, in prompts: few, some, many, plenty."""


@dataclass(frozen=True)
class Cell:
    """Cell of a heat map: count, shade from 0 (none) to 4, and URL of the finder, or empty."""

    count: int
    shade: int
    url: str


@dataclass(frozen=True)
class Row:
    """Row of a heat map; `head` links to the term's page, or has an empty URL."""

    head: Link
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class HeatMap:
    """Cross tabulation; with `levels`, each column is split by intensity."""

    id: str
    title: str
    columns: tuple[Link, ...]
    levels: tuple[int, ...]
    rows: tuple[Row, ...]

    @property
    def subheads(self) -> tuple[int, ...]:
        """The levels of all columns, in order, as a second header row."""
        return self.levels * len(self.columns)


@dataclass(frozen=True)
class SparseCellView:
    """A combination of mood and phase with few prompts: counts by intensity and by technique."""

    place: Link
    levels: tuple[int, ...]
    techniques: tuple[Link, ...]


def plan_coverage(site: Site) -> Iterator[Page]:
    """One page: three heat maps, the thinnest combinations, and the floors, unmet ones first."""
    report = coverage(site.library)
    listed = _term_urls(site)
    by_level = {level: site.level(level).id for level in LEVELS}

    def name(facet: str, named: AxisHeading) -> Link:
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
            ("technique-mood", report.techniques_by_mood, "technique", "mood", ()),
            ("mood-phase", report.moods_by_phase, "mood", "phase", LEVELS),
            ("technique-phase", report.techniques_by_phase, "technique", "phase", LEVELS),
        )
    )
    yield Page(
        url=author_url("coverage"),
        template="author-coverage",
        title=site.words("coverage.title"),
        description=site.words("coverage.description"),
        context={
            "count": site.words.count("prompts.count", report.prompts),
            "maps": maps,
            "thinnest": tuple(_thin_view(place, site.words) for place in report.thinnest),
            "floors": tuple(sorted(report.floors, key=_unmet_first)),
        },
        searchable=False,
    )


def _term_urls(site: Site) -> dict[tuple[str, str], str]:
    """URL by (facet, id) of each technique's guide and of each facet term that has prompts."""
    prompts = site.prompts
    urls = {("technique", t.id): technique_url(t.id) for t in site.techniques}
    for facet in FACETS:
        for term_id in by_term(site, facet, prompts):
            urls[facet.name, term_id] = facet_url(facet.name, term_id)
    return urls


def _cells(
    grid: Grid, row: tuple[str, str], column_facet: str, by_level: dict[int, str]
) -> tuple[Cell, ...]:
    """Cells of a row, column by column, and in each by intensity if `by_level` is not empty."""
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


def _thin_view(place: SparseCell, words: Words) -> SparseCellView:
    return SparseCellView(
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


def _unmet_first(floor: Floor) -> tuple[bool, str]:
    return floor.is_met, floor.what
