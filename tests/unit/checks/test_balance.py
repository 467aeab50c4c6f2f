"""Floors and shares: where a library has too few prompts, or one word for too many."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.checks.balance import (
    ENOUGH_TO_WEIGH,
    LAUNCH_SIZE,
    NEARLY_LAUNCHED,
    check_floors,
    check_shares,
    floors,
)
from generator.content.edition_id import Edition
from generator.content.library import Library
from generator.content.models.prompt import Prompt
from generator.content.models.review import Status
from generator.places import Places
from generator.problems import Problems
from generator.reading import read

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture
def with_prompts(tmp_path: Path) -> Callable[..., Library]:
    """Makes a library of so many prompts, each the first one with something changed."""
    shutil.copytree(CONTENT, tmp_path / "content")
    small = read(Places(tmp_path, Edition()), date(2026, 6, 1))[0]
    first = small.prompts["five-sounds"]

    def make(count: int, change: Callable[[int], dict[str, object]] = lambda n: {}) -> Library:
        prompts: dict[str, Prompt] = {}
        for n in range(count):
            prompts[f"p{n}"] = first.model_copy(update={"id": f"p{n}", **change(n)})
        return replace(small, prompts=prompts, set_of_prompt=dict.fromkeys(prompts, "first-lists"))

    return make


def messages(check: Callable[[Library, Problems], None], library: Library) -> list[str]:
    problems = Problems()
    check(library, problems)
    return [problem.message for problem in problems.sorted]


def test_small_library_has_no_floors(with_prompts: Callable[..., Library]) -> None:
    """Nobody is told what is missing while a library is being written."""
    assert messages(check_floors, with_prompts(NEARLY_LAUNCHED - 1)) == []
    assert messages(check_floors, with_prompts(NEARLY_LAUNCHED)) != []


def test_who_hides_is_not_asked_for_more(with_prompts: Callable[..., Library]) -> None:
    """A clinic that leaves something out is not told to write more of it."""
    library = replace(with_prompts(NEARLY_LAUNCHED), hidden_by={("technique", "poem"): 0})
    assert messages(check_floors, library) == []


def test_drafts_do_not_count(with_prompts: Callable[..., Library]) -> None:
    """What readers do not see meets no floor."""
    drafts = with_prompts(LAUNCH_SIZE, lambda n: {"status": Status.DRAFT})
    assert messages(check_floors, drafts) == []
    of_prompts = [floor for floor in floors(drafts) if "listings" not in floor.what]
    assert {floor.have for floor in of_prompts if "packets" not in floor.what} == {0}


def test_floor_is_met_by_exactly_so_many(with_prompts: Callable[..., Library]) -> None:
    """Sixty prompts of two minutes are enough, and fifty-nine are not."""
    for short, is_met in ((59, False), (60, True)):

        def change(n: int, short: int = short) -> dict[str, object]:
            return {"time": timedelta(minutes=2 if n < short else 9)}

        found = messages(check_floors, with_prompts(LAUNCH_SIZE, change))
        assert (f"up to 2 minutes: {short} of at least 60." not in found) is is_met


def test_light_prompts_are_counted_apart(with_prompts: Callable[..., Library]) -> None:
    """A mood whose prompts are all of medium depth has too few light ones."""
    library = with_prompts(LAUNCH_SIZE, lambda n: {"intensity": 2, "moods": ("sad",)})
    met = {floor.what: floor.is_met for floor in floors(library)}
    label = library.term("moods", "sad").label
    assert met[f"moods: {label}"]
    assert not met[f"moods: {label}, intensity 1"]


def test_one_mood_for_all_is_too_many(with_prompts: Callable[..., Library]) -> None:
    """A mood that more than two fifths of the prompts have tells nothing apart."""
    for sad, found in ((40, 0), (41, 1)):

        def change(n: int, sad: int = sad) -> dict[str, object]:
            return {"moods": ("sad",) if n < sad else (), "benefits": (), "phases": ()}

        library = with_prompts(ENOUGH_TO_WEIGH, change)
        assert len(messages(check_shares, library)) == found
