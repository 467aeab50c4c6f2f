"""The finished library keeps every rule, and `writing-site check` has nothing to say about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.checks.balance import (
    LARGEST_SHARE,
    check_floors,
    check_shares,
    floors,
    published,
)  # fmt: skip
from generator.checks.repetition import ALIKE, check_likeness
from generator.content.library import Library
from generator.problems import Problems
from generator.report import report

ROOT = Path(__file__).parents[3]


def test_real_library_is_clean(real_read: tuple[Library, Problems]) -> None:
    """No error and no warning in the content, the pages written by hand and the program's words."""
    problems = real_read[1].sorted
    assert not problems, report(problems)


def rules_broken(check: Callable[[Library, Problems], None], library: Library) -> list[str]:
    problems = Problems()
    check(library, problems)
    return [problem.message for problem in problems.sorted]


def test_each_floor_is_on(library: Library) -> None:
    """Take away what one floor counts, down to one below it, and just that floor is told of."""
    floor_of_two = next(f for f in floors(library) if f.what == "up to 2 minutes")
    short = [p.id for p in published(library) if p.time.total_seconds() <= 120]
    gone = set(short[: floor_of_two.have - floor_of_two.needed + 1])
    fewer = {i: p for i, p in library.prompts.items() if i not in gone}
    told = rules_broken(check_floors, replace(library, prompts=fewer))
    assert f"up to 2 minutes: {floor_of_two.needed - 1} of at least {floor_of_two.needed}." in told


@pytest.mark.parametrize(
    ("kind", "message"),
    [("app", "listings: apps"), ("directory", "listings: directories"), ("book", "books")],
)
def test_floors_of_listings_are_on(library: Library, kind: str, message: str) -> None:
    """Without the listings of a kind, its floor is told of."""
    fewer = {i: r for i, r in library.resources.items() if r.kind != kind}
    told = rules_broken(check_floors, replace(library, resources=fewer))
    assert any(message in said for said in told)


def test_floors_of_packets_and_techniques_are_on(library: Library) -> None:
    """Too few packets, or too few prompts of a technique, are told of."""
    told = rules_broken(check_floors, replace(library, packets={}))
    assert "packets: 0 of at least 8." in told
    fewer = {i: p for i, p in library.prompts.items() if library.technique_of(p).id != "dialogue"}
    told = rules_broken(check_floors, replace(library, prompts=fewer))
    title = library.techniques["dialogue"].title
    assert f"prompts of {title}: 0 of at least 8." in told


def test_los_angeles_has_its_listings(library: Library) -> None:
    """Ten listings at least are of Los Angeles, where the default clinic is."""
    places = [r.area.place or "" for r in library.resources.values()]
    assert sum("Los Angeles" in place for place in places) >= 10


def test_balance_is_on(library: Library) -> None:
    """One mood more on each prompt, and it is told that the mood says nothing any more."""
    assert LARGEST_SHARE["moods"] == 0.4
    same = {
        i: p.model_copy(update={"moods": (*p.moods, "calm")}) for i, p in library.prompts.items()
    }
    told = rules_broken(check_shares, replace(library, prompts=same))
    assert any('"calm" is given to' in said for said in told)


def test_near_duplicates_are_found_in_the_real_library(library: Library) -> None:
    """A real prompt with one word changed is found among four hundred; as they are, none is."""
    assert ALIKE == 0.8
    assert rules_broken(check_likeness, library) == []
    entry = library.entries["prompt-set", library.set_of_prompt[next(iter(library.prompts))]]
    items = list(entry.values["prompts"])
    items.append({**items[0], "id": "another-one", "text": f"{items[0]['text']} Gladly."})
    changed = replace(entry, values={**entry.values, "prompts": items})
    copy = library.prompts[items[0]["id"]].model_copy(update={"id": "another-one"})
    twice = replace(
        library,
        entries={**library.entries, ("prompt-set", entry.id): changed},
        prompts={**library.prompts, copy.id: copy},
        set_of_prompt={**library.set_of_prompt, copy.id: entry.id},
    )
    (message,) = rules_broken(check_likeness, twice)
    assert '"another-one"' in message
