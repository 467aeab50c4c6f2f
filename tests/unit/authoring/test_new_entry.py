"""A starter file is right as it stands, and nobody sees it before its author says so."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.authoring.new_entry import starter
from generator.cli import main
from generator.content.decode import decode
from generator.content.edition_id import Edition
from generator.content.layers.entry import entry_from
from generator.content.library import Library
from generator.content.models.kinds import KIND
from generator.content.reading.source import parse_source
from generator.places import Places
from generator.problems import EnvironmentProblem, Problems
from generator.reading import read
from tests.projects import TODAY, Project

ROOT = Path(__file__).parents[3]
NOON = f"{datetime.combine(TODAY, time(12), UTC).timestamp():.0f}"
"""Noon of the day of the content, as SOURCE_DATE_EPOCH has it."""
RESOURCE_KINDS = ("book", "guided-journal", "app", "crisis-line", "directory", "writing-workshop")
NEW = [
    *((kind, "book") for kind in ("prompt-set", "technique", "worksheet", "packet", "study")),
    *(("resource", group) for group in RESOURCE_KINDS),
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "generator/theme").mkdir(parents=True)
    (root / "generator/theme/material").symlink_to(ROOT / "generator/theme/material")
    return root


@pytest.fixture(scope="module")
def library(project: Path) -> Library:
    return read(Places(project, Edition()), TODAY)[0]


@pytest.fixture(scope="module")
def with_starters(project: Path, library: Library) -> tuple[Library, Problems]:
    """The library with one new entry of every kind."""
    _put_starters(project, library, NEW)
    return read(Places(project, Edition()), TODAY)


def _put_starters(project: Path, library: Library, kinds: Iterable[tuple[str, str]]) -> None:
    for number, (kind, group) in enumerate(kinds):
        path, text = starter(kind, f"brand-new-{number}", library, group=group)
        file = project / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def generated(project: Path) -> dict[str, bytes]:
    """Every page that the command `generate` leaves in docs/."""
    before = Path.cwd()
    os.chdir(project)
    try:
        result = CliRunner().invoke(main, ["generate"], env={"SOURCE_DATE_EPOCH": NOON})
    finally:
        os.chdir(before)
    assert result.exit_code == 0, result.output
    docs = project / "docs"
    return {p.relative_to(docs).as_posix(): p.read_bytes() for p in docs.rglob("*.md")}


@pytest.mark.parametrize(("kind", "group"), NEW)
def test_path_is_where_its_kind_lives(library: Library, kind: str, group: str) -> None:
    """The file goes into the folder of its kind and is named by its id."""
    path, _ = starter(kind, "brand-new", library, group=group)
    inside = f"{group}/" if kind == "resource" else ""
    assert path == f"{KIND[kind].folder}/{inside}brand-new.yaml"


def test_starters_pass_every_check(with_starters: tuple[Library, Problems]) -> None:
    """A new entry of any kind has no problem, not even a warning, before a word is written."""
    found = [p for p in with_starters[1].sorted if "brand-new" in p.location.path]
    assert found == []


@pytest.mark.site
def test_starters_are_shown_nowhere(make_project: Callable[..., Project]) -> None:
    """Not one page changes for a draft, except the number of entries in the author's index."""
    project = make_project(ROOT / "tests/content", ROOT / "tests/golden/content")
    library = project.library()
    kinds = library.terms["resource-kinds"]
    before = generated(project.root)
    assert "index.md" in before
    _put_starters(project.root, library, [new for new in NEW if new[1] in kinds])
    after = generated(project.root)
    changed = {path for path in before.keys() | after if before.get(path) != after.get(path)}
    assert changed == {"authors/index.md"}


@pytest.mark.parametrize(("kind", "group"), NEW)
def test_every_field_is_there(library: Library, kind: str, group: str) -> None:
    """Each field of the model stands in the file, filled in or commented out."""
    _, text = starter(kind, "brand-new", library, group=group)
    written = set(re.findall(r"^#?([a-z_0-9]+):", text, re.MULTILINE))
    fields = (
        set(KIND[kind].model.model_fields) - {"id"} - ({"kind"} if kind == "resource" else set())
    )
    assert written == fields


