"""Hints name what mends a mistake."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.checks.address_conflicts import MADE_PAGES as STEMS
from generator.content.layers import hide
from generator.problems import Problem
from generator.site import urls

CONTENT = Path(__file__).parents[2] / "content"
CLINIC = "clinics/default/clinic.yaml"
PROMPTS = "prompts/first-lists.yaml"
ProblemsOf = Callable[..., tuple[Problem, ...]]


def with_line(field: str, value: str) -> dict[str, str]:
    """The small clinic with another value of a field."""
    text = (CONTENT / CLINIC).read_text("utf-8")
    kept = [line for line in text.splitlines() if not line.startswith(f"{field}:")]
    return {CLINIC: "\n".join([*kept, f"{field}: {value}", ""])}


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("country", "UK", "write GB"),
        ("country", "gb", "write GB"),
        ("country", "el", "write GR"),
        ("country", "XQ", "is not a two-letter country code"),
        ("base_url", "https://hope.example.org/w/index.html", "write https://hope.example.org/w/"),
        ("base_url", "https://hope.example.org/w", "write https://hope.example.org/w/"),
        ("hide", "[page:crisis]", "Every site has"),
    ],
)
def test_what_to_write_is_said(problems_of: ProblemsOf, field: str, value: str, said: str) -> None:
    """Each mistake is told with what is meant, and not with more than that."""
    told = [f"{p.message} {p.hint}" for p in problems_of(with_line(field, value))]
    assert any(said in text and "index.html/" not in text for text in told)


def test_no_page_that_is_made_can_be_hidden() -> None:
    """The names are those of the pages that the program makes."""
    assert STEMS | urls.MADE_PAGES.keys() == hide.MADE_PAGES


def test_an_id_is_taken_by_the_library(problems_of: ProblemsOf) -> None:
    """Whose set sorts first does not matter: the clinic can change its own file only."""
    own = (CONTENT / PROMPTS).read_text("utf-8")
    file = "clinics/default/prompts/a-first-set.yaml"
    found = problems_of({file: own.replace("what-weighs", "what-else")})
    taken = [p.location.path for p in found if p.rule == "id-is-unique"]
    assert taken == [f"content/{file}"]
