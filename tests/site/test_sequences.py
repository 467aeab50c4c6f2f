"""After any series of edits the site that was built step by step is the one of a cold build.

`pytest tests/site/test_sequences.py --sequences 500` tries more of them than every run does.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.build import build
from generator.preview import Preview
from generator.problems import Refused
from generator.render.render_cache import RenderCache
from generator.site.site import Site
from tests.projects import Project
from tests.site.edits import Editor, differences, good_states, tree

pytestmark = pytest.mark.site

CONTENT = Path(__file__).parents[1] / "content"
EACH = 2
"""Sequences for one project; the site that stands goes on from one to the next.

In the second what was rendered is kept and pages are made alone, as `serve` builds.
"""
STEPS = 5


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """As many projects as make up the sequences that were asked for."""
    if "seed" in metafunc.fixturenames:
        sequences = metafunc.config.getoption("sequences")
        metafunc.parametrize("seed", range(-(-sequences // EACH)))


def cold(project: Project, to: Path) -> dict[str, bytes | None]:
    """The same content built from nothing, elsewhere."""
    ignored = shutil.ignore_patterns("site", "docs", ".build")
    shutil.copytree(project.root, to, symlinks=True, ignore=ignored)
    copy = Project(to, to / "own")
    shutil.copytree(project.places.prints, copy.places.prints)
    copy.build()
    built = tree(copy.places.site)
    shutil.rmtree(to)
    return built


def test_sequences(make_project, tmp_path, seed):
    """Rewordings, deletions, returns, renamings, new entries and a clinic's own words over them.

    The cold build prints nothing anew: that prints are the same bytes is asked of the press.
    """
    root = make_project(CONTENT).root
    own = root / "own"
    own.mkdir()
    shutil.copy(CONTENT / "clinics/default/clinic.yaml", own)
    project = Project(root, own)
    editor = Editor(project.places.content, own, seed)
    start = editor.contents()
    for kept in (None, RenderCache()):
        preview = None if kept is None else Preview(kept)
        done: list[str] = []
        for said in good_states(project, editor, STEPS):
            site = Site.of(project.library())
            if preview is not None:
                preview.pages(project.places, site, ["index.html", "prompts/index.html"])
            try:
                build(project.places, site, lambda said: None, render_cache=kept)
            except Refused:  # what only the built pages show; nothing was published
                editor.mend(start)
                break
            done.append(said)
        build(project.places, Site.of(project.library()), lambda said: None, render_cache=kept)
        assert differences(tree(project.places.site), cold(project, tmp_path / "cold")) == [], done
