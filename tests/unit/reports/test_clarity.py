"""Signs of clarity are seen where they are, and called no more than that."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.content.edition_id import Edition
from generator.content.library import Library
from generator.places import Places
from generator.reading import read
from generator.reports.clarity import SIGNS, Clarity, as_text, clarity

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    (tmp_path / "content").symlink_to(CONTENT)
    return read(Places(tmp_path, Edition()), date(2026, 6, 1))[0]


def seen(library: Library, **change: object) -> Clarity:
    """The guide to lists with something changed."""
    guide = library.techniques["lists"].model_copy(update=change)
    return clarity(replace(library, techniques={"lists": guide}))[0]


@pytest.mark.parametrize(
    ("sign", "bad"),
    [
        ("purpose", {"summary": "Lists.", "what_it_is": "Lists are old."}),
        ("summary", {"summary": "Lists " * 31}),
        ("steps", {"steps": ("Write.",) * 8}),
        ("actions", {"steps": ("Write.", "Lists are old.")}),
    ],
)
def test_sign_is_missed(library: Library, sign: str, bad: dict[str, object]) -> None:
    """A guide that lacks one thing lacks its sign."""
    good = {
        "summary": "Short lists to clear a full head.", "what_it_is": "You write lists.",
        "steps": ("Write.", "Stop."),
    }  # fmt: skip
    whole = seen(library, **good)
    assert sign in whole.shown
    assert sign not in seen(library, **(good | bad)).shown


def test_it_is_called_no_pemat_score(library: Library) -> None:
    """Whoever reads the numbers reads what they are not."""
    text = as_text(clarity(library))
    assert "not a PEMAT score" in text
    assert f"/{len(SIGNS)}" in text


def test_other_languages_are_not_measured(library: Library) -> None:
    """Formulas for English say nothing of another language."""
    assert clarity(replace(library, edition=Edition(locale="es"))) == ()


def test_guide_without_a_sheet_lacks_its_tool(library: Library) -> None:
    """A worksheet of the technique is something to act with."""
    assert "tool" in seen(library).shown
    assert "tool" not in clarity(replace(library, worksheets={}))[0].shown
