"""A clinic is found by its id, by its folder, or by where one stands."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.commands import building
from generator.content.edition_id import Edition
from generator.content.layers.names import KEPT, MADE
from generator.places import (
    USUAL_PACKS,
    Places,
    clinics_in,
    expect_clinic_folder,
    expect_output_folder,
    library_root,
    places_of,
)
from generator.problems import EnvironmentProblem
from generator.reading import read

ROOT = Path(__file__).parents[2]
NOON = "1780315200"
"""Noon of 2026-06-01, at which the small content is fresh."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the small content."""
    shutil.copytree(ROOT / "tests/content", tmp_path / "project/content")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "project")
    return tmp_path / "project"


@pytest.fixture
def own(project: Path) -> Path:
    """A clinic's own folder beside it."""
    folder = project.parent / "Our Clinic"
    folder.mkdir()
    shutil.copy(project / "content/clinics/default/clinic.yaml", folder)
    return folder


def test_default_has_the_projects_own_folders(project: Path) -> None:
    """Without a name, the site of the project itself is built, in docs/ and site/."""
    places = places_of(None, project)
    assert places == Places(project, Edition())
    assert (places.docs, places.site) == (project / "docs", project / "site")


def test_clinic_inside_content(project: Path) -> None:
    """An id is that of a clinic in content/clinics/, whose site is apart from the project's."""
    shutil.copytree(project / "content/clinics/default", project / "content/clinics/north")
    places = places_of("north", project)
    assert places.site == project / "sites/north-en"
    assert places.docs.is_relative_to(project / ".build")


