"""What nobody can see is refused where it stands: in any text, and more of it in addresses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.problems import Problem

ProblemsOf = Callable[..., tuple[Problem, ...]]
PATH = "resources/directory/a-line.yaml"
LISTING = """\
name: A line for you
summary: Somebody to talk to.
url: https://example.org/groups
languages: [en]
cost: {kind: free}
modality: [phone]
area: {scope: country, countries: [US]}
audience: [person]
contacts:
  - kind: voice
    display: 800-555-0100
    dial: "8005550100"
    e164: "+18005550100"
    hours: {always: true}
    languages: [en]
  - kind: email
    display: Write to us
    email: help@example.org
    hours: {always: true}
    languages: [en]
verification: {status: official, on: 2026-05-01, method: web, by: The editors}
"""
NOTHING = "\u00ad\u200b\u2060\u2061\ufeff\u202a\u202c\u2066\u2069\u180e\u3164"
"""Drawn as nothing, or of no use in a page: refused in every text."""
MARKS = "\u200c\u200d\u200e\u200f\u061c\ufe0f"
"""What words of some languages, or emoji, need: refused in addresses and numbers."""


def broken(problems_of: ProblemsOf, old: str, new: str) -> list[tuple[int, int, str]]:
    """Line, column and rule of each problem of the listing with one piece changed."""
    assert LISTING.count(old) == 1
    found = problems_of({PATH: LISTING.replace(old, new)})
    return [(p.location.line, p.location.column, p.rule) for p in found]


@pytest.mark.parametrize("sign", NOTHING, ids=lambda c: f"U+{ord(c):04X}")
@pytest.mark.parametrize(
    ("old", "line", "column"),
    [("for you", 1, 16), ("/groups", 3, 31), ("0100\n    dial", 11, 24), ("help@", 18, 17)],
)
def test_drawn_as_nothing(
    problems_of: ProblemsOf, sign: str, old: str, line: int, column: int
) -> None:
    """In a name, a link, a number or an e-mail address, at its own column."""
    middle = old[:3] + sign + old[3:]
    found = broken(problems_of, old, middle)
    place = LISTING.replace(old, middle).split("\n")[line - 1].index(sign) + 1
    assert (line, place, "text-is-visible") in found
    assert {rule for *_, rule in found} <= {"text-is-visible", "link-is-safe", "email-is-valid"}
    assert abs(place - column) < 9


@pytest.mark.parametrize("sign", MARKS, ids=lambda c: f"U+{ord(c):04X}")
@pytest.mark.parametrize(
    ("old", "line"),
    [("example.org/groups", 3), ("800-555-0100", 11), ('"8005550100"', 12), ('"+18005550100"', 13),
     ("help@example.org", 18)],
)  # fmt: skip
def test_marks_in_addresses(problems_of: ProblemsOf, sign: str, old: str, line: int) -> None:
    """Each is told once, at its own column, and names the character."""
    middle = old[:5] + sign + old[5:]
    ((found_line, column, rule),) = broken(problems_of, old, middle)
    assert (found_line, rule) == (line, "address-is-visible")
    assert LISTING.replace(old, middle).split("\n")[line - 1][column - 1] == sign


@pytest.mark.parametrize("sign", MARKS, ids=lambda c: f"U+{ord(c):04X}")
def test_marks_in_words_are_fine(problems_of: ProblemsOf, sign: str) -> None:
    """Persian, Hebrew and emoji need them in ordinary text."""
    assert broken(problems_of, "A line for you", f"A line{sign} for you") == []


@pytest.mark.parametrize("sign", "\u00a0\u2007\u202f\u2011\u2009", ids=lambda c: f"U+{ord(c):04X}")
def test_other_spaces_and_hyphens_in_numbers(problems_of: ProblemsOf, sign: str) -> None:
    """A number that was copied has ordinary spaces and hyphens afterwards, as the hint says."""
    changed = LISTING.replace("800-555-0100", f"800{sign}555-0100")
    (problem,) = problems_of({PATH: changed})
    assert (problem.location.line, problem.location.column) == (11, 17)
    assert problem.rule == "address-is-visible"
    hinted = problem.hint.split('"')[1]
    assert hinted in ("800 555-0100", "800-555-0100")
    assert broken(problems_of, "800-555-0100", hinted) == []


def test_link_in_rich_text(problems_of: ProblemsOf) -> None:
    """The address of a link in a text is looked at as well."""
    guide = (Path(__file__).parents[2] / "content/techniques/lists.yaml").read_text("utf-8")
    line = "privacy: Tear it up if you like."
    assert line in guide
    changed = guide.replace(
        line, "privacy: See [the page of a list](https://example.org/x\u200ey)."
    )
    assert [p.rule for p in problems_of({"techniques/lists.yaml": changed})] == ["link-is-safe"]


def test_every_sign_in_a_line_is_told(problems_of: ProblemsOf) -> None:
    """Once for each sign, however often it is there."""
    page = "# Us\n\nA\u00adb\u200bc\u00add\u200be.\n"
    found = [p for p in problems_of({"pages/us.md": page}) if p.rule == "text-is-visible"]
    assert [(p.location.line, p.location.column) for p in found] == [(3, 2), (3, 4)]
