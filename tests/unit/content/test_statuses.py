"""Whatever `check` lets pass is built: every kind of entry as a draft and archived, in all layers.

What a status would take away from something that is shown is an error at the line of that status.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.build import render_site
from generator.content.edition_id import Edition
from generator.pages.parts.sheets import sheet_views
from generator.pages.worksheets import zip_groups
from generator.places import Places
from generator.problems import Problem
from generator.reading import read
from generator.site.site import Site

CONTENT = Path(__file__).parents[2] / "content"
ENTRIES = (
    "techniques/lists.yaml",
    "prompts/first-lists.yaml",
    "worksheets/three-lines.yaml",
    "packets/first-week.yaml",
    "studies/scullin-2018.yaml",
    "resources/crisis-line/night-line.yaml",
    "resources/directory/lines-elsewhere.yaml",
    "taxonomy/moods.yaml",
    "clinics/default/clinic.yaml",
)
NEEDED = {
    "techniques/lists.yaml": "name \"technique:lists\" under 'hide' in clinic.yaml",
    "prompts/first-lists.yaml": "Hide packet:first-week as well",
    "worksheets/three-lines.yaml": "Hide packet:first-week as well",
    "studies/scullin-2018.yaml": "name \"study:scullin-2018\" under 'hide' in clinic.yaml",
}
"""By entry that something shown cannot be without: what to do instead of its status."""
Read = Callable[..., tuple[Problem, ...]]


@pytest.fixture
def built_if_valid(tmp_path: Path) -> Read:
    """Read the small content with files of the clinic and of the library put in, and render its
    site if nothing is wrong; the problems."""
    shutil.copytree(CONTENT, tmp_path / "content")
    own = tmp_path / "ours"
    own.mkdir()
    shutil.copy(CONTENT / "clinics/default/clinic.yaml", own)

    def built_if_valid(files: dict[str, str], locale: str = "en") -> tuple[Problem, ...]:
        for path, text in files.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        library, problems = read(Places(tmp_path, Edition("ours", locale), own), date(2026, 6, 1))
        if not problems.has_errors and locale == "en":
            site = Site.of(library)
            assert render_site(site)
            assert sheet_views(site).keys() == {sheet.id for sheet in site.worksheets}
            zip_groups(site)
        return problems.sorted

    return built_if_valid


@pytest.mark.parametrize("status", ["draft", "archived", "hidden", "7"])
@pytest.mark.parametrize("path", [path for path in ENTRIES if "clinic.yaml" not in path])
def test_status_in_the_library(built_if_valid: Read, path: str, status: str) -> None:
    """The library's own entry with a status: what is not refused is built."""
    text = (CONTENT / path).read_text("utf-8")
    built_if_valid({f"content/{path}": f"status: {status}\n{text}"})


@pytest.mark.parametrize("status", ["draft", "archived", "hidden", "7"])
@pytest.mark.parametrize("path", ENTRIES)
def test_status_in_an_overlay(built_if_valid: Read, path: str, status: str) -> None:
    """One line over the library's entry: what is not refused is built."""
    below = (CONTENT / path).read_text("utf-8") if path.endswith("clinic.yaml") else ""
    place = "ours/clinic.yaml" if below else f"ours/{path}"
    built_if_valid({place: f"{below}status: {status}\n"})


@pytest.mark.parametrize("status", ["draft", "archived"])
@pytest.mark.parametrize("path", NEEDED)
def test_overlay_takes_away_what_is_needed(built_if_valid: Read, path: str, status: str) -> None:
    """It is an error at that line, whichever status, that says how to leave an entry out."""
    found = built_if_valid({f"ours/{path}": f"status: {status}\n"})
    (told,) = [p for p in found if p.severity == "error"]
    assert told.rule == "named-entry-is-shown"
    assert told.location.path.endswith(f"ours/{path}")
    assert told.location.line == 1
    assert NEEDED[path] in told.hint