def test_clinic_with_a_folder_of_its_own(
    project: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All that is made for a clinic elsewhere is in its own folder, nothing in the library's."""
    monkeypatch.chdir(project)
    places = places_of("../Our Clinic", project)
    assert (places.root, places.edition.clinic) == (project, "our-clinic")
    assert not places.is_base
    for made in (places.site, places.docs, places.config, places.prints, places.lock):
        assert made.resolve().is_relative_to(own), made
    assert places.site.resolve() == own / "site"


def test_standing_in_the_clinics_folder(own: Path) -> None:
    """There, no name is needed, and the library is the one that came with the program."""
    places = places_of(None, own)
    assert places.own == Path()
    assert places.root == library_root(own) == ROOT


def test_folder_named_default_is_not_the_projects_own(project: Path) -> None:
    """Whatever a clinic's folder is called, it never writes into the library's docs/."""
    shutil.copytree(project / "content/clinics/default", project / "elsewhere/default")
    places = places_of("elsewhere/default", project)
    assert places.edition == Edition()
    assert not places.is_base
    assert not places.docs.is_relative_to(project / "docs")


def test_what_is_not_there_is_said(project: Path, tmp_path: Path) -> None:
    """A wrong name is met with the nearest right one, an empty folder with how to begin."""
    with pytest.raises(EnvironmentProblem, match='Did you mean "default"'):
        places_of("defualt", project)
    with pytest.raises(EnvironmentProblem, match="new clinic"):
        places_of("nowhere/at-all", project)
    with pytest.raises(EnvironmentProblem, match="neither the folder content/"):
        places_of(None, tmp_path)


def test_a_clinics_folder_has_an_id_for_a_name(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another name is told by a check, and keeps no other clinic from being built."""
    shutil.copytree(project / "content/clinics/default", project / "content/clinics/North Bay")
    assert clinics_in(project) == ("default",)
    with pytest.raises(EnvironmentProblem, match=r"Rename content/clinics/North Bay to north-bay"):
        places_of("North Bay", project)
    monkeypatch.chdir(project)
    ran = CliRunner().invoke(main, ["check"], env=_NOON)
    assert 'The folder "North Bay" does not belong here. Rename it to north-bay.' in ran.output


def test_mistakes_are_told_as_the_folder_was_typed(
    project: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path in a message is one that can be opened from where the command was typed."""
    (own / "techniques").mkdir()
    (own / "techniques/lists.yaml").write_text("structure: nine\n", "utf-8")
    monkeypatch.chdir(project)
    ran = CliRunner().invoke(main, ["check", "--clinic", "../Our Clinic"], env=_NOON)
    assert ran.exit_code == 1
    assert "../Our Clinic/techniques/lists.yaml:1:12:" in ran.output


def test_other_files_and_made_folders_are_left_alone(
    project: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder of its own holds a host's files and the built site too; a misspelt one is told."""
    for folder in (*MADE, ".build", "resuorces"):
        (own / folder).mkdir()
    for name in ("netlify.toml", "README.md", ".gitignore", "notes.txt"):
        (own / name).write_text("", "utf-8")
    monkeypatch.chdir(project)
    ran = CliRunner().invoke(main, ["check", "--clinic", "../Our Clinic"], env=_NOON)
    assert ran.output.count("does not belong here") == 1
    assert 'Did you mean "resources"?' in ran.output


def test_made_folders_are_left_alone_in_a_clinic_of_the_library(project: Path) -> None:
    """Who stands in content/clinics/north and builds makes no mistake of what is made there."""
    north = project / "content/clinics/north"
    shutil.copytree(project / "content/clinics/default", north)
    for folder in (*MADE, ".build", "resuorces"):
        (north / folder).mkdir()
    _, problems = read(places_of("north", project), date(2026, 6, 1))
    told = [p.message for p in problems.sorted if p.rule == "file-is-in-its-place"]
    assert told == ['The folder "resuorces" does not belong here.']


INTO = {
    "package": ["package", "--clinic", "../Our Clinic", "--to"],
    "several": ["build", "--clinic", "default", "--clinic", "../Our Clinic", "--pack"],
    "sheets": ["worksheets", "three-lines", "--clinic", "../Our Clinic", "--to"],
    "schemas": ["schema"],
}


@pytest.mark.parametrize("command", INTO)
@pytest.mark.parametrize("folder", ["../Our Clinic/zips", "content/zips", "../Our Clinic/site/z"])
def test_nothing_is_put_among_what_people_write(
    project: Path, own: Path, monkeypatch: pytest.MonkeyPatch, command: str, folder: str
) -> None:
    """Nor into a site that is made anew: it is told before anything is made."""
    monkeypatch.chdir(project)
    ran = CliRunner().invoke(main, [*INTO[command], folder], env=_NOON)
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert f"{folder} is " in ran.stderr
    assert " dist" in ran.stderr
    assert not (project / folder).exists()
    assert not (own / "site").exists()


def test_what_may_stand_in_a_clinics_folder() -> None:
    """What is packed lies there if nobody says otherwise, and all that is made is not kept."""
    ignored = (ROOT / "generator/starters/clinic-gitignore").read_text("utf-8").split()
    assert USUAL_PACKS in KEPT
    assert {f"/{name}/" for name in MADE} <= set(ignored)


@pytest.mark.parametrize("folder", ["dist", "dist/2026", "printed", ".zips", ".", "../zips"])
def test_what_is_put_beside_is_in_the_way_of_nothing(own: Path, folder: str) -> None:
    """The folders that commands have in a clinic's, and whatever is outside of it."""
    places = places_of(None, own)
    expect_output_folder(own / folder, places)


@pytest.mark.parametrize("folder", ["content/north", "../Our Clinic/north", "content/clinics/a/b"])
def test_no_clinic_begins_in_what_others_write(
    project: Path, own: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    """Its folder would be told there as one that does not belong; one of the library's does."""
    monkeypatch.chdir(project)
    ran = CliRunner().invoke(main, ["new", "clinic", folder], env=_NOON)
    assert ran.exit_code == 2
    assert "where it would not belong. Choose a folder outside of it." in ran.stderr
    assert not (project / folder).exists()
    expect_clinic_folder(project / "content/clinics/north", places_of(None, project))


def test_new_entry_goes_into_the_clinics_folder(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who stands in the clinic's folder starts entries of the clinic."""
    monkeypatch.chdir(own)
    ran = CliRunner().invoke(main, ["new", "resource", "our-group"])
    assert ran.exit_code == 0, ran.output
    assert (own / "resources/book/our-group.yaml").is_file()


@pytest.mark.parametrize(
    ("command", "does"),
    [("build", "build_site"), ("package", "pack_site"), ("serve", "serve")],
)
def test_an_engine_can_be_named_once(
    project: Path, monkeypatch: pytest.MonkeyPatch, command: str, does: str
) -> None:
    """By each command that builds; without it the configuration has its say."""
    given: list[Places] = []
    monkeypatch.setattr(building, does, lambda places, *others, **more: given.append(places))
    monkeypatch.chdir(project)
    for options in ([], ["--engine", "properdocs"]):
        assert CliRunner().invoke(main, [command, *options]).exit_code == 0
    assert [places.engine for places in given] == [None, "properdocs"]


_NOON = {"SOURCE_DATE_EPOCH": NOON}


@pytest.mark.parametrize("more", [["--pack", "packs"], ["--clinic", "north", "--clinic", "south"]])
def test_the_reference_is_one_edition(
    project: Path, monkeypatch: pytest.MonkeyPatch, more: list[str]
) -> None:
    """Several editions, or packed ones, are never the engine's own: that is said, not forgotten."""
    monkeypatch.chdir(project)
    done = CliRunner().invoke(main, ["build", "--reference", *more])
    assert done.exit_code == 2
    assert "--reference builds one edition" in done.output
    assert not (project / "packs").exists()
