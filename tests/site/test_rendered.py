"""A new process renders the pages that changed, and reads the others from docs/: the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import rendered
from generator.pages.page import Page
from generator.pages.planners import plan_site
from generator.render.environment import Renderer
from generator.render.render_cache import Rendered, for_template, page_digest
from generator.site.site import Site
from tests.projects import ROOT, TODAY, Project
from tests.site.edits import differences, tree

pytestmark = pytest.mark.site

CONTENT = Path(__file__).parents[1] / "content"
NOT_SERIALIZABLE = {"authors/checks.html"}
"""Pages with functions in their context, which are rendered at each build."""
DIGESTS = """
import sys
from datetime import date
from pathlib import Path
from generator.reading import read
from generator.content.edition_id import Edition
from generator.pages.planners import plan_site
from generator.places import Places
from generator.render.render_cache import page_digest
from generator.site.site import Site
library, _ = read(Places(Path(sys.argv[1]), Edition()), date.fromisoformat(sys.argv[2]))
for page in plan_site(Site.of(library)):
    print(page.url, page_digest(page))
"""


@pytest.fixture
def project(built_project: Callable[..., Project]) -> Project:
    """A small project, built."""
    return built_project(CONTENT)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """URLs of the pages that are rendered, in one process."""
    urls: list[str] = []
    usual = Renderer._rendered

    def noting(self: Renderer, page: Page) -> tuple[str, bytes]:
        urls.append(page.url)
        return usual(self, page)

    monkeypatch.setattr(Renderer, "_rendered", noting)
    monkeypatch.setattr("generator.parallel.FORKS", False)
    return urls


def test_only_what_changed(project, asked):
    """After an edit the pages that show it are rendered, and docs/ is as from nothing."""
    project.build()
    assert set(asked) == NOT_SERIALIZABLE
    asked.clear()
    file = next((project.places.content / "studies").glob("*.yaml"))
    old = project.library().studies[file.stem].limits
    file.write_text(file.read_text("utf-8").replace(old.split()[-1], "otherwise."), "utf-8")
    project.build()
    pages = len(tuple(plan_site(Site.of(project.library()))))
    assert "studies.html" in asked
    assert len(asked) < pages / 4
    warm = tree(project.places.docs)
    (project.places.work / "rendered.json").unlink()
    asked.clear()
    project.build()
    assert len(asked) == pages
    assert differences(tree(project.places.docs), warm) == []


@pytest.mark.parametrize("record", [b"", b"[]", b'{"key": 1}', b'{"key": "K", "pages": {"a": 1}}'])
def test_damaged_record_costs_time_only(project, asked, monkeypatch, record):
    """What cannot be read is as if nothing had been recorded."""
    before = tree(project.places.docs)
    monkeypatch.setattr(rendered, "_key", lambda frame: "K")
    (project.places.work / "rendered.json").write_bytes(record)
    project.build()
    assert {"crisis.html", "index.html"} <= set(asked)
    assert differences(tree(project.places.docs), before) == []


def test_a_file_that_is_gone_is_rendered(project, asked):
    """A page whose file below docs/ is not the one that was recorded is rendered."""
    before = tree(project.places.docs)
    (project.places.docs / "crisis.md").unlink()
    project.build()
    assert set(asked) == {"crisis.html", *NOT_SERIALIZABLE}
    assert differences(tree(project.places.docs), before) == []


def test_another_frame_renders_all(project, asked):
    """What all pages share, such as the program or the configuration, makes every page anew."""
    config = project.root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("Short ways", "Ways"), "utf-8")
    project.build()
    assert {"crisis.html", "index.html"} <= set(asked)


def test_a_link_that_leads_elsewhere_is_not_recalled(project):
    """A recalled page whose link by id leads to another URL now is rendered."""
    site = Site.of(project.library())
    page = next(page for page in plan_site(site) if page.url == "crisis.html")

    def text(target: str) -> bytes:
        links = {("resource", "no-such-line"): target}
        entry = Rendered(for_template(page), links, ("crisis.md", b"as it was"))
        return Renderer.of(site).render_all([page], lambda page: entry)["crisis.md"]

    assert text(site.href("resource", "no-such-line")) == b"as it was"
    assert text("elsewhere.html") != b"as it was"


def test_digests_are_of_values(project):
    """Equal pages have equal digests, in a process with another hash seed and its own objects too.

    Another word makes another digest.
    """
    pages = tuple(plan_site(Site.of(project.library())))
    here = {page.url: page_digest(page) for page in pages}
    assert {url for url, digest in here.items() if not digest} == NOT_SERIALIZABLE
    told = subprocess.run(
        [sys.executable, "-c", DIGESTS, project.root, TODAY.isoformat()],
        cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "7"},
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    there = dict(line.split(" ") for line in told.splitlines())
    assert there == here
    assert len(set(here.values())) == len(pages)
