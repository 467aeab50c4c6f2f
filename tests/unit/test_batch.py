"""Several editions in one run are each what they would be alone."""

from __future__ import annotations

import os
import pickle
import shutil
from collections.abc import Iterable
from concurrent.futures import BrokenExecutor, Future, ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator import batch
from generator.archives import Archives
from generator.batch import Outcome, build_many
from generator.build import build
from generator.commands import building
from generator.content.edition_id import Edition
from generator.content.library import Library
from generator.content.load import load_library, read_base
from generator.engine.process import engine_error
from generator.finish.errors import FinishError, broken
from generator.output.errors import HandWrittenFile
from generator.output.swap import MARKER
from generator.places import Places, clinics_in
from generator.problems import ContentError, EnvironmentProblem, Location, Problem, Problems
from generator.reading import read
from generator.report import Form
from generator.site.site import Site
from generator.up_to_date import scan

SMALL = Path(__file__).parents[1] / "content"
DAY = date(2026, 6, 1)


def test_shared_base_changes_nothing(make_project) -> None:
    """With what was read before, a library is the one that reading all of it gives."""
    root: Path = make_project(SMALL).root
    own = root / "content/clinics/default/techniques"
    own.mkdir()
    (own / "lists.yaml").write_text("title: Our lists\n", "utf-8")
    alone, together = Problems(), Problems()
    base = read_base(root / "content")
    one = load_library(root / "content", alone, edition=Edition(), today=DAY)
    other = load_library(root / "content", together, edition=Edition(), today=DAY, base=base)
    assert one == other
    assert other.techniques["lists"].title == "Our lists"
    assert alone.sorted == together.sorted


def test_mistakes_in_the_base_are_told_for_each(make_project) -> None:
    """What is wrong in the shared part is wrong in every edition."""
    root: Path = make_project(SMALL).root
    (root / "content/techniques/lists.yaml").write_text("title: [Lists\n", "utf-8")
    (root / "content/studies/nothing.yaml").write_text("year: soon\n", "utf-8")
    places = Places(root, Edition())
    base = read_base(places.content)
    assert read(places, DAY)[1].sorted == read(places, DAY, base=base)[1].sorted


@pytest.mark.site
def test_one_that_fails_leaves_the_others(make_project, tmp_path: Path) -> None:
    """Each outcome is its own, in the order asked for; also if building it kills the process."""
    root: Path = make_project(SMALL).root
    clinic = (root / "content/clinics/default/clinic.yaml").read_text("utf-8")
    for name, text in {"good": clinic, "bad": f"{clinic}colour: red\n"}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "clinic.yaml").write_text(text, "utf-8")
    editions = [Places(root, Edition(name), tmp_path / name) for name in ("bad", "good", "none")]
    editions.insert(1, Deadly(root, Edition("deadly"), tmp_path / "good"))
    bad, deadly, good, none = build_many(editions, DAY, jobs=2)
    assert isinstance(bad.error, ContentError)
    assert [p.rule for p in bad.error.problems] == ["key-is-known"]
    assert good.built is not None, good.error
    assert (tmp_path / "good/site/index.html").is_file()
    assert "none" in str(none.error)
    assert isinstance(deadly.error, BrokenExecutor)


class Deadly(Places):
    """An edition that kills the process which builds it, as a system does that has no memory."""

    @property
    def lock(self) -> Path:
        os._exit(1)


class Mistaken(Places):
    """An edition on which the program makes a mistake."""

    @property
    def lock(self) -> Path:
        raise ZeroDivisionError


def test_a_mistake_of_the_program_stops_no_other(make_project, monkeypatch, capsys) -> None:
    """It comes back as its outcome, and ends the command when all others are built."""
    root: Path = make_project(SMALL).root
    editions = [Mistaken(root, Edition()), Places(root, Edition("none"))]
    with ThreadPoolExecutor(1) as here:
        outcomes = tuple(build_many(editions, DAY, executor=here))
    assert isinstance(outcomes[0].error, ZeroDivisionError)
    assert isinstance(outcomes[1].error, EnvironmentProblem)
    monkeypatch.setattr(batch, "build_many", lambda of, today, **how: iter(outcomes))
    with pytest.raises(ZeroDivisionError):
        building.build_many([Places(root, Edition("none"))], DAY, Form.TEXT)
    assert 'There is no clinic "none"' in capsys.readouterr().err


def test_an_executor_that_loses_a_worker(make_project) -> None:
    """What a cluster says of it is the outcome of that edition alone."""
    root: Path = make_project(SMALL).root

    class Losing(ThreadPoolExecutor):
        def submit(self, *asked):
            lost = Future()
            lost.set_exception(ConnectionError("the machine was switched off"))
            return lost

    (outcome,) = build_many([Places(root, Edition())], DAY, executor=Losing(1))
    assert "switched off" in str(outcome.error)


