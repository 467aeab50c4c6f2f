"""Pages written by hand are laid over like everything else."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.edition import page_files
from generator.reading import read
from generator.site.site import Site

TESTS = Path(__file__).parents[3]
CLINIC = (TESTS / "content/clinics/default/clinic.yaml").read_text("utf-8")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The folder of a clinic, laid over the small content."""
    folder = tmp_path / "over/clinics/default"
    folder.mkdir(parents=True)
    (folder / "clinic.yaml").write_text(CLINIC, "utf-8")
    return folder


def test_clinic_replaces_a_page_and_adds_one(make_project: Any, own: Path) -> None:
    """Its own page stands in place of the library's, and one of its own beside them."""
    (own / "pages").mkdir()
    (own / "pages/about.md").write_text("# About us\n\nThe house by the lake.\n", "utf-8")
    (own / "pages/visiting.md").write_text("# Visiting\n\nBus 7.\n", "utf-8")
    library = make_project(TESTS / "content", own.parents[1]).library()
    files = page_files(Site.of(library))
    assert b"The house by the lake." in files["about.md"]
    assert files["visiting.md"] == b'---\ndescription: ""\n---\n# Visiting\n\nBus 7.\n'
    assert "Visiting" in [page.title for page in library.pages]
    assert [page.path for page in library.pages if page.id == "about"] == [
        "content/clinics/default/pages/about.md"
    ]


LEADING = """\
---
title: Ours
---
# Ours

See [how](../privacy.md#keeping), [what](../privacy.md#the-log) and [it](../privacy.md#the-log "A").
<a href="../privacy.html#the-log">That</a> and [all](../privacy.md), [a place](#here).

## Here
"""


def test_clinics_page_need_not_keep_the_headings(make_project: Any, own: Path) -> None:
    """The library's links to places that the clinic's own page has not lead to it as a whole."""
    pages = own.parents[1] / "pages"
    (pages / "more").mkdir(parents=True)
    (pages / "privacy.md").write_text("# Privacy\n\n## Keeping\n\n## The log\n", "utf-8")
    (pages / "more/ours.md").write_text(LEADING, "utf-8")
    project = make_project(TESTS / "content", own.parents[1])
    assert page_files(Site.of(project.library()))["more/ours.md"].decode().count("#the-log") == 3
    (project.root / "content/clinics/default/pages").mkdir()
    page = project.root / "content/clinics/default/pages/privacy.md"
    page.write_text("# Our privacy\n\n## Keeping\n\nA [place](#gone).\n", "utf-8")
    library, problems = read(project.places, date(2026, 6, 1))
    told = [(p.location.path, p.rule) for p in problems.sorted if p.severity == "error"]
    assert told == [("content/clinics/default/pages/privacy.md", "anchor-exists")]
    (made,) = [page for page in library.pages if page.id == "more/ours"]
    assert made.lines == tuple(LEADING.replace("#the-log", "").split("\n"))


def test_clinic_hides_a_page(make_project: Any, own: Path) -> None:
    """A hidden page is not made, and links to it on other pages are plain words."""
    (own / "clinic.yaml").write_text(f"{CLINIC}hide: [page:for-groups]\n", "utf-8")
    (own / "pages").mkdir()
    (own / "pages/about.md").write_text(
        "# About\n\n[Groups](for-groups.md) and [rhythm](rhythm.md).\n", "utf-8"
    )
    library = make_project(TESTS / "content", own.parents[1]).library()
    assert [(page.id, page.path) for page in library.pages_left_out] == [
        ("about", "content/pages/about.md"),
        ("for-groups", "content/pages/for-groups.md"),
    ]
    files = page_files(Site.of(library))
    assert "for-groups.md" not in files
    assert files["about.md"].endswith(b"\n# About\n\nGroups and [rhythm](rhythm.md).\n")


def test_engines_get_a_page_as_it_was_read(make_project: Any, own: Path) -> None:
    """No year is a number and no first line with a colon a name, as engines would have it."""
    (own / "pages").mkdir()
    (own / "pages/about.md").write_text(
        '---\r\ntitle: 2026\r\ndescription: It\'s "new"\r\nvoice: safety\r\n---\r\n# Now\r\n',
        "utf-8",
    )
    (own / "pages/note.md").write_text("Note: call first.\n\n# Our house\n", "utf-8")
    files = page_files(Site.of(make_project(TESTS / "content", own.parents[1]).library()))
    top = '---\ntitle: "2026"\ndescription: "It’s “new”"\n---\n'
    assert files["about.md"].decode() == f"{top}# Now\n"
    assert files["note.md"] == b'---\ndescription: ""\n---\nNote: call first.\n\n# Our house\n'


@pytest.mark.parametrize(
    ("named", "rule"),
    [
        ("page:for-grops", "hidden-entry-exists"),
        ("page:safety", "page-is-needed"),
        ("page:for-clinics", "page-is-needed"),
        ("page:about", "hidden-entry-is-not-changed"),
    ],
)
def test_pages_that_cannot_be_hidden(make_project: Any, own: Path, named: str, rule: str) -> None:
    """A name that no page has, a page that every site needs, one that the clinic itself wrote."""
    (own / "clinic.yaml").write_text(f"{CLINIC}hide: [{named}]\n", "utf-8")
    (own / "pages").mkdir()
    (own / "pages/about.md").write_text("# About\n", "utf-8")
    problems = read(make_project(TESTS / "content", own.parents[1]).places, date(2026, 6, 1))[1]
    assert [(p.rule, p.location.line) for p in problems.sorted] == [(rule, CLINIC.count("\n") + 1)]