@pytest.mark.parametrize("status", ["draft", "archived"])
def test_overlay_takes_away_one_prompt(built_if_valid: Read, status: str) -> None:
    """The same for a single prompt, which a packet needs."""
    patch = f"prompts:\n  - id: five-sounds\n    status: {status}\n"
    (told,) = [p for p in built_if_valid({"ours/prompts/first-lists.yaml": patch})
               if p.severity == "error"]  # fmt: skip
    assert (told.rule, told.location.line) == ("named-entry-is-shown", 3)
    assert "Hide packet:first-week as well" in told.hint


@pytest.mark.parametrize("status", ["draft", "archived"])
def test_translation_takes_away_what_is_needed(built_if_valid: Read, status: str) -> None:
    """A translation that is a draft is told what goes with it: a language hides nothing."""
    found = built_if_valid(
        {"content/locales/es/techniques/lists.yaml": f"status: {status}\n"}, locale="es"
    )
    told = [p for p in found if p.rule == "named-entry-is-shown"]
    assert len(told) == 1
    assert {(p.severity, p.location.line) for p in told} == {("error", 1)}
    assert [p.hint.split(",")[0] for p in told] == [
        f"Make that {'a draft' if status == 'draft' else status} too"
    ]


PAGE = "# Ours\n\nSee the [sheet](worksheets/three-lines.md).\n"
ALONE = {
    "content/packets/first-week.yaml": None,
    "content/prompts/first-lists.yaml": "    worksheet: three-lines\n",
}
"""What leads to the sheet apart from the page, to be taken away; None for the whole file."""


def without_other_ways() -> dict[str, str]:
    """The files of `ALONE` without what leads to the sheet: the packet is a draft."""
    small = {path: (CONTENT.parent / path).read_text("utf-8") for path in ALONE}
    return {
        path: small[path].replace(way, "") if way else f"status: draft\n{small[path]}"
        for path, way in ALONE.items()
    }


@pytest.mark.parametrize("status", ["draft", "archived"])
def test_page_leads_to_what_is_not_shown(built_if_valid: Read, status: str) -> None:
    """A link on a page to a draft is an error at the link, which names no other sheet."""
    sheet = (CONTENT / "worksheets/three-lines.yaml").read_text("utf-8")
    (told,) = built_if_valid(
        without_other_ways()
        | {"content/pages/ours.md": PAGE,
           "content/worksheets/three-lines.yaml": f"status: {status}\n{sheet}"}
    )  # fmt: skip
    assert (told.rule, told.severity) == ("named-entry-is-shown", "error")
    assert (told.location.path, told.location.line) == ("content/pages/ours.md", 3)
    assert "Did you mean" not in told.hint


@pytest.mark.parametrize("status", ["draft", "archived"])
def test_overlay_takes_away_what_a_page_leads_to(built_if_valid: Read, status: str) -> None:
    """A clinic cannot change the library's page, so it is told at the status, with `hide`."""
    (told,) = built_if_valid(
        without_other_ways()
        | {"content/pages/ours.md": PAGE,
           "ours/worksheets/three-lines.yaml": f"status: {status}\n"}
    )  # fmt: skip
    assert (told.rule, told.severity, told.location.line) == ("named-entry-is-shown", "error", 1)
    assert told.location.path.endswith("ours/worksheets/three-lines.yaml")
    assert "\"worksheet:three-lines\" under 'hide'" in told.hint


def test_page_leads_to_a_study_that_is_not_shown(built_if_valid: Read) -> None:
    """The same for a study, which is a place of the page of studies."""
    study = (CONTENT / "studies/scullin-2018.yaml").read_text("utf-8")
    page = "# Ours\n\nSee [a study](studies.md#scullin-2018).\n"
    found = built_if_valid(
        {"content/pages/ours.md": page,
         "content/studies/scullin-2018.yaml": f"status: draft\n{study}"}
    )  # fmt: skip
    places = {(p.location.path, p.location.line, p.severity) for p in found}
    assert ("content/pages/ours.md", 3, "error") in places
