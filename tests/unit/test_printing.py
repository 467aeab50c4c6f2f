"""Printing an edition: what goes wrong is a problem at its place in a file, or a plain sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.content.library import Library
from generator.printing import print_library
from generator.problems import ContentError
from generator.site.site import Site
from generator.worksheets.prints import Prints

pytestmark = pytest.mark.site

TESTS = Path(__file__).parents[1]
SHEET = (TESTS / "content/worksheets/three-lines.yaml").read_text("utf-8")


@pytest.fixture
def project(make_project: Callable[..., Any]) -> Any:
    """The small valid content in a folder of its own."""
    return make_project(TESTS / "content")


def test_too_long_sheet_is_a_problem_at_its_pages(project: Any) -> None:
    """The message says what it needs, on which paper, and points at the line with the pages."""
    file = project.root / "content/worksheets/three-lines.yaml"
    text = SHEET.replace("time: PT5M\n", "time: PT5M\npages: 1\n")
    text = text.replace("rows: 3", "rows: 20\n  - {kind: lines, name: more, title: More, rows: 20}")
    file.write_text(text)
    with pytest.raises(ContentError) as raised:
        _print(project.library(), project.root / "prints")
    problem = raised.value.problems[0]
    line = text.splitlines().index("pages: 1") + 1
    assert problem.location.path == "content/worksheets/three-lines.yaml"
    assert problem.location.line == line
    assert problem.rule == "sheet-fits-its-pages"
    assert "needs 2 pages" in problem.message


def test_sheet_that_cannot_be_printed_is_left_out(
    project: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A letter without a shape stops nothing; asked for by name, the sheet is said to have it."""
    file = project.root / "content/worksheets/three-lines.yaml"
    file.write_text(SHEET.replace("title: Three lines", "title: Three 雨 lines"))
    assert _print(project.library(), project.root / "prints").of == {}
    monkeypatch.chdir(project.root)
    ran = CliRunner().invoke(main, ["worksheets", "three-lines"])
    assert ran.exit_code == 2
    assert "no font has 雨" in ran.output
    assert "printed from the browser" in ran.output


def test_command_makes_what_is_asked_for(project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the named sheet on the named paper is made, in the named folder."""
    monkeypatch.chdir(project.root)
    ran = CliRunner().invoke(
        main, ["worksheets", "three-lines", "--paper", "letter", "--size", "large", "--to", "out"]
    )
    assert ran.exit_code == 0, ran.output
    assert [file.name for file in (project.root / "out").iterdir()] == [
        "three-lines.letter-large.pdf"
    ]


def test_command_knows_near_misses(project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistyped id is one sentence and exit code 2."""
    monkeypatch.chdir(project.root)
    ran = CliRunner().invoke(main, ["worksheets", "three-line"])
    assert ran.exit_code == 2
    assert 'Did you mean "three-lines"?' in ran.output


def _print(library: Library, cache: Path) -> Prints:
    return print_library(Site.of(library), cache=cache, say=lambda said: None)


@pytest.mark.parametrize(
    "part", [["three-lines"], ["--paper", "a4"], ["--size", "large"]], ids=" ".join
)
def test_a_part_of_the_prints_forgets_no_others(
    project: Any, monkeypatch: pytest.MonkeyPatch, part: list[str]
) -> None:
    """With `--prune` it would: current prints of the other sheets, papers and sizes."""
    monkeypatch.chdir(project.root)
    ran = CliRunner().invoke(main, ["worksheets", *part, "--prune"])
    assert ran.exit_code == 2
    assert "--prune goes by all worksheets; leave out IDs, --paper and --size." in ran.stderr


def test_pruning_keeps_what_a_build_uses(project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """All prints, and the archives of a build; what is of no use goes."""
    monkeypatch.chdir(project.root)
    second = project.root / "content/worksheets/three-more-lines.yaml"
    second.write_text(SHEET.replace("title: Three lines", "title: Three more lines"), "utf-8")
    prints = project.root / ".build/prints"
    used = _print(project.library(), prints)
    assert used.zips
    kept = {file.name for file in prints.iterdir()}
    (prints / "0123-1.pdf").write_bytes(b"old")
    ran = CliRunner().invoke(main, ["worksheets", "--prune"])
    assert ran.exit_code == 0, ran.output
    assert {file.name for file in prints.iterdir()} == kept
