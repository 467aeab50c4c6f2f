"""A page that is shown before its site stands is the page that the site then has."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.preview import Preview, asset_stamps, unchanged_pages
from generator.render.render_cache import RenderCache
from generator.site.site import Site
from tests.projects import Project

pytestmark = pytest.mark.site

CONTENT = Path(__file__).parents[1] / "content"
GUIDE = "techniques/lists.html"
NOT_ALONE = ("worksheets/", "embed/", "404.html")
"""Pages with printed sheets, cards for other people's pages, and the theme's own."""


@pytest.fixture
def project(built_project) -> Project:
    """The small library, built."""
    return built_project(CONTENT)


def say(project: Project, title: str) -> Site:
    """The guide's name is changed, and everything is read again."""
    file = project.places.content / "techniques/lists.yaml"
    lines = file.read_text("utf-8").splitlines()
    lines = [f"title: {title}" if line.startswith("title:") else line for line in lines]
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return Site.of(project.library())


def pages(site: Path) -> list[str]:
    """Every page of a built site, by its path."""
    return sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))


def test_all_pages_are_as_in_their_site(project: Project) -> None:
    """Every page that was planned, byte for byte, also when the engine made another before."""
    preview = Preview(RenderCache())
    wanted = pages(project.places.site)
    preview.pages(project.places, say(project, "Lists for the morning"), wanted)
    shown = preview.pages(project.places, say(project, "Lists for the evening"), wanted)
    assert "Lists for the evening" in shown[GUIDE].decode()
    assert {page.split("/")[0] for page in shown} >= {"prompts", "techniques", "index.html"}
    project.build()
    assert set(unchanged_pages(project.places.site, shown)) == shown.keys()
    by_hand = {f"{path.removesuffix('.md')}.html" for path in project.library().page_files}
    left_out = set(wanted) - shown.keys() - by_hand
    assert [page for page in left_out if not page.startswith(NOT_ALONE)] == []


def test_what_cannot_be_made_alone_is_left_out(project: Project) -> None:
    """An address without a page, and a page that stands in no site yet."""
    site = Site.of(project.library())
    assert (
        Preview(RenderCache()).pages(project.places, site, ["no-such.html", "prompts/no-such.html"])
        == {}
    )


def test_a_new_page_is_made_alone_once_it_is_in_the_site(project: Project) -> None:
    """Whoever adds a prompt while the program runs need not start it again."""
    preview = Preview(RenderCache())
    assert GUIDE in preview.pages(project.places, Site.of(project.library()), [GUIDE])
    file = project.places.content / "prompts/first-lists.yaml"
    head, sounds, rest = file.read_text("utf-8").partition("  - id: five-sounds")
    first = sounds + rest[: rest.index("  - id:", 1)]
    added = first.replace("five-sounds", "three-smells").replace("Five sounds", "Three smells")
    added = added.replace("five sounds", "three smells").replace("from near", "near first,")
    file.write_text(head + added + sounds + rest, "utf-8")
    project.build()
    page = "prompts/three-smells.html"
    assert page in preview.pages(project.places, Site.of(project.library()), [page])


def test_an_engine_that_warns_makes_nothing(project: Project) -> None:
    """The whole build says of what, with its own words."""
    config = project.places.config
    config.write_text(json.dumps(json.loads(config.read_bytes()) | {"plugins": ["search"]}))
    assert Preview(RenderCache()).pages(project.places, Site.of(project.library()), [GUIDE]) == {}


def test_another_color_is_another_look(project: Project) -> None:
    """Pages of the same bytes are loaded again for it."""
    site = project.places.site
    before = asset_stamps(site)
    assert before == asset_stamps(site)
    (site / "assets/site.css").write_text("body { color: red }", "utf-8")
    assert before != asset_stamps(site)
    shown = {GUIDE: b"something else", "gone.html": b""}
    assert unchanged_pages(site, shown) == ()
