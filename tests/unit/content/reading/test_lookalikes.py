"""What looks like a space or a quote mark and is another sign is named where it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.problems import Problem
from tests.projects import ROOT

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


IDS = [
    ("prompts/first-lists.yaml", "technique: lists", "technique: “lists”", "Write lists, without "
     "the curly quote marks “”."),
    ("prompts/first-lists.yaml", "technique: lists", "technique: lists\u00a0", "Write lists, "
     "without the space of another kind (U+00A0)."),
    ("prompts/first-lists.yaml", "- id: five", "- id: “five", "Write five-sounds."),
    ("prompts/first-lists.yaml", "moods: [sad", "moods: [‘sad", "Write sad, without the curly "
     "quote mark ‘."),
    ("prompts/first-lists.yaml", "intensity: 1", "intensity: “1”", "Write 1, without the curly "
     "quote marks “”."),
    ("clinics/default/clinic.yaml", "[en]", "[“en”]", "Write en, without the curly "
     "quote marks “”."),
    ("clinics/default/clinic.yaml", "paper: letter", "paper: ‘letter’", "Write letter, without the "
     "curly quote marks ‘’."),
    ("clinics/default/clinic.yaml", "here-911", "here\u2011911", "Write here-911, without the "
     "hyphen of another kind (U+2011)."),
    ("clinics/default/clinic.yaml", "paper: letter", "paper: letter\nhide: [“prompt:five-sounds”]",
     "Write prompt:five-sounds, without the curly quote marks “”."),
    ("resources/crisis-line/night-line.yaml", "on: 2026-05-01", "on: “2026-05-01”", "Write "
     "2026-05-01, without the curly quote marks “”."),
]  # fmt: skip


@pytest.mark.parametrize(("path", "right", "wrong", "hint"), IDS)
def test_lookalike_round_an_id(
    path: str, right: str, wrong: str, hint: str, problems_of: Callable[..., tuple[Problem, ...]]
) -> None:
    """What keeps an id, a code or a date from being known is named, as it is hard to see."""
    text = (ROOT / "tests/content" / path).read_text("utf-8")
    assert right in text
    found = problems_of({path: text.replace(right, wrong, 1)})
    assert hint in {p.hint for p in found if p.location.path.endswith(path)}
    assert not any("“" in p.hint for p in found if not p.location.path.endswith(path))
