"""Studies and those who cite them belong together, and figures are copied without a slip."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.checks.citations import check_cited
from generator.content.edition_id import Edition
from generator.content.library import Library
from generator.content.models.review import Status
from generator.places import Places
from generator.problems import Problem, Problems
from generator.reading import read

ProblemsOf = Callable[..., tuple[Problem, ...]]
ROOT = Path(__file__).parents[3]
CONTENT = ROOT / "tests/content"
TODAY = date(2026, 11, 26)
GUIDE = "techniques/lists.yaml"


def guide_with(text: str) -> dict[str, str]:
    """The guide to lists with another text about privacy."""
    lines = (CONTENT / GUIDE).read_text("utf-8").split("\n")
    kept = [line for line in lines if not line.startswith("privacy:")]
    return {GUIDE: "\n".join([*kept, f"privacy: {text}", ""])}


def rules(found: tuple[Problem, ...]) -> list[str]:
    return [problem.rule for problem in found]


def test_study_that_nothing_cites_is_told(real_read: tuple[Library, Problems]) -> None:
    """In the real library, a study loses its last citation: `study-is-cited` at its file."""
    library, problems = real_read
    assert "study-is-cited" not in {problem.rule for problem in problems.found}
    pages = tuple(page for page in library.pages if page.id != "written-exposure")
    problems = Problems()
    check_cited(replace(library, pages=pages), problems)
    files = {problem.location.path for problem in problems.found}
    assert "content/studies/wet-60wk.yaml" in files
    assert {problem.rule for problem in problems.found} == {"study-is-cited"}
    gone = tuple(page for page in library.pages if page not in pages)
    problems = Problems()
    check_cited(replace(library, pages=pages, pages_left_out=gone), problems)
    assert not problems.found, "it is not the clinic that hides the page who could archive them"
    hidden = {
        name: study.model_copy(update={"status": Status.DRAFT})
        for name, study in library.studies.items()
    }
    problems = Problems()
    check_cited(replace(library, pages=(), studies=hidden), problems)
    assert not problems.found


def test_study_that_only_a_hidden_guide_cites_is_no_fault_of_the_clinic() -> None:
    """A clinic that hides thought records is not told of their study: it cannot archive it."""
    places = Places(ROOT, Edition("harbor"), ROOT / "examples/harbor")
    library, problems = read(places, TODAY)
    assert library.techniques["thought-record"].status is Status.ARCHIVED
    assert "study-is-cited" not in {problem.rule for problem in problems.found}
    unhidden = Problems()
    check_cited(replace(library, hidden_by={}), unhidden)
    files = {problem.location.path for problem in unhidden.found}
    assert "content/studies/bennett-levy-2003.yaml" in files


@pytest.mark.parametrize(
    "text",
    [
        "As found before (Nobody, 2018).",
        "As found by Nobody and others (2018).",
        "As found before (Scullin and Nobody, 2011).",
        "Nobody and colleagues (2018; N = 57) found it.",
    ],
)
def test_unknown_study_is_told(problems_of: ProblemsOf, text: str) -> None:
    """An author and year that no study of the library has are an error."""
    assert rules(problems_of(guide_with(text))) == ["citation-is-known"]


@pytest.mark.parametrize(
    "text",
    [
        "As found before (Scullin and others, 2018).",
        "A book (American Society of Letters, 2019) says it.",
        "In July 2023 it was new (May, perhaps).",
    ],
)
def test_known_studies_and_other_years_are_fine(problems_of: ProblemsOf, text: str) -> None:
    """Books, months and known studies are left alone."""
    assert problems_of(guide_with(text)) == ()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("It was tested with 75 people.", "75 people"),
        ("It was tested in 12 trials.", "12 trials"),
        ("In fifteen randomized trials it did well.", "fifteen randomized trials"),
        ("It went with sleep (r = .99).", "r = .99"),
        ("It had N = 1,057.", "N = 1,057"),
    ],
)
def test_figure_of_no_study_is_told(problems_of: ProblemsOf, text: str, wrong: str) -> None:
    """A slip in a number of people, of trials or of an effect is found."""
    (problem,) = problems_of(guide_with(f"'{text}'"))
    assert problem.rule == "figure-is-of-its-study"
    assert f'"{wrong}"' in problem.message


@pytest.mark.parametrize(
    "text", ["It was tested with 57 people.", "Two people can do it.", "For 3 people or 4."]
)
def test_figures_of_the_study_are_fine(problems_of: ProblemsOf, text: str) -> None:
    """What the study says may be said, and small numbers are anybody's."""
    assert problems_of(guide_with(text)) == ()
