"""What a library has is counted for each mood, technique, phase and depth."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.content.edition_id import Edition
from generator.places import Places
from generator.reading import read
from generator.reports.coverage import THINNEST, Coverage, as_text, coverage

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture
def small(tmp_path: Path) -> Coverage:
    """Two prompts: one light, for sad and anxious; one deep, for sad."""
    shutil.copytree(CONTENT, tmp_path / "content")
    return coverage(read(Places(tmp_path, Edition()), date(2026, 6, 1))[0])


def test_each_mood_counts(small: Coverage) -> None:
    """A prompt with two moods counts for both, at its own depth and in its own phase."""
    grid = small.moods_by_phase
    assert small.prompts == 2
    assert grid.counts["anxious", "settling", 1] == 1
    assert grid.counts["sad", "settling", 1] == 1
    assert grid.counts["sad", "expressing", 3] == 1
    assert small.techniques_by_mood.count("lists", "sad") == 2


def test_empty_cells_are_named(small: Coverage) -> None:
    """Where nothing is, both sides are told."""
    missing = {(row.id, column.id) for row, column in small.moods_by_phase.empty}
    assert ("anxious", "expressing") in missing
    assert ("sad", "expressing") not in missing


def test_terminal_shows_numbers_and_dots(small: Coverage) -> None:
    """The table for a terminal has a line for each mood, and a dot for none."""
    lines = as_text(small).split("\n")
    sad = next(line for line in lines if line.startswith("sad"))
    assert {"1/·/·", "·/·/1"} <= set(sad.split())
    assert max(map(len, lines)) <= 100


def test_thinnest_places_come_first(small: Coverage) -> None:
    """Each is a mood in a phase, with its prompts of each depth and of each technique."""
    counts = [place.count for place in small.thinnest]
    assert counts == sorted(counts)
    assert len(counts) == min(THINNEST, 3 * 2)
    assert "Thinnest" in as_text(small)
    full = next(p for p in small.thinnest if (p.mood.id, p.phase.id) == ("sad", "expressing"))
    assert full.levels == (0, 0, 1)
    assert [(technique.id, count) for technique, count in full.techniques] == [("lists", 1)]
