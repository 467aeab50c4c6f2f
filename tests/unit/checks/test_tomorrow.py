"""It is tomorrow already where an author may live: that stops no build, and the day after does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.problems import Problem

CONTENT = Path(__file__).parents[2] / "content"
TODAY, TOMORROW, LATER = "2026-06-01", "2026-06-02", "2026-06-03"
"""The first is the day on which `problems_of` reads."""
DATES = [
    ("studies/scullin-2018.yaml", "checked_on: {}", "check-is-in-the-past"),
    ("prompts/first-lists.yaml", "written_on: {}", "review-is-in-the-past"),
    ("resources/crisis-line/night-line.yaml", "on: {}", "check-is-in-the-past"),
    (
        "techniques/lists.yaml",
        "written_on: 2026-01-10\n  reviewed_by: [{{name: B. Reader, role: psychologist}}]\n"
        "  reviewed_on: {}",
        "review-is-in-the-past",
    ),
]


@pytest.mark.parametrize(("file", "field", "rule"), DATES)
def test_tomorrow_is_no_mistake(
    file: str, field: str, rule: str, problems_of: Callable[..., tuple[Problem, ...]]
) -> None:
    """The last day that is taken is one after that of the machine, for each kind of date."""
    text = (CONTENT / file).read_text("utf-8")
    name = field.partition(":")[0]
    before = next(line.strip() for line in text.split("\n") if line.strip().startswith(f"{name}:"))
    found = {
        day: [
            problem.rule for problem in problems_of({file: text.replace(before, field.format(day))})
        ]
        for day in (TODAY, TOMORROW, LATER)
    }
    assert found == {TODAY: [], TOMORROW: [], LATER: [rule]}
