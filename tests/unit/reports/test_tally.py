"""The library's counts are printed by one command."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.content.edition_id import Edition
from generator.content.library import Library
from generator.content.models.prompt import Prompt
from generator.content.models.review import Status
from generator.places import Places
from generator.reading import read
from generator.reports.tally import as_text, tally

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture
def small(tmp_path: Path) -> Library:
    """The small library of the tests."""
    shutil.copytree(CONTENT, tmp_path / "content")
    return read(Places(tmp_path, Edition()), date(2026, 6, 1))[0]


def test_each_kind_is_counted(small: Library) -> None:
    """Prompts with their lengths and openings, and what else readers see."""
    counts = {one.what: one.count for one in tally(small)}
    assert counts["prompts that readers see"] == "2"
    assert counts["prompts archived"] == "0"
    assert counts["two-minute prompts above 45 words"] == "0"
    assert counts["light prompts for numb, overwhelmed, tired above 60 words"] == "0"
    assert counts["prompts that open with a scene or a figure"].endswith("%)")
    assert counts["listings"] == str(len(small.resources))
    assert {"packets", "worksheets", "guides", "studies"} <= counts.keys()
    assert any(what.endswith("alone") for what in counts)


def test_what_is_archived_is_counted_apart(small: Library) -> None:
    """A prompt that is archived is no longer among those that readers see."""
    first, *_ = small.prompts
    archived = small.prompts[first].model_copy(update={"status": Status.ARCHIVED})
    counts = {one.what: one.count for one in tally(_with(small, archived))}
    assert (counts["prompts that readers see"], counts["prompts archived"]) == ("1", "1")


def test_long_ones_are_counted(small: Library) -> None:
    """A text of 61 words in a light prompt for somebody tired is one too many."""
    first, *_ = small.prompts
    long = {"text": "word " * 61, "intensity": 1, "moods": ("tired",)}
    changed = _with(small, small.prompts[first].model_copy(update=long))
    assert "light prompts for numb, overwhelmed, tired above 60 words: 1" in as_text(tally(changed))


def _with(library: Library, prompt: Prompt) -> Library:
    return replace(library, prompts={**library.prompts, prompt.id: prompt})
