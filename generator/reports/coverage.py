"""Coverage report: cross-tabulation of published prompts by facets, and minimum counts."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.checks.balance import floors, published
from generator.checks.launch_floors import Floor
from generator.content.library import Library
from generator.content.models.prompt import Prompt
from generator.content.models.review import Status

LEVELS = (1, 2, 3)
"""Levels of intensity of prompts."""


@dataclass(frozen=True)
class AxisHeading:
    """Heading of a row or column: id, and label for readers."""

    id: str
    label: str


@dataclass(frozen=True)
class Grid:
    """Contingency table: prompts by row, column and intensity; each term of a prompt counts."""

    rows: tuple[AxisHeading, ...]
    columns: tuple[AxisHeading, ...]
    counts: Counter[tuple[str, str, int]]

    def count(self, row: str, column: str) -> int:
        """Number of prompts in a cell, of any intensity."""
        return sum(self.counts[row, column, level] for level in LEVELS)

    @property
    def empty(self) -> tuple[tuple[AxisHeading, AxisHeading], ...]:
        """Cells without prompts, as pairs of row and column."""
        return tuple(
            (row, column)
            for row in self.rows
            for column in self.columns
            if not self.count(row.id, column.id)
        )


@dataclass(frozen=True)
class SparseCell:
    """A cell of mood and phase with few prompts: counts by intensity, and by technique if not 0."""

    mood: AxisHeading
    phase: AxisHeading
    levels: tuple[int, ...]
    techniques: tuple[tuple[AxisHeading, int], ...]

    @property
    def count(self) -> int:
        """Prompts of any intensity."""
        return sum(self.levels)


THINNEST = 15
"""Number of cells that are listed as the thinnest."""


@dataclass(frozen=True)
class Coverage:
    """Coverage of a library by published prompts."""

    prompts: int
    thinnest: tuple[SparseCell, ...]
    """Cells with the fewest prompts, ascending."""
    techniques_by_mood: Grid
    moods_by_phase: Grid
    techniques_by_phase: Grid
    floors: tuple[Floor, ...]


def coverage(library: Library) -> Coverage:
    """Compute the report."""
    prompts = published(library)
    shown = (t for t in library.techniques.values() if t.status is Status.PUBLISHED)
    ordered = sorted(shown, key=lambda t: (t.structure, t.title))
    techniques = tuple(AxisHeading(t.id, t.title) for t in ordered)
    moods, phases = _terms(library, "moods"), _terms(library, "phases")
    own = {prompt.id: library.technique_id_of(prompt) for prompt in prompts}
    return Coverage(
        prompts=len(prompts),
        thinnest=_thinnest(prompts, moods, phases, techniques, own),
        techniques_by_mood=Grid(techniques, moods, _count(prompts, own, "moods")),
        moods_by_phase=Grid(
            moods,
            phases,
            Counter((m, ph, p.intensity) for p in prompts for m in p.moods for ph in p.phases),
        ),
        techniques_by_phase=Grid(techniques, phases, _count(prompts, own, "phases")),
        floors=floors(library),
    )


def as_text(found: Coverage) -> str:
    """Plain-text tables of at most 100 columns; a dot stands for 0."""
    parts = [
        f"{found.prompts} prompts. Numbers are of intensity 1, 2 and 3; a dot is none.",
        _table("Mood by phase", found.moods_by_phase),
        _table("Technique by phase", found.techniques_by_phase),
        _without("No prompt yet for", found.techniques_by_mood),
        "\n".join(["Thinnest", *(_thin(place) for place in found.thinnest)]),
        "\n".join(["Floors", *(_floor(floor) for floor in found.floors if not floor.is_met)])
        if not all(floor.is_met for floor in found.floors)
        else "Every floor is met.",
    ]
    return "\n\n".join(part for part in parts if part)


def _terms(library: Library, taxonomy: str) -> tuple[AxisHeading, ...]:
    return tuple(AxisHeading(term.id, term.label) for term in library.taxonomies[taxonomy].terms)


def _count(
    prompts: Sequence[Prompt], technique: dict[str, str], facet: str
) -> Counter[tuple[str, str, int]]:
    return Counter(
        (technique[p.id], term, p.intensity) for p in prompts for term in getattr(p, facet)
    )


def _table(title: str, grid: Grid) -> str:
    head = "".join(f"{column.id[:11]:>12}" for column in grid.columns)
    lines = [f"{title:<24}{head}"]
    for row in grid.rows:
        cells = (
            "/".join(str(grid.counts[row.id, column.id, level] or "·") for level in LEVELS)
            for column in grid.columns
        )
        lines.append(f"{row.id[:23]:<24}" + "".join(f"{cell:>12}" for cell in cells))
    return "\n".join(lines)


def _without(title: str, grid: Grid) -> str:
    missing: dict[str, list[str]] = {}
    for row, column in grid.empty:
        missing.setdefault(row.id, []).append(column.id)
    lines = [f"  {row}: {', '.join(columns)}" for row, columns in missing.items()]
    return "\n".join([title, *lines]) if lines else ""


def _thinnest(
    prompts: Sequence[Prompt],
    moods: tuple[AxisHeading, ...],
    phases: tuple[AxisHeading, ...],
    techniques: tuple[AxisHeading, ...],
    own: dict[str, str],
) -> tuple[SparseCell, ...]:
    given = Counter(
        (mood, phase, own[p.id], p.intensity) for p in prompts for mood in p.moods
        for phase in p.phases
    )  # fmt: skip
    places = []
    for mood in moods:
        for phase in phases:
            here = {(t.id, level): given[mood.id, phase.id, t.id, level]
                    for t in techniques for level in LEVELS}  # fmt: skip
            by_level = tuple(sum(here[t.id, level] for t in techniques) for level in LEVELS)
            of = ((t, sum(here[t.id, level] for level in LEVELS)) for t in techniques)
            places.append(SparseCell(mood, phase, by_level, tuple((t, n) for t, n in of if n)))
    return tuple(sorted(places, key=lambda place: place.count)[:THINNEST])


def _thin(place: SparseCell) -> str:
    levels = "/".join(str(count or "·") for count in place.levels)
    of = ", ".join(f"{technique.id} {count}" for technique, count in place.techniques)
    line = f"{place.mood.id}, {place.phase.id}: {levels}  {of}"
    return f"  {textwrap.shorten(line, 98, placeholder=' …')}"


def _floor(floor: Floor) -> str:
    return f"  {floor.what}: {floor.have} of {floor.needed}"
