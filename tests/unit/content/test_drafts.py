"""A draft is checked like the rest and keeps nothing from being built."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.build import render_site
from generator.content.edition_id import Edition
from generator.content.library import Library
from generator.places import Places
from generator.problems import Problem, Problems, Severity
from generator.reading import read
from generator.site.site import Site

CONTENT = Path(__file__).parents[2] / "content"
SET = "prompts/first-lists.yaml"
Read = Callable[[dict[str, str]], tuple[Library, Problems]]


@pytest.fixture
def read_with(tmp_path: Path) -> Read:
    """The small valid content with these files put in: the library, and what is wrong."""
    shutil.copytree(CONTENT, tmp_path / "content")

    def read_with(files: dict[str, str]) -> tuple[Library, Problems]:
        for path, text in files.items():
            file = tmp_path / "content" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        return read(Places(tmp_path, Edition()), date(2026, 6, 1))

    return read_with


def own(text: str, **changes: str) -> str:
    """An entry with fields changed or added."""
    return yaml.safe_dump(yaml.load(text, yaml.BaseLoader) | changes, sort_keys=False)


def small(path: str) -> str:
    return (CONTENT / path).read_text("utf-8")


def severities(problems: Problems, path: str) -> set[Severity]:
    return {p.severity for p in problems.sorted if p.location.path == f"content/{path}"}


ENTRIES = {
    "techniques/new-one.yaml": small("techniques/lists.yaml"),
    "worksheets/new-one.yaml": small("worksheets/three-lines.yaml"),
    "packets/new-one.yaml": small("packets/first-week.yaml"),
    "studies/new-one.yaml": small("studies/scullin-2018.yaml"),
    "resources/crisis-line/new-one.yaml": small("resources/crisis-line/night-line.yaml"),
}


MISTAKES = {
    "an unknown field": "colour: red\n",
    "no YAML": 'summary: "open\n',
    "wrong values": "tags: [A b]\nsearch_terms: 7\n",
    "a field twice": "status: draft\n",
}


@pytest.mark.parametrize("path", ENTRIES)
def test_entry_with_mistakes(read_with: Read, path: str) -> None:
    """Its mistakes are told as warnings, and it is left out."""
    for said, mistake in MISTAKES.items():
        library, problems = read_with({path: own(ENTRIES[path], status="draft") + mistake})
        assert severities(problems, path) == {Severity.WARNING}, said
        assert not problems.has_errors, said
        assert "new-one" not in {*library.techniques, *library.worksheets, *library.packets,
                                 *library.studies, *library.resources}, said  # fmt: skip
        published = own(ENTRIES[path], status="published") + mistake
        assert read_with({path: published})[1].has_errors, said


def test_site_is_built_without_it(read_with: Read) -> None:
    """What is left is the same library whichever entry was left out, and a site."""
    path = next(iter(ENTRIES))
    library, _ = read_with({path: own(ENTRIES[path], status="draft") + MISTAKES["a field twice"]})
    assert render_site(Site.of(library))


def test_draft_that_has_hardly_begun(read_with: Read) -> None:
    """What is missing is told, field by field, and not that there is nothing to change."""
    path = "techniques/begun.yaml"
    _, problems = read_with({path: "title: Begun\nstatus: draft\n"})
    found = [p for p in problems.sorted if p.location.path.endswith(path)]
    assert {p.rule for p in found} == {"field-is-present"}
    assert len(found) > 5
    assert not problems.has_errors


def test_draft_of_a_clinic_that_has_hardly_begun(tmp_path: Path) -> None:
    """The same in a clinic's own folder, where the rest of a draft used to be unspoken of."""
    shutil.copytree(CONTENT, tmp_path / "content")
    own_folder = tmp_path / "ours"
    (own_folder / "techniques").mkdir(parents=True)
    shutil.copy(CONTENT / "clinics/default/clinic.yaml", own_folder)
    (own_folder / "techniques/begun.yaml").write_text("title: Begun\nstatus: draft\n", "utf-8")
    places = Places(tmp_path, Edition("ours"), own_folder)
    problems = read(places, date(2026, 6, 1))[1]
    found = [p for p in problems.sorted if p.location.path.endswith("begun.yaml")]
    assert {p.rule for p in found} == {"field-is-present"}
    assert not problems.has_errors


def prompts(text: str) -> str:
    """The set of prompts of the small content with one more."""
    return small(SET).rstrip("\n") + "\n" + text


DRAFT_PROMPT = """\
  - id: not-yet
    status: draft
    title: N
    text: 7
    moods: [no-such-mood]
    intensity: deep
"""


def test_prompt_with_mistakes(read_with: Read) -> None:
    """One prompt of a published set is left out; the others stay, and are told as ever."""
    library, problems = read_with({SET: prompts(DRAFT_PROMPT)})
    assert severities(problems, SET) == {Severity.WARNING}
    assert "not-yet" not in library.prompts
    assert len(library.prompts) == len(read_with({SET: small(SET)})[0].prompts)
    assert render_site(Site.of(library))


