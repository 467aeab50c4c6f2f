"""Files that were dropped in: each is a mistake with the place and rule to expect, or none.

A case is put into the small valid content of tests/content. Its folder is named for its kind and
says where: `prompts/slug.yaml` becomes content/prompts/slug.yaml. A line `# at: some/path.yaml`
puts it elsewhere, for instance over an entry that is there, as a clinic would. Each line
`# expect: 3:12 rule-id` is one problem to be found; a problem in another file has its path
before the line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.checks import RULES
from generator.problems import Location, Problem

CASES = Path(__file__).parent
VALID = sorted((CASES / "valid").rglob("*.yaml"))
INVALID = sorted((CASES / "invalid").rglob("*.yaml"))
FOLDERS = sorted({case.relative_to(CASES / "invalid").parts[0] for case in INVALID})
EXPECT = re.compile(
    r"# expect: (?:(?P<path>[\w./-]+):)?(?P<line>\d+):(?P<column>\d+) (?P<rule>\S+)"
)


@pytest.mark.parametrize("folder", FOLDERS)
def test_mistakes_are_found_where_they_are(
    folder: str, problems_of: Callable[..., tuple[Problem, ...]]
) -> None:
    """Exactly the expected problems are found, at their line and column, with something to say."""
    wrong = {}
    for case in INVALID:
        if case.relative_to(CASES / "invalid").parts[0] != folder:
            continue
        text = case.read_text("utf-8")
        at = _place(case, text)
        expected = sorted(
            (f"content/{m['path'] or at}", int(m["line"]), int(m["column"]), m["rule"])
            for m in EXPECT.finditer(text)
        )
        found = problems_of({at: text})
        places = sorted(
            (p.location.path, p.location.line, p.location.column, p.rule) for p in found
        )
        mute = [p for p in found if not p.message.endswith(".")]
        mute += [p for p in found if not (p.hint.endswith((".", "?")) or _says_how(p))]
        if not expected or places != expected or mute:
            wrong[case.name] = {"expected": expected, "found": places, "says too little": mute}
    assert wrong == {}


def test_good_files_have_no_problem(problems_of: Callable[..., tuple[Problem, ...]]) -> None:
    """What looks unusual and is fine is left alone."""
    assert VALID
    found = {}
    for case in VALID:
        text = case.read_text("utf-8")
        found[case.relative_to(CASES).as_posix()] = problems_of({_place(case, text): text})
    assert {case: problems for case, problems in found.items() if problems} == {}


def test_every_rule_is_broken_by_a_case_or_a_test() -> None:
    """No rule of the library, in none of its sides, is without something that breaks it."""
    broken = {m["rule"] for case in INVALID for m in EXPECT.finditer(case.read_text("utf-8"))}
    tests = " ".join(f.read_text("utf-8") for f in (CASES.parent / "unit/checks").glob("*.py"))
    rules = {name for rule in RULES for name in (rule.id, *rule.also)}
    # The net below the other rules for rich text; nothing is known to fall into it.
    unbroken = {name for name in rules - broken if f'"{name}"' not in tests}
    assert unbroken == {"rich-text-is-safe"}


def _spot(location: Location) -> tuple[str, int, int]:
    return location.path, location.line, location.column


def _says_how(problem: Problem) -> bool:
    """Whether the sentence itself says what to write: by an example, or because it is a rule."""
    signs = ("such as", "https://", "13 digits")
    return problem.rule == "entry-is-coherent" or any(s in problem.message for s in signs)


def _place(case: Path, text: str) -> str:
    at = re.search(r"^# at: (\S+)$", text, re.MULTILINE)
    return at[1] if at else "/".join(case.relative_to(CASES).parts[1:])
