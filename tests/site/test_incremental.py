"""A site of which only what changed was built is the one that the engine builds, byte for byte."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path

import pytest

from generator import build as program
from generator import incremental, parallel
from generator.build import build
from generator.edition import edition_options
from generator.engine.engines import build_pages
from generator.finish.finish import FinishOptions, finish
from generator.output.swap import publish
from generator.pages.planners import plan_site
from generator.reading import read
from generator.site.site import Site
from tests.projects import ROOT, TODAY, Project
from tests.site.edits import differences, tree

pytestmark = pytest.mark.site

CONTENT = Path(__file__).parents[1] / "content"
EXTRA = Path(__file__).parents[1] / "golden/content"
OWN = """\
name: The Harbor
logo: {file: logo.svg, alt: The Harbor}
primary_colour: "#1f5673"
accent_colour: "#2c5a46"
hide: [prompt:long-way-round, page:for-groups]
"""


def by_the_engine(project: Project, to: Path) -> dict[str, bytes | None]:
    """The pages that stand in docs/, each built by the engine in a process of its own."""
    places, site = project.places, Site.of(project.library())
    prints = program.print_library(site, cache=places.prints, say=lambda said: None)
    fresh = to.with_suffix(".fresh")
    build_pages(places.config, fresh, today=TODAY)
    finish(fresh, options=edition_options(site, tuple(plan_site(site, prints))))
    publish(fresh, to)
    return tree(to)


def test_whole_library(real, tmp_path):
    """Every file of the real site is what the engine makes of it."""
    assert differences(tree(real.places.site), by_the_engine(real, tmp_path / "again")) == []


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def crowded(built_project: Callable[..., Project]) -> Project:
    """A small project, built."""
    return built_project(CONTENT, EXTRA)


def cold(project: Project) -> dict[str, bytes | None]:
    """The site as it is when nothing is known of an earlier one; only the prints are kept."""
    for known in project.places.work.iterdir():
        if known != project.places.prints:
            shutil.rmtree(known) if known.is_dir() else known.unlink()
    shutil.rmtree(project.places.site)
    project.build()
    return tree(project.places.site)


@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_divided_among_cores(crowded, monkeypatch):
    """Pages rendered, built and finished in several processes are the same site."""
    before = tree(crowded.places.site), tree(crowded.places.docs)
    asked = []
    monkeypatch.setattr(parallel, "_cores", lambda: 3)
    monkeypatch.setattr(parallel, "WORTH_IT", 10)
    monkeypatch.setattr(parallel, "get_context", lambda how: asked.append(how) or get_context(how))
    assert (cold(crowded), tree(crowded.places.docs)) == before
    assert set(asked) == ({"fork"} if parallel.FORKS else set())


def test_frame_and_day(built_project):
    """What every page shares changes every page, and so does the day what depends on it."""
    project = built_project(CONTENT)
    _replace(project.root / "mkdocs.yml", "Short ways", "Ways")
    project.build()
    warm = tree(project.places.site)
    assert b"Ways" in (warm["crisis.html"] or b"")
    tomorrow = TODAY + timedelta(days=1)
    library = read(project.places, tomorrow)[0]
    build(project.places, Site.of(library), lambda said: None)
    shutil.rmtree(project.places.work)
    warm = tree(project.places.site)
    build(project.places, Site.of(library), lambda said: None)
    assert differences(warm, tree(project.places.site)) == []


def test_reference(make_project, tmp_path):
    """With `reference` the engine builds every page, from content that nobody has built before.

    The site is a clinic's own, with all that changes what stands round the pages: its look, its
    address below a path, what it hides.
    """
    root = make_project(CONTENT, EXTRA).root
    shutil.copytree(root / "content/clinics/default", root / "harbor")
    shutil.copy(ROOT / "examples/harbor/logo.svg", root / "harbor")
    _replace(root / "harbor/clinic.yaml", "name: A Small Site", OWN)
    _replace(root / "harbor/clinic.yaml", "example.org/writing/", "example.org/a/b/")
    clinic = Project(root, root / "harbor")
    clinic.build()
    unbuilt = shutil.ignore_patterns("site", "docs", ".build")
    shutil.copytree(root, tmp_path / "again", symlinks=True, ignore=unbuilt)
    copy = Project(tmp_path / "again", tmp_path / "again/harbor")
    build(copy.places, Site.of(copy.library()), lambda said: None, reference=True)
    assert (clinic.places.work / "made.json").exists()
    assert not (copy.places.work / "made.json").exists()
    assert differences(tree(clinic.places.site), tree(copy.places.site)) == []


@pytest.mark.parametrize("forgotten", ["frame", "options"])
def test_a_forgotten_dependency_is_noticed(make_project, monkeypatch, forgotten):
    """If a page's key left out one thing that it is made of, the comparison would show it."""
    project = make_project(CONTENT)
    if forgotten == "options":
        monkeypatch.setattr(incremental, "_shared", lambda options: "")
    else:
        monkeypatch.setattr(program, "frame_fingerprint", lambda places: "")
    project.build()
    if forgotten == "frame":
        _replace(project.root / "mkdocs.yml", "Short ways", "Ways")
    else:
        _replace(project.places.content / "clinics/default/clinic.yaml", "name: ", "name: Old ")
    project.build()
    warm = tree(project.places.site)
    monkeypatch.undo()
    assert differences(warm, cold(project)) != []


def test_head_is_part_of_a_page(crowded, monkeypatch):
    """A page whose Markdown is the same and whose head is not is built anew."""
    added = '<link rel="help" href="https://example.org/help/">'
    usual = program.edition_options

    def options(*given: object) -> FinishOptions:
        usually = usual(*given)
        return replace(usually, head={**usually.head, "crisis.html": added})

    monkeypatch.setattr(program, "edition_options", options)
    (crowded.places.work / "fingerprint").unlink()
    crowded.build()
    assert added in (crowded.places.site / "crisis.html").read_text("utf-8")


def test_touched_site_is_mended(crowded):
    """A page of the site, or of docs/, that somebody took away or changed is built anew."""
    page = crowded.places.site / "crisis.html"
    before = tree(crowded.places.site), tree(crowded.places.docs)
    page.unlink()
    (crowded.places.docs / "about.md").unlink()
    crowded.build()
    assert (tree(crowded.places.site), tree(crowded.places.docs)) == before
    page.unlink()
    page.write_text("<p>changed by hand</p>", "utf-8")
    crowded.build()
    assert (tree(crowded.places.site), tree(crowded.places.docs)) == before


@pytest.mark.parametrize(
    "memory", [b"", b"{", b'{"urls": [], "ids": [], "files": {"index.html": 1}}']
)
def test_damaged_memory_costs_time_only(crowded, memory):
    """What is remembered may be damaged or gone: then everything is built anew."""
    before = tree(crowded.places.site)
    (crowded.places.work / "made.json").write_bytes(memory)
    (crowded.places.work / "fingerprint").unlink()
    crowded.build()
    assert differences(tree(crowded.places.site), before) == []


def test_plugins_are_left_to_the_engine(make_project):
    """With a plugin of its own, a configuration is built by the engine alone."""
    project = make_project(CONTENT)
    config = project.root / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace("plugins: []", "plugins: [search]"), "utf-8"
    )
    project.build()
    assert (project.places.site / "index.html").exists()
    assert not (project.places.work / "made.json").exists()
