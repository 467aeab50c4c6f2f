"""What looks like a space or a quote mark and is another sign is named where it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.problems import Problem
from tests.conftest import ROOT

SET = (ROOT / "tests/content/prompts/first-lists.yaml").read_text("utf-8")
CASES = [
    ("    title: Five", "\u00a0\u00a0  title: Five", (10, 1), "U+00A0"),
    ("    title: Five", "    title:\u00a0Five", (10, 11), "U+00A0"),
    ("    title: Five", "    title:\u202fFive", (10, 11), "U+202F"),
    ("  - id: five", "  -\u00a0id: five", (9, 4), "U+00A0"),
    ("title: Five sounds", "title: “Five: sounds”", (10, 12), "curly quote mark “"),
    ("title: Five sounds", "title: ‘Five: sounds’", (10, 12), "curly quote mark ‘"),
    ("title: Five sounds", "title: „Five: sounds“", (10, 12), "curly quote mark „"),
]


@pytest.mark.parametrize(("right", "wrong", "place", "named"), CASES)
def test_lookalike_is_named(
    right: str,
    wrong: str,
    place: tuple[int, int],
    named: str,
    problems_of: Callable[..., tuple[Problem, ...]],
) -> None:
    """One problem for it, at its line and column, with the sign itself in the sentence."""
    found = problems_of({"prompts/first-lists.yaml": SET.replace(right, wrong, 1)})
    assert [(p.location.line, p.location.column) for p in found] == [place]
    assert named in found[0].message
    assert "ordinary space" in found[0].hint or "straight quotes" in found[0].hint


def test_curly_quotes_in_running_text_are_left_alone(
    problems_of: Callable[..., tuple[Problem, ...]],
) -> None:
    """Round a whole text they are part of it, and are shown."""
    assert (
        problems_of({"prompts/first-lists.yaml": SET.replace("Five sounds", "“Five” sounds")}) == ()
    )
