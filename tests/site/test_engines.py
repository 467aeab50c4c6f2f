"""Whichever engine builds, readers get the same site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.build import Built, build
from generator.engine.names import EngineName
from generator.places import Places
from generator.reading import read
from generator.site.site import Site

pytestmark = pytest.mark.site

SMALL = Path(__file__).parents[1] / "content"
MORE = Path(__file__).parents[1] / "golden/content"
FENCES = "# Code\n\n```yaml\nname: [x]\n```\n\n```\nplain\n```\n\n    indented\n"
DAY = date(2026, 6, 1)


def built(places: Places, engine: str) -> tuple[Built, dict[str, bytes]]:
    """The site as the engine builds it: what the build says, and every file."""
    places = replace(places, engine=engine)
    library, problems = read(places, DAY)
    problems.raise_if_errors()
    said = build(places, Site.of(library), lambda sentence: None)
    files = (file for file in places.site.rglob("*") if file.is_file())
    return said, {f.relative_to(places.site).as_posix(): f.read_bytes() for f in files}


@pytest.fixture(scope="module")
def small(make_project: Callable[..., object]) -> Places:
    """The small content with an address that leads on, and a page with code."""
    places: Places = make_project(SMALL, MORE).places  # type: ignore[attr-defined]
    (places.content / "pages/about.md").write_text(FENCES, "utf-8")
    return places


@pytest.fixture(scope="module")
def usual(small: Places) -> dict[str, bytes]:
    """Its site as MkDocs builds it."""
    said, files = built(small, EngineName.MKDOCS)
    assert said.engine_difference == ""
    return files


@pytest.mark.parametrize("engine", [EngineName.PROPERDOCS, EngineName.ZENSICAL])
def test_same_bytes(engine, small, usual):
    """Every file is that of MkDocs: text, links, heads and security policies too."""
    said, files = built(small, engine)
    assert said.changed
    assert engine.value in said.engine_difference.lower()
    assert sorted(files.keys() ^ usual.keys()) == []
    assert [path for path in sorted(usual) if files[path] != usual[path]] == []
