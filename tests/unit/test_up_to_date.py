"""Whether a site stands as it was made is told by names, sizes and times, and never wrongly."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from generator import batch
from generator.commands import building
from generator.content.edition_id import Edition
from generator.places import Places
from generator.report import Form
from generator.up_to_date import Scan, note, scan, warnings_of
from tests.projects import TODAY, Project

SMALL = Path(__file__).parents[1] / "content"
WARNINGS = "one warning"


@pytest.fixture
def standing(make_project) -> Project:
    """A project whose site was built of what is there, an hour after the last change."""
    project: Project = make_project(SMALL)
    for folder in (project.places.docs, project.places.site):
        folder.mkdir(parents=True)
        (folder / "index.html").write_text("a page", "utf-8")
    inputs = scan(project.places, TODAY)
    assert inputs is not None
    note(project.places, type(inputs)(inputs.hash, True), WARNINGS)
    return project


def said(project: Project, today=TODAY) -> str | None:
    """What is remembered of the site, or None if it has to be looked at."""
    inputs = scan(project.places, today)
    assert inputs is not None
    return warnings_of(project.places, inputs)


def test_nothing_changed(standing) -> None:
    """The same files on the same day: what was said then is said again."""
    assert said(standing) == WARNINGS


def test_another_day(standing) -> None:
    """Pages say the day, and what is out of date."""
    assert said(standing, TODAY + timedelta(days=1)) is None


def _reword(root: Path) -> None:
    file = root / "content/techniques/lists.yaml"
    stat = file.stat()
    text = file.read_text("utf-8")
    file.write_text(text.swapcase(), "utf-8")
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))  # as by cp --preserve


def _add(root: Path) -> None:
    (root / "content/techniques/more.yaml").write_text("title: More\n", "utf-8")


def _remove(root: Path) -> None:
    (root / "content/techniques/lists.yaml").unlink()


def _rename(root: Path) -> None:
    (root / "content/techniques/lists.yaml").rename(root / "content/techniques/others.yaml")


def _configure(root: Path) -> None:
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("# another line\n")


def _edit_docs(root: Path) -> None:
    (root / "docs/index.html").write_text("by hand", "utf-8")


def _lose_a_page(root: Path) -> None:
    (root / "site/index.html").unlink()


def _lose_the_site(root: Path) -> None:
    (root / "site").rename(root / "site.previous")


CHANGES = (
    _reword, _add, _remove, _rename, _configure, _edit_docs, _lose_a_page, _lose_the_site,
)  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_is_seen(standing, change) -> None:
    """Also a change that keeps size and time of a file, and one of what was made."""
    change(standing.root)
    assert said(standing) is None


def test_what_nobody_reads_changes_nothing(standing) -> None:
    """A file that is open in an editor leaves another beside it."""
    (standing.root / "content/techniques/.lists.yaml.swp").write_text("vim", "utf-8")
    assert said(standing) == WARNINGS


def test_a_young_file_is_not_trusted(standing) -> None:
    """What was saved a moment ago could be saved again within the same tick of the clock."""
    _add(standing.root)
    inputs = scan(standing.places, TODAY)
    assert inputs is not None
    assert not inputs.is_settled
    note(standing.places, inputs, "")
    assert said(standing) is None


def test_a_linked_folder_is_not_trusted(standing, tmp_path: Path) -> None:
    """It may lead anywhere, also round in a circle."""
    (standing.root / "content/techniques/again").symlink_to(standing.root / "content")
    assert scan(standing.places, TODAY) is None


@pytest.mark.parametrize("noted", [b"", b"[]", b"{}", b'{"inputs": 1}', b"\xff"])
def test_a_damaged_note_is_no_note(standing, noted: bytes) -> None:
    """The build looks for itself, and writes a new one."""
    (standing.places.work / "standing.json").write_bytes(noted)
    assert said(standing) is None


def test_a_command_with_nothing_to_do_loads_nothing() -> None:
    """Models, templates and the engine take a second to load."""
    code = "import sys, generator.cli; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"pydantic", "jinja2", "yaml", "mkdocs", "typst"} & set(ran.stdout.split())


def test_another_engine(standing) -> None:
    """What one engine built is not what another would build."""
    other = replace(standing.places, engine="properdocs")
    inputs = scan(other, TODAY)
    assert inputs is not None
    assert warnings_of(other, inputs) is None


def test_clinics_of_which_nothing_changed_are_not_built(make_project, monkeypatch, capsys) -> None:
    """Of several, those alone that changed are; and each says what it said before."""
    project: Project = make_project(SMALL)
    clinics = project.places.content / "clinics"
    shutil.copytree(clinics / "default", clinics / "north")
    editions = [Places(project.root, Edition(name)) for name in ("default", "north")]
    for places in editions:
        for folder in (places.docs, places.site):
            folder.mkdir(parents=True)
    for places in editions:
        inputs = scan(places, TODAY)
        assert inputs is not None
        note(places, Scan(inputs.hash, True), f"warned of {places.edition.clinic}")
    asked = []

    def noting(orders, jobs):
        asked.append([order.places for order in orders])
        return iter(())

    monkeypatch.setattr(batch, "_by_processes", noting)
    building.build_many(editions, TODAY, Form.TEXT)
    assert asked == []
    said = capsys.readouterr()
    assert "warned of default" in said.err
    assert "warned of north" in said.err
    (editions[0].docs / "index.md").write_text("by hand", "utf-8")
    building.build_many(editions, TODAY, Form.TEXT)
    assert asked == [editions[:1]]
