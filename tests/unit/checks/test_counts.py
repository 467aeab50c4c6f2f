"""Numbers in texts are those of what is there; break the number, and it is found."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.checks.number_words import NUMBER, value_of
from generator.content.edition_id import Edition
from generator.content.library import Library
from generator.places import Places
from generator.problems import Problem, Problems
from generator.reading import read

ProblemsOf = Callable[..., tuple[Problem, ...]]
ROOT = Path(__file__).parents[3]
CONTENT = ROOT / "tests/content"


@pytest.mark.parametrize(
    ("file", "field", "text", "wrong"),
    [
        ("techniques/lists.yaml", "what_it_is", "A list in nine steps.", "nine steps"),
        ("packets/first-week.yaml", "summary", "Twenty-one days of lists.", "Twenty-one days"),
        ("packets/first-week.yaml", "purpose", "It aims at 30 small steps.", "30 small steps"),
        ("worksheets/three-lines.yaml", "purpose", "A sheet on 12 pages.", "12 pages"),
        ("prompts/first-lists.yaml", "summary", "Nine light prompts.", "Nine light prompts"),
    ],
)
def test_wrong_number_is_told(
    problems_of: ProblemsOf, file: str, field: str, text: str, wrong: str
) -> None:
    """Steps, days, pages and prompts that are promised have to be there."""
    lines = (CONTENT / file).read_text("utf-8").split("\n")
    start = next(n for n, line in enumerate(lines) if line.startswith(f"{field}:"))
    end = next(n for n in range(start + 1, len(lines)) if not lines[n].startswith((" ", "-")))
    changed = "\n".join([*lines[:start], f"{field}: {text}", *lines[end:]])
    (problem,) = problems_of({file: changed})
    assert problem.rule == "count-is-true"
    assert f'"{wrong}"' in problem.message
    assert problem.location.line == start + 1


@pytest.fixture
def on_page(tmp_path: Path) -> Callable[[str], list[str]]:
    """Which rules a page with this text breaks."""
    shutil.copytree(CONTENT, tmp_path / "content")
    (tmp_path / "content/pages").mkdir(exist_ok=True)

    def on_page(text: str) -> list[str]:
        (tmp_path / "content/pages/page.md").write_text(text, "utf-8")
        found = read(Places(tmp_path, Edition()), date(2026, 6, 1))[1].found
        return [f"{p.location.line} {p.message}" for p in found if p.rule == "count-is-true"]

    return on_page


def test_page_lists_as_many_as_it_announces(on_page: Callable[[str], list[str]]) -> None:
    """A heading with a number, or a line before a list, holds for the list: count-is-kept."""
    items = "- one way\n- another way\n"
    assert on_page(f"## Two ways to share\n\nText.\n\n{items}") == []
    assert on_page(f"## Three ways to share\n\nText.\n\n{items}") == [
        '1 The text says "Three ways", and the list has 2.'
    ]
    assert on_page(f"Three small questions:\n\n{items}") == [
        '1 The text says "Three small questions", and the list has 2.'
    ]
    assert on_page(f"Three ways are known to us.\n\n{items}") == []
    assert on_page("## Three ways to share\n\nText.\n") == []


def test_numbers_are_read_in_words_and_digits() -> None:
    """Every number that the pattern finds has a value."""
    said = {"seven": 7, "Twenty-nine": 29, "1,072": 1072, "sixty": 60, "12": 12}
    import re

    for written, value in said.items():
        assert re.fullmatch(NUMBER, written, re.IGNORECASE)
        assert value_of(written) == value


def test_real_packets_are_counted(library: Library) -> None:
    """The numbers in the real packets are looked at: one more meeting would be found."""
    from dataclasses import replace

    from generator.checks.counts import check_counts

    pack = library.packets["group-first-words"]
    fewer = pack.model_copy(update={"items": tuple(i for i in pack.items if i.day != 36)})
    problems = Problems()
    packets = {**library.packets, pack.id: fewer}
    check_counts(replace(library, packets=packets), problems)
    assert [p.location.path for p in problems.found] == ["content/packets/group-first-words.yaml"]
