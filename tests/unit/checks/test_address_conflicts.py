"""What is reserved among ids is what the pages beside them are called."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.checks.address_conflicts import (
    INDEX,
    MADE_FOLDERS,
    MADE_PAGES,
    TAKEN,
    WAYS_TO_LISTINGS,
)
from generator.content.edition_id import Edition
from generator.pages.page import Page
from generator.pages.parts.directory import WAYS
from generator.places import Places
from generator.problems import Problem
from generator.reading import read
from generator.site import urls

ROOT = Path(__file__).parents[3]
CONTENT = ROOT / "tests/content"
TODAY = date(2026, 6, 1)


@pytest.fixture(scope="module")
def planned(plan: tuple[Page, ...]) -> list[str]:
    """The addresses of all pages of the real content."""
    return [page.url for page in plan]


def test_no_two_pages_share_an_address(planned: list[str]) -> None:
    """Of two pages at one address the later would be written over the first, without a word."""
    assert len(planned) == len(set(planned))


def test_pages_beside_entries_are_reserved() -> None:
    """Whatever `urls.py` puts beside the pages of entries is what no entry may be called."""
    beside = {
        urls.WORKSHEETS_BY_DEPTH, urls.WORKSHEETS_BY_TIME, urls.WORKSHEETS_BY_TECHNIQUE
    }  # fmt: skip
    assert {urls.worksheet_url(name) for name in TAKEN["worksheet"]} == beside
    assert urls.prompt_url(INDEX) == urls.PROMPTS
    assert urls.technique_url(INDEX) == urls.TECHNIQUES
    assert urls.worksheet_url(INDEX) == urls.WORKSHEETS
    assert urls.packet_url(INDEX) == urls.PACKETS
    assert urls.resource_kind_url(INDEX) == urls.RESOURCES
    assert set(WAYS_TO_LISTINGS) == {way.name for way in WAYS if way.name != "kind"} | {"handout"}
    assert urls.handout_url("us") == urls.resource_kind_url("handout-us")
    assert urls.resource_facet_url("language", "en") == urls.resource_kind_url("language-en")
    assert urls.facet_url("mood", "sad", 2) == urls.facet_url("mood", "sad-page-2")


def test_made_pages_are_all_that_are_made(planned: list[str]) -> None:
    """The list of folders and pages that nobody writes by hand is complete, and has no other."""
    folders = {url.partition("/")[0] for url in planned if "/" in url}
    folders |= {urls.PROGRAMS, urls.EMBEDS, urls.OEMBEDS, urls.SHARED_PICTURE.partition("/")[0]}
    assert folders == MADE_FOLDERS
    at_the_top = {url.removesuffix(".html") for url in planned if "/" not in url}
    assert MADE_PAGES - {"404"} == at_the_top


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("crisis.md", ["page-is-not-made"]),
        ("prompts/mine.md", ["page-is-not-made"]),
        ("browse/mood/sad.md", ["page-is-not-made"]),
        ("visit/nul.md", ["name-can-be-saved"]),
        ("con/visiting.md", ["name-can-be-saved"]),
        ("visit/crisis.md", []),
        ("visiting.md", []),
    ],
)
def test_pages_written_by_hand_have_a_place_of_their_own(
    name: str, rules: list[str], tmp_path: Path
) -> None:
    """What a page made from content would be written over is told by check, not by the build."""
    shutil.copytree(CONTENT, tmp_path / "content")
    page = tmp_path / "content/pages" / name
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text("# Visiting\n\nCome in.\n", "utf-8")
    found = read(Places(tmp_path, Edition()), TODAY)[1].sorted
    assert [problem.rule for problem in found] == rules
    assert all(problem.location.path == f"content/pages/{name}" for problem in found)


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("assets/sharing.png", ["page-is-not-made"]),
        ("assets/sharing/sad.png", ["page-is-not-made"]),
        ("assets/clinic-logo.png", ["page-is-not-made"]),
        ("worksheets/pictures/three-lines-1.png", ["page-is-not-made"]),
        ("assets/our-house.png", []),
        ("pictures/sharing.png", []),
    ],
)
def test_pictures_of_pages_have_a_place_of_their_own(
    problems_of: Callable[..., tuple[Problem, ...]], name: str, rules: list[str]
) -> None:
    """A picture that the program would make under the same name is told by check as well."""
    for folder in ("", "clinics/default/"):
        pages = {f"{folder}pages/{name}": b"png", f"{folder}pages/visiting.md": "# Visiting\n"}
        found = [p for p in problems_of(pages) if p.rule == "page-is-not-made"]
        assert [problem.rule for problem in found] == rules
        assert all(p.location.path == f"content/{folder}pages/{name}" for p in found)