@pytest.mark.site
def test_what_is_shared_changes_no_byte(make_project, tmp_path: Path) -> None:
    """Clinics built in one process, in either order and after an edit, are those built alone."""
    root: Path = make_project(SMALL).root
    clinic = (root / "content/clinics/default/clinic.yaml").read_text("utf-8")
    own = {
        "harbour": {"clinic.yaml": f"{clinic}hide: [page:for-groups]\n"},
        "mill": {
            "clinic.yaml": clinic.replace("A Small Site", "Mill").replace("example.org", "m.org"),
            "techniques/lists.yaml": "title: Our lists\n",
        },
    }
    for name, files in own.items():
        for path, text in files.items():
            file = tmp_path / name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
    first, second = (Places(root, Edition(name), tmp_path / name) for name in own)
    with ThreadPoolExecutor(1) as here:
        assert _errors(build_many([first, second], DAY, executor=here)) == [None, None]
        guide = root / "content/techniques/lists.yaml"
        guide.write_text(guide.read_text("utf-8").replace("Short lists", "Lists"), "utf-8")
        assert _errors(build_many([second, first], DAY, executor=here)) == [None, None]
    shared = [_site(places) for places in (first, second)]
    for places in (first, second):
        for made in (places.site, places.work):
            shutil.rmtree(made)
        build(places, Site.of(load(places)), lambda said: None)
    assert [_site(places) for places in (first, second)] == shared


def load(places: Places) -> Library:
    """What the content of an edition says, read by itself."""
    library, problems = read(places, DAY)
    problems.raise_if_errors()
    return library


def _errors(outcomes: Iterable[Outcome]) -> list[Exception | None]:
    return [outcome.error for outcome in outcomes]


def _site(places: Places) -> dict[str, bytes]:
    files = (file for file in places.site.rglob("*") if file.is_file())
    return {file.relative_to(places.site).as_posix(): file.read_bytes() for file in files}


@pytest.mark.parametrize(
    "error",
    [
        ContentError((Problem(Location("a.yaml"), "rule", "Wrong.", "Mend it."),)),
        engine_error(("one", "two")),
        FinishError([broken("a.html", "rule", "wrong")]),
        HandWrittenFile(["a.md"]),
    ],
)
def test_errors_travel_between_processes(error: Exception) -> None:
    """What went wrong in another process is told as if it had been this one."""
    there = pickle.loads(pickle.dumps(error))
    assert type(there) is type(error)
    assert str(there) == str(error)
    assert vars(there) == vars(error)


def test_every_clinic_of_a_library(make_project) -> None:
    """All are the folders that have a clinic.yaml."""
    root: Path = make_project(SMALL).root
    (root / "content/clinics/north").mkdir()
    assert clinics_in(root) == ("default",)


@pytest.mark.site
def test_other_machines_build_and_send_back(make_project, tmp_path: Path, monkeypatch) -> None:
    """A cluster's workers make everything in a folder of their own, and what comes back is one file
    for each edition with its checksum. One failure stops no other; asked again, it alone is built.
    """
    from distributed import Client, LocalCluster  # a second, which no other test pays

    monkeypatch.setattr(batch, "scan", lambda *asked: replace(scan(*asked), is_settled=True))
    root: Path = make_project(SMALL).root
    clinic = (root / "content/clinics/default/clinic.yaml").read_text("utf-8")
    for name, text in {"bad": f"{clinic}colour: red\n", "good": clinic}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "clinic.yaml").write_text(text, "utf-8")
    editions = [
        Places(root, Edition(name), tmp_path / name, made=tmp_path / "worker")
        for name in ("bad", "good")
    ]
    packs = Archives(tmp_path / "packs")
    with (
        LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        bad, good = build_many(editions, DAY, executor=client.get_executor(), packs=packs)
    assert isinstance(bad.error, ContentError)
    assert good.packed is not None, good.error
    assert {place.name for place in (tmp_path / "good").iterdir()} == {"clinic.yaml"}
    content = good.packed.file.read_bytes()
    with ZipFile(good.packed.file) as file:
        inside = {name: file.read(name) for name in file.namelist()}
    site = _site(editions[1])
    assert {n: c for n, c in inside.items() if "/site/" in n} == {
        f"good-en/site/{path}": text for path, text in site.items() if path != MARKER
    }
    sums = good.packed.file.with_suffix(".zip.sha256").read_text("ascii")
    assert sums == f"{sha256(content).hexdigest()}  good-en.zip\n"
    (tmp_path / "bad/clinic.yaml").write_text(clinic, "utf-8")
    ready = []
    with ThreadPoolExecutor(1) as here:
        stands, mended = build_many(
            editions, DAY, executor=here, packs=packs, done=lambda *count: ready.append(count)
        )
    assert (stands.places, stands.built, stands.as_before) == (editions[1], None, "")
    assert mended.packed is not None, mended.error
    assert ready == [(0, 1), (1, 1)]
    assert good.packed.file.read_bytes() == content


def test_two_editions_are_not_one_file(tmp_path: Path) -> None:
    """Clinics in folders of the same name are told apart before anything is built."""
    editions = [Places(tmp_path, Edition("mill"), tmp_path / place) for place in ("a", "b")]
    with pytest.raises(EnvironmentProblem, match=r"mill-en\.zip"):
        next(build_many(editions, DAY, packs=Archives(tmp_path)))


def test_no_editions_are_no_work() -> None:
    """All of them stand as they are."""
    assert list(build_many([], DAY)) == []
