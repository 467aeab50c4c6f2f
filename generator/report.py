"""Formatting of problems: text for people, GitHub workflow annotations, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from generator.problems import Problem, Severity
from generator.text.characters import visible, visible_on_one_line

Say = Callable[[str], None]
"""Callback for progress messages, one sentence each."""


class Form(StrEnum):
    """Output format of problems."""

    TEXT = "text"
    GITHUB = "github"
    JSON = "json"


def report(problems: Sequence[Problem], form: Form = Form.TEXT) -> str:
    """All problems in one of the forms: one line each, or a JSON array; no final line break."""
    if form is Form.JSON:
        return json.dumps([_as_json(p) for p in problems], indent=2)
    line = _as_annotation if form is Form.GITHUB else _as_text
    return "\n".join(line(p) for p in problems)


def summary(problems: Sequence[Problem]) -> str:
    """The numbers of errors and warnings, such as “2 errors and 1 warning”."""
    errors = sum(p.severity is Severity.ERROR for p in problems)
    warnings = len(problems) - errors
    parts = [_count(errors, "error"), _count(warnings, "warning")]
    return " and ".join(part for part in parts if part) or "no problems"


def counts(of: Mapping[str, int]) -> str:
    """Nouns with their numbers: 2 techniques, 1 worksheet; zero ones are empty."""
    return ", ".join(_count(number, noun) for noun, number in of.items())


def _as_text(problem: Problem) -> str:
    place = problem.location
    where = f"{visible_on_one_line(place.path)}:{place.line}:{place.column}"
    sentence = visible_on_one_line(_sentence(problem))
    return f"{where}: {problem.severity}: {sentence} [{problem.rule}]"


def _as_annotation(problem: Problem) -> str:
    place = problem.location
    path = _property(visible_on_one_line(place.path))
    where = f"file={path},line={place.line},col={place.column}"
    title = _property(problem.rule)
    return f"::{problem.severity} {where},title={title}::{_escaped(visible(_sentence(problem)))}"


def _as_json(problem: Problem) -> dict[str, object]:
    place = problem.location
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "severity": problem.severity.value,
        "rule": problem.rule,
        "message": problem.message,
        "hint": problem.hint,
    }


def _sentence(problem: Problem) -> str:
    return f"{problem.message} {problem.hint}".strip()


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else ""