@pytest.mark.parametrize(("kind", "group"), NEW)
def test_each_commented_field_is_right(library: Library, kind: str, group: str) -> None:
    """Whatever field an author brings in by removing its #, what is given there is allowed."""
    _, text = starter(kind, "brand-new", library, group=group)
    lines = text.split("\n")
    starts = [i for i, line in enumerate(lines) if re.match(r" *#[a-z_0-9]+:|  #- ", line)]
    assert starts
    for start in starts:
        column = lines[start].index("#")
        mended = list(lines)
        for number in range(start, len(lines)):
            line = lines[number]
            if number > start and not re.match(f" {{{column}}}#(  |$)", line):
                break
            mended[number] = line[:column] + line[column + 1 :]
        problems = Problems()
        source = parse_source("\n".join(mended).encode(), shown_as="x", problems=problems)
        assert source is not None, f"{lines[start]}: {problems.found}"
        decode(entry_from(kind, "brand-new", group, source), problems)
        assert problems.found == [], lines[start]


def test_allowed_terms_are_listed(library: Library) -> None:
    """An author finds the words that a field allows in the file itself."""
    text = " ".join(starter("prompt-set", "brand-new", library, group="")[1].split())
    for term in library.terms["settings"]:
        assert term in text


def test_set_is_for_the_technique_of_its_name(library: Library) -> None:
    """A worksheet named as a technique starts with that technique."""
    name = "unsent-letter"
    assert f"technique: {name}" in starter("worksheet", name, library, group="")[1]


@pytest.mark.parametrize(
    ("kind", "name", "group", "sentence"),
    [
        ("technique", "Morning Lists!", "", 'Did you mean "morning-lists"?'),
        ("technique", "x" * 65, "", "64 characters"),
        ("technique", "free-writing", "", "content/techniques/free-writing.yaml"),
        ("resource", "us-988", "book", "content/resources/crisis-line/us-988.yaml"),
        ("resource", "brand-new", "bok", 'Did you mean "book"?'),
        ("resource", "brand-new", "spaceship", "There are: crisis-line"),
    ],
)
def test_impossible_wishes_are_refused(
    library: Library, kind: str, name: str, group: str, sentence: str
) -> None:
    """A bad or taken id and an unknown kind of resource get a sentence that says what to do."""
    with pytest.raises(EnvironmentProblem, match=re.escape(sentence)):
        starter(kind, name, library, group=group)


def test_command_writes_a_new_file_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`new` writes the file where it belongs; the second time it says that it is there."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    arguments = ["new", "resource", "brand-new", "--resource-kind", "app"]
    first = CliRunner().invoke(main, arguments)
    assert (first.exit_code, "content/resources/app/brand-new.yaml" in first.output) == (0, True)
    assert (tmp_path / "content/resources/app/brand-new.yaml").is_file()
    second = CliRunner().invoke(main, arguments)
    assert (second.exit_code, "already" in second.output) == (2, True)


@pytest.mark.parametrize(
    ("kind", "name", "reason"),
    [
        ("prompt-set", "con", "Windows keeps the name"),
        ("study", "lpt1", "Windows keeps the name"),
        ("clinic", "AUX", "Windows keeps the name"),
        ("technique", "index", "a page of its own"),
        ("worksheet", "by-time", "a page of its own"),
    ],
)
def test_a_name_that_check_refuses_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, name: str, reason: str
) -> None:
    """On Windows, what is written to `con.yaml` goes to a device; a page is at `index`."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    before = set(tmp_path.rglob("*"))
    said = CliRunner().invoke(main, ["new", kind, name])
    assert (said.exit_code, reason in said.output) == (2, True), said.output
    assert set(tmp_path.rglob("*")) == before
