"""Rules that look at a whole text: short forms, readers spoken to, property and licences."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.content.edition_id import Edition
from generator.places import Places
from generator.reading import read

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture
def broken(tmp_path: Path) -> Callable[[str], list[str]]:
    """Which rules a page with this text breaks, in order."""
    shutil.copytree(CONTENT, tmp_path / "content")
    (tmp_path / "content/pages").mkdir(exist_ok=True)

    def broken(text: str) -> list[str]:
        (tmp_path / "content/pages/page.md").write_text(text, "utf-8")
        return [p.rule for p in read(Places(tmp_path, Edition()), date(2026, 6, 1))[1].sorted]

    return broken


def test_short_form_is_spelled_out_once(broken: Callable[[str], list[str]]) -> None:
    """Spelled out before it is enough; spelled out afterwards is too late, and told once."""
    assert broken("Some have attention trouble (ADHD).\n\nADHD is common.\n") == []
    assert broken("ADHD is common.\n\nADHD is attention trouble (ADHD).\n") == [
        "abbreviation-is-spelled-out"
    ]
    assert broken('A PDF in the US, at 7 PM. She wrote "I AM HERE".\n') == []
    assert broken("The AT&T shop can help.\n") == []
    assert broken("Write `GB` in the file `README.md`.\n") == []


def test_page_that_speaks_past_its_readers_is_told(broken: Callable[[str], list[str]]) -> None:
    """Thirty sentences without a word to the reader are too many, unless colleagues read them."""
    past = "The page is blank. " * 2 + "\n\n"
    assert broken(past * 15) == ["reader-is-spoken-to"]
    assert broken("---\nvoice: clinician\n---\n\n" + past * 15) == []
    assert broken(past * 14 + "You can write. It is your page. Stop when you like. " * 2) == []
    assert broken(past * 5) == []


@pytest.mark.parametrize(
    "said", ["A feelings wheel.", "Fill in the PHQ-9 (PHQ).", "Like the Beck Depression Inventory."]
)
def test_sheet_with_the_name_of_a_scale_is_told(said: str, tmp_path: Path) -> None:
    """A scale that belongs to somebody does not stand on a sheet."""
    shutil.copytree(CONTENT, tmp_path / "content")
    file = tmp_path / "content/worksheets/three-lines.yaml"
    lines = file.read_text("utf-8").split("\n")
    lines = [f"purpose: {said}" if line.startswith("purpose:") else line for line in lines]
    file.write_text("\n".join(lines), "utf-8")
    found = read(Places(tmp_path, Edition()), date(2026, 6, 1))[1].found
    assert "sheet-is-our-own" in {problem.rule for problem in found}


@pytest.mark.parametrize(
    ("licence", "link", "fine"),
    [
        ("CC BY 4.0", "https://example.org/a", True),
        ("By permission of the author", "https://example.org/a", True),
        ("CC BY-ND 4.0", "https://example.org/a", False),
        ("All rights reserved", "https://example.org/a", False),
        ("CC BY 4.0", "", False),
    ],
)
def test_adapted_text_needs_leave(licence: str, link: str, fine: bool, tmp_path: Path) -> None:
    """A licence that allows changes, and a place where the source can be read."""
    shutil.copytree(CONTENT, tmp_path / "content")
    file = tmp_path / "content/prompts/first-lists.yaml"
    source = f"source: {{kind: adapted, credit: A. Writer, licence: {licence}"
    source += f", link: {link}}}" if link else "}"
    file.write_text(f"{source}\n{file.read_text('utf-8')}", "utf-8")
    found = read(Places(tmp_path, Edition()), date(2026, 6, 1))[1].found
    assert [problem.rule for problem in found] == ([] if fine else ["licence-allows-it"])
