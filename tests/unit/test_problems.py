"""Problems are values that gather on the way."""

from __future__ import annotations

import pytest

from generator.problems import ContentError, Location, Problems

HERE = Location("content/a.yaml", 2, 1)


def test_problems_come_sorted_and_once() -> None:
    """The same thing said twice is one problem, and places come in reading order."""
    problems = Problems()
    problems.error(Location("content/b.yaml"), "x", "B.")
    problems.error(Location("content/a.yaml", 10), "x", "Ten.")
    problems.error(HERE, "x", "Two.")
    problems.error(HERE, "x", "Two.")
    assert [p.message for p in problems.sorted] == ["Two.", "Ten.", "B."]


def test_warnings_let_the_build_go_on() -> None:
    """Only an error raises, and then with the warnings beside it."""
    problems = Problems()
    problems.warn(HERE, "x", "Old.")
    problems.raise_if_errors()
    problems.error(HERE, "y", "Wrong.")
    with pytest.raises(ContentError) as raised:
        problems.raise_if_errors()
    assert len(raised.value.problems) == 2
