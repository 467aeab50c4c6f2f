"""What systems, editors and sync programs leave in a folder stops no build."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.content.reading.strays import is_conflict_copy, is_stray
from generator.problems import Problem, Severity

LEFT = (
    "Thumbs.db", "desktop.ini", "Desktop.ini", "Icon\r", ".DS_Store", "._x.yaml", "x.yaml~",
    ".#x.yaml", "#x.yaml#", ".x.yaml.swp", "x.yaml.swp", "x.yaml.tmp", "x.yaml.bak", "x.yaml.orig",
    "~$x.yaml", "4913", "x.yaml.part", ".goutputstream-AB12CD",
)  # fmt: skip
COPIES = (
    "first-lists.sync-conflict-20260601-101010-ABCDEFG.yaml",
    "first-lists (conflicted copy 2026-06-01 101010).yaml",
    "first-lists (Dana's conflicted copy 2026-06-01).yaml",
    "first-lists (SFConflict dana@example.org 2026-06-01-10-10-10).yaml",
)


@pytest.mark.parametrize("folder", ["", "prompts/", "resources/", "resources/directory/"])
def test_what_is_left_is_passed_over(
    problems_of: Callable[..., tuple[Problem, ...]], folder: str
) -> None:
    """At the top and among entries, such a file is no problem and no entry."""
    for top in (folder, f"clinics/default/{folder}"):
        assert problems_of({f"{top}{name}": "title: [" for name in LEFT}) == ()


@pytest.mark.parametrize("name", COPIES)
def test_conflict_copies_are_told_and_not_read(
    problems_of: Callable[..., tuple[Problem, ...]], name: str
) -> None:
    """A copy may hold somebody's work: a warning says so, and the build goes on."""
    (found,) = problems_of({f"prompts/{name}": "title: ["})
    assert (found.rule, found.severity) == ("copy-is-merged", Severity.WARNING)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("x.yaml.txt", "such as x.yaml."),
        ("x.yml", "such as x.yaml."),
        ("x.yaml copy", "such as x.yaml."),
        ("notes.docx", "such as notes.yaml."),
    ],
)
def test_other_endings_are_told_with_the_right_name(
    problems_of: Callable[..., tuple[Problem, ...]], name: str, hint: str
) -> None:
    """A hint never proposes the ending twice."""
    (found,) = problems_of({f"prompts/{name}": "title: x"})
    assert found.rule == "file-is-in-its-place"
    assert hint in found.hint


def test_ordinary_names_are_no_strays() -> None:
    """Entries, pictures and folders keep their names."""
    for name in ("x.yaml", "temp.yaml", "part-one.yaml", "icon.svg", "conflict.yaml", "a-b.md"):
        assert not is_stray(name)
        assert not is_conflict_copy(name)
