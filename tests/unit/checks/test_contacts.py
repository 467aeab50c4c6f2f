"""Nobody in need is sent to a listing that nobody is sure of."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.problems import Problem

CLINIC = "clinics/default/clinic.yaml"
ELSEWHERE = "resources/directory/lines-elsewhere.yaml"
IRISH = "resources/directory/irish-lines.yaml"
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
    # The row, and the line of the block itself that leads there.
    assert [problem.rule for problem in found] == 2 * ["who-to-call-is-verified"]


def test_lines_of_other_countries_are_verified_and_say_their_country(
    problems_of: Callable[..., tuple[Problem, ...]],
) -> None:
    """Under `elsewhere` of a row stands what is verified, and for a country that is named."""
    small_clinic = (CONTENT / CLINIC).read_text("utf-8")
    row = (
        "crisis:\n  who_to_call:\n"
        "    - {situation: I need a list, call: night-line, elsewhere: [irish-lines]}"
    )
    listing = (CONTENT / ELSEWHERE).read_text("utf-8").replace("name: ", "name: Irish ", 1)
    clinic = {CLINIC: small_clinic.replace("crisis:", row), IRISH: listing}
    found = problems_of(clinic)
    assert [problem.rule for problem in found] == ["row-elsewhere-names-its-country"]
    ireland = listing.replace("scope: worldwide", "scope: country\n  countries: [IE]")
    assert not problems_of({**clinic, IRISH: ireland})
    status = next(line for line in listing.splitlines() if line.startswith("  status:"))
    unsure = ireland.replace(status, "  status: unverified")
    found = problems_of({**clinic, IRISH: unsure})
    assert [problem.rule for problem in found] == ["who-to-call-is-verified"]


LINE = "resources/crisis-line/night-line.yaml"


def _rules(found: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(problem.rule, problem.severity.value) for problem in found]


@pytest.mark.parametrize("status", ["closed", "disputed"])
def test_numbers_that_stand_first_are_sure(
    problems_of: Callable[..., tuple[Problem, ...]], status: str
) -> None:
    """A line that has closed, or a number of which somebody is not sure, cannot be the first."""
    for file in (LINE, "resources/crisis-line/here-911.yaml"):
        text = (CONTENT / file).read_text("utf-8")
        said = re.sub(r"(?m)^  status: .*$", f"  status: {status}", text, count=1)
        assert said != text
        assert ("who-to-call-is-verified", "error") in _rules(problems_of({file: said}))


def test_lines_of_the_block_are_of_the_clinics_country(
    problems_of: Callable[..., tuple[Problem, ...]],
) -> None:
    """The first line has to be one that people can call from here; of later ones it is told."""
    clinic = (CONTENT / CLINIC).read_text("utf-8")
    line = (CONTENT / LINE).read_text("utf-8")
    other = line.replace("name: ", "name: Other ", 1).replace("countries: [US]", "countries: [GB]")
    other = re.sub("dial_from: .*", "dial_from: [GB]", other)
    assert other.count("GB") >= 1
    files = {"resources/crisis-line/other-line.yaml": other}
    told = ("crisis-line-is-local", "warning"), ("crisis-line-is-local", "error")
    later = clinic.replace("[night-line]", "[night-line, other-line]")
    first = clinic.replace("[night-line]", "[other-line, night-line]")
    assert told[0] in _rules(problems_of({**files, CLINIC: later}))
    assert told[1] in _rules(problems_of({**files, CLINIC: first}))
    county = line.replace("scope: country", "scope: region").replace(
        "countries: [US]", "regions: [US-CA]"
    )
    assert told[0] in _rules(problems_of({LINE: county}))
    not_there = clinic.replace("country: US", "country: US\nregion: US-NY", 1)
    assert told[1] in _rules(problems_of({LINE: county, CLINIC: not_there}))
    there = clinic.replace("country: US", "country: US\nregion: US-CA", 1)
    assert not {told[0], told[1]} & set(_rules(problems_of({LINE: county, CLINIC: there})))


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("elsewhere: night-line", "who-to-call-can-be-reached"),
        ("lines: [night-line, here-911]", "crisis-block-has-crisis-lines"),
    ],
)
def test_what_the_block_names_is_of_its_kind(
    problems_of: Callable[..., tuple[Problem, ...]], said: str, rule: str
) -> None:
    """A book, a line of one country or the emergency number again leads nobody further."""
    clinic = (CONTENT / CLINIC).read_text("utf-8")
    field = said.partition(":")[0]
    changed = re.sub(rf"(?m)^  {field}: .*$", f"  {said}", clinic)
    assert changed != clinic
    assert (rule, "error") in _rules(problems_of({CLINIC: changed}))
