"""A site builds without what a clinic hides, and without what systems leave beside its pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.content.layers.hide import ALWAYS_THERE
from generator.edition import page_files
from generator.site.site import Site

TESTS = Path(__file__).parents[1]
LEFT = (
    ".DS_Store", "Thumbs.db", "desktop.ini", "Icon\r", "about.md~", "about.md.bak", "#about.md#",
    ".about.md.swp", "__MACOSX/._about.md", "about (conflicted copy).md",
)  # fmt: skip
CAN_BE_HIDDEN = sorted(
    page
    for file in (TESTS.parent / "content/pages").rglob("*.md")
    if (page := file.relative_to(TESTS.parent / "content/pages").with_suffix("").as_posix())
    not in ALWAYS_THERE
)
HIDDEN = ("packet:first-week", "worksheet:three-lines", *(f"page:{p}" for p in CAN_BE_HIDDEN))
SECRET = "words that nobody meant to publish"


@pytest.fixture(scope="module")
def project(make_project: Callable[..., Any], tmp_path_factory: Any) -> Any:
    """A small site whose clinic hides the only packet and all pages that it can, in a folder with
    such files."""
    own = tmp_path_factory.mktemp("own")
    clinic = (TESTS / "content/clinics/default/clinic.yaml").read_text("utf-8")
    (own / "clinics/default").mkdir(parents=True)
    (own / "clinics/default/clinic.yaml").write_text(
        f"{clinic}hide: [{', '.join(HIDDEN)}]\n", "utf-8"
    )
    project = make_project(TESTS / "content", own)
    (project.root / "content/pages/__MACOSX").mkdir()
    for name in LEFT:
        (project.root / "content/pages" / name).write_text(f"# About\n\n{SECRET}\n", "utf-8")
    page = project.root / "content/pages/for-therapists.md"
    page.write_text(f"{page.read_text('utf-8')}\n[Packets](packets/index.md)\n", "utf-8")
    return project


@pytest.fixture(scope="module")
def site(project: Any) -> Path:
    """The same, built."""
    project.build()
    return Path(project.places.site)


@pytest.mark.site
def test_site_without_packets_and_with_strays(site: Path) -> None:
    """The pages for packets and sheets say that there are none, and no stray file is published."""
    assert "There is no ready-made one here" in (site / "packets/index.html").read_text("utf-8")
    assert not (site / "packets/first-week.html").exists()
    assert not (site / "worksheets/three-lines.html").exists()
    told = [f for f in site.rglob("*") if f.is_file() and SECRET.encode() in f.read_bytes()]
    assert told == []


@pytest.mark.site
def test_what_check_lets_hide_is_led_to_by_no_page(site: Path) -> None:
    """Of the library's pages each that may be hidden is: a build refuses a link to nothing."""
    assert "starting" in CAN_BE_HIDDEN
    assert [p for p in CAN_BE_HIDDEN if (site / f"{p}.html").exists()] == []
    ways = (site / "techniques/index.html").read_text("utf-8")
    assert "when-it-gets-worse.html" in ways


@pytest.mark.site
def test_editions_copy_no_strays(project: Any) -> None:
    """An edition with a folder of its own takes the pages written by hand, and nothing else."""
    copied = page_files(Site.of(project.library()))
    assert "about.md" in copied
    assert all(SECRET.encode() not in content for content in copied.values())
