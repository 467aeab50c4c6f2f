"""A letter that cannot be printed is told where it is written, as a warning, once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.content.edition_id import Edition
from generator.places import Places
from generator.problems import Problem, Severity
from generator.reading import read

TODAY = date(2026, 2, 1)
CONTENT = Path(__file__).parents[2] / "content"
CLINIC = "content/clinics/default/clinic.yaml"
LINE = "content/resources/crisis-line/night-line.yaml"
SHEET = "content/worksheets/three-lines.yaml"


@pytest.mark.parametrize(
    ("file", "before", "after", "sign"),
    [
        (CLINIC, "name: ", "name: 雨 ", "雨"),
        (CLINIC, "name: ", "name: 🌧️ ", "🌧"),
        (LINE, "display: ", "display: 電 ", "電"),
        (SHEET, "title: ", "title: 雨 ", "雨"),
        (SHEET, "purpose: ", "purpose: हि ", "ह"),
    ],
)
def test_it_is_told_at_its_line(
    make_project: Callable[..., Any], file: str, before: str, after: str, sign: str
) -> None:
    """The file and line that somebody can mend, with the sign; nothing else is said of it."""
    project = make_project(CONTENT)
    path = project.root / file
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")
    line = next(n for n, t in enumerate(text.split("\n"), 1) if before in t)
    found = _told(project)
    assert (found[0].location.path, found[0].location.line) == (file, line)
    assert sign in found[0].message
    assert {(p.location.path, p.location.line) for p in found} == {(file, line)}
    assert {p.severity for p in found} == {Severity.WARNING}


def test_other_scripts_are_no_problem(make_project: Callable[..., Any]) -> None:
    """Names in scripts that the sheets have fonts for are not mentioned."""
    project = make_project(CONTENT)
    path = project.root / CLINIC
    text = path.read_text("utf-8")
    path.write_text(text.replace("name: ", "name: Trường Київ Αθήνα עזרה → ✓ № ", 1), "utf-8")
    assert _told(project) == []


def _told(project: Any) -> list[Problem]:
    problems = read(Places(project.root, Edition()), TODAY)[1]
    return [p for p in problems.sorted if p.rule == "sheet-has-its-letters"]