def test_mistake_of_a_published_prompt_beside_a_draft(read_with: Read) -> None:
    """What stands before and behind a draft in its file is no draft."""
    after = DRAFT_PROMPT.replace("not-yet", "after-it").replace("    status: draft\n", "")
    _, problems = read_with({SET: prompts(DRAFT_PROMPT + after)})
    line = prompts(DRAFT_PROMPT).count("\n") + 1
    errors = [p for p in problems.sorted if p.severity is Severity.ERROR]
    assert errors
    assert all(p.location.line >= line for p in errors), errors


def test_many_drafts(read_with: Read) -> None:
    """Hundreds of drafts with mistakes, as an import makes them, are warnings to the last."""
    many = "".join(DRAFT_PROMPT.replace("not-yet", f"not-yet-{n}") for n in range(90))
    library, problems = read_with({SET: prompts(many)})
    assert not problems.has_errors
    assert all(p.severity is Severity.WARNING for p in problems.sorted)
    assert not [i for i in library.prompts if i.startswith("not-yet")]


@pytest.mark.parametrize("name", ["aaa-early", "zzz-late"])
def test_draft_takes_nobodys_id(read_with: Read, name: str) -> None:
    """A draft with the id of a published prompt is told, wherever the two stand."""
    path = f"prompts/{name}.yaml"
    library, problems = read_with({path: own(small(SET), status="draft")})
    taken = [p for p in problems.sorted if p.rule == "id-is-unique"]
    assert {p.location.path for p in taken} == {f"content/{path}"}
    assert not problems.has_errors, problems.sorted
    assert library.prompts["five-sounds"].status == "published"
    assert render_site(Site.of(library))


UNREADABLE = 'title: "open\nstatus: draft\nprompts:\n  - id: lost-one\n    title: Lost\n'


@pytest.mark.parametrize("draft", [prompts(DRAFT_PROMPT), UNREADABLE], ids=["broken", "no YAML"])
def test_references_that_vanish_with_a_draft(read_with: Read, draft: str) -> None:
    """A pair, a sheet or a related guide that is a draft with mistakes is left off the page."""
    name = "not-yet" if "not-yet" in draft else "lost-one"
    pairs = small(SET).replace("pairs_with: [what-weighs]", f"pairs_with: [{name}]")
    assert name in pairs
    files = {SET: pairs, "prompts/a-draft.yaml": draft}
    if name == "not-yet":
        files = {SET: pairs.rstrip("\n") + "\n" + DRAFT_PROMPT}
    library, problems = read_with(files)
    assert not problems.has_errors, problems.sorted
    assert render_site(Site.of(library))


def test_sheet_and_guide_that_vanish(read_with: Read) -> None:
    """The same for a worksheet that goes with a prompt and a guide that is related."""
    broken = "status: draft\ncolour: red\n"
    prompt = small(SET).replace("  - id: ", "  - worksheet: sheet-draft\n    id: ", 1)
    guide = yaml.load(small("techniques/lists.yaml"), yaml.BaseLoader)
    guide["related"] = ["guide-draft"]
    library, problems = read_with({
        SET: prompt,
        "techniques/lists.yaml": yaml.safe_dump(guide, sort_keys=False),
        "techniques/guide-draft.yaml": small("techniques/lists.yaml") + broken,
        "worksheets/sheet-draft.yaml": small("worksheets/three-lines.yaml") + broken,
    })  # fmt: skip
    assert not problems.has_errors, problems.sorted
    assert render_site(Site.of(library))


@pytest.mark.parametrize("text", [UNREADABLE, own(small(SET), status="draft", colour="red")])
def test_what_is_published_cannot_need_a_draft(read_with: Read, text: str) -> None:
    """A packet that names a prompt of a broken draft is told so; nothing else stops."""
    ids = [line.split("id: ")[1] for line in text.splitlines() if "- id: " in line]
    changed = text.replace(f"id: {ids[0]}\n", "id: lost-one\n")
    packet = yaml.load(small("packets/first-week.yaml"), yaml.BaseLoader)
    packet["items"][0]["prompt"] = "lost-one"
    files = {"prompts/a-draft.yaml": changed,
             "packets/first-week.yaml": yaml.safe_dump(packet, sort_keys=False)}  # fmt: skip
    _, problems = read_with(files)
    errors: list[Problem] = [p for p in problems.sorted if p.severity is Severity.ERROR]
    assert [(p.location.path, p.rule) for p in errors] == [
        ("content/packets/first-week.yaml", "named-entry-is-shown")
    ]


def test_drafts_that_stand_on_a_draft(read_with: Read) -> None:
    """A sound set of drafts whose guide is a draft with mistakes is left out with it."""
    guide = own(small("techniques/lists.yaml"), status="draft", colour="red")
    text = own(small(SET), status="draft", technique="guide-draft")
    for line in text.splitlines():
        if line.startswith("- id: "):
            text = text.replace(line, f"{line}-anew")
    library, problems = read_with(
        {"techniques/guide-draft.yaml": guide, "prompts/on-it.yaml": text}
    )
    assert not problems.has_errors, problems.sorted
    assert "on-it" not in library.prompt_sets
    assert render_site(Site.of(library))
