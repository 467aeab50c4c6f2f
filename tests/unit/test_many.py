"""Several editions in one run are each what they would be alone."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest
from distributed import Client, LocalCluster

from generator.content.edition_id import Edition
from generator.content.load import load_library, read_base
from generator.engine.process import engine_error
from generator.finish.errors import FinishError, broken
from generator.many import build_many
from generator.output.errors import HandWrittenFile
from generator.places import Places, clinics_in
from generator.problems import ContentError, Location, Problem, Problems
from generator.reading import read

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
    """Each outcome is its own, in the order asked for."""
    root: Path = make_project(SMALL).root
    clinic = (root / "content/clinics/default/clinic.yaml").read_text("utf-8")
    for name, text in {"good": clinic, "bad": f"{clinic}colour: red\n"}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "clinic.yaml").write_text(text, "utf-8")
    editions = [Places(root, Edition(name), tmp_path / name) for name in ("bad", "good", "none")]
    bad, good, none = build_many(editions, DAY, jobs=2)
    assert isinstance(bad.error, ContentError)
    assert [p.rule for p in bad.error.problems] == ["key-is-known"]
    assert good.built is not None, good.error
    assert (tmp_path / "good/site/index.html").is_file()
    assert "none" in str(none.error)


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
def test_other_machines_can_build(make_project, tmp_path: Path) -> None:
    """A cluster's executor builds what this machine's would, and one failure stops no other."""
    root: Path = make_project(SMALL).root
    clinic = (root / "content/clinics/default/clinic.yaml").read_text("utf-8")
    for name, text in {"bad": f"{clinic}colour: red\n", "good": clinic}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "clinic.yaml").write_text(text, "utf-8")
    editions = [Places(root, Edition(name), tmp_path / name) for name in ("bad", "good")]
    with (
        LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        bad, good = build_many(editions, DAY, executor=client.get_executor())
    assert isinstance(bad.error, ContentError)
    assert good.built is not None, good.error
    assert (tmp_path / "good/site/index.html").is_file()


def test_no_editions_are_no_work() -> None:
    """All of them stand as they are."""
    assert list(build_many([], DAY)) == []
