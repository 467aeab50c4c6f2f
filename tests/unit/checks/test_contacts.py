"""Nobody in need is sent to a listing that nobody is sure of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.problems import Problem

CLINIC = "clinics/default/clinic.yaml"
ELSEWHERE = "resources/directory/lines-elsewhere.yaml"
CONTENT = Path(__file__).parents[2] / "content"


def test_who_to_call_names_what_is_verified(
    problems_of: Callable[..., tuple[Problem, ...]],
) -> None:
    """A row that leads to an unverified listing: `who-to-call-is-verified` at its line."""
    small_clinic = (CONTENT / CLINIC).read_text("utf-8")
    row = "crisis:\n  who_to_call: [{situation: I need a list, call: lines-elsewhere}]"
    clinic = {CLINIC: small_clinic.replace("crisis:", row)}
    assert not problems_of(clinic)
    listing = (CONTENT / ELSEWHERE).read_text("utf-8")
    status = next(line for line in listing.splitlines() if line.startswith("  status:"))
    unsure = {ELSEWHERE: listing.replace(status, "  status: unverified")}
    found = problems_of({**clinic, **unsure})
    assert [problem.rule for problem in found] == ["who-to-call-is-verified"]


def test_lines_of_other_countries_are_verified_and_say_their_country(
    problems_of: Callable[..., tuple[Problem, ...]],
) -> None:
    """Under `elsewhere` of a row stands what is verified, and for a country that is named."""
    small_clinic = (CONTENT / CLINIC).read_text("utf-8")
    row = (
        "crisis:\n  who_to_call:\n"
        "    - {situation: I need a list, call: night-line, elsewhere: [lines-elsewhere]}"
    )
    clinic = {CLINIC: small_clinic.replace("crisis:", row)}
    found = problems_of(clinic)
    assert [problem.rule for problem in found] == ["row-elsewhere-names-its-country"]
    listing = (CONTENT / ELSEWHERE).read_text("utf-8")
    ireland = listing.replace("scope: worldwide", "scope: country\n  countries: [IE]")
    assert not problems_of({**clinic, ELSEWHERE: ireland})
    status = next(line for line in listing.splitlines() if line.startswith("  status:"))
    unsure = ireland.replace(status, "  status: unverified")
    found = problems_of({**clinic, ELSEWHERE: unsure})
    assert [problem.rule for problem in found] == ["who-to-call-is-verified"]
