"""A folder that cannot be made is told before anything is built or printed for it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.places import expect_output_folder, places_of
from generator.problems import EnvironmentProblem

ROOT = Path(__file__).parents[2]
COMMANDS = {
    "package": ["package", "--to"],
    "several": ["build", "--pack"],
    "sheets": ["worksheets", "--to"],
    "schemas": ["schema"],
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with the small content and a file `taken`, in which the commands are run."""
    shutil.copytree(ROOT / "tests/content", tmp_path / "content")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "taken").write_text("kept", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(*arguments: str) -> Result:
    noon = "1780315200"  # of 2026-06-01, at which the small content is fresh
    return CliRunner().invoke(main, arguments, env={"SOURCE_DATE_EPOCH": noon})


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("folder", ["taken", "taken/zips/2026"])
def test_a_file_in_the_way_is_told_first(project: Path, command: str, folder: str) -> None:
    """The file is named, not what would lie below it, and nothing was made in vain."""
    ran = _run(*COMMANDS[command], folder)
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert ran.stderr == (
        "taken is in the way: it is a file, and a folder is needed there. Move it elsewhere.\n"
    )
    assert sorted(place.name for place in project.iterdir()) == ["content", "mkdocs.yml", "taken"]


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("kept", "kept may not be written by this user."),
        ("kept/new/2026", "kept/new/2026 cannot be made, as kept may not be written by this user."),
    ],
)
def test_a_folder_of_somebody_else_is_told_first(
    project: Path, monkeypatch: pytest.MonkeyPatch, folder: str, said: str
) -> None:
    """The first folder that is there has to be writable, whoever runs the tests."""
    (project / "kept").mkdir()
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "kept")
    with pytest.raises(EnvironmentProblem) as refused:
        expect_output_folder(Path(folder), places_of(None, project))
    assert str(refused.value) == f"{said} Check its owner and its permissions."


@pytest.mark.parametrize("named", ["default", "nobody"])
def test_all_clinics_or_named_ones(project: Path, named: str) -> None:
    """A clinic that was named beside `--all` was passed over without a word."""
    ran = _run("build", "--all", "--clinic", named)
    assert ran.exit_code == 2
    assert "--all builds every clinic; leave out --clinic, or --all." in ran.stderr
    assert not (project / "site").exists()


def test_a_clinic_without_a_name(project: Path) -> None:
    """No folder is looked for in its place: `--clinic ""` comes of a variable that is not set."""
    ran = _run("check", "--clinic", "")
    assert ran.exit_code == 2
    assert ran.stderr.startswith('There is no clinic "": neither a folder with a clinic.yaml')


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Three Lines", 'Did you mean "three-lines"?'),
        ("THREE-LINES", 'Did you mean "three-lines"?'),
        ("zzz", "There are: three-lines."),
    ],
)
def test_which_worksheets_there_are(project: Path, asked: str, said: str) -> None:
    """A title, or capitals, lead to the id; a name like none gets the list."""
    ran = _run("worksheets", asked)
    assert ran.exit_code == 2
    assert ran.stderr == f'There is no worksheet "{asked}". {said}\n'
