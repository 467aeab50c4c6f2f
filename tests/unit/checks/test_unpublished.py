"""A draft or archived entry is neither shown nor pointed at by what is shown."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.content.edition_id import Edition
from generator.content.models.review import Status
from generator.places import Places
from generator.reading import read

CONTENT = Path(__file__).parents[2] / "content"
TODAY = date(2026, 2, 1)

SET = "prompts/first-lists.yaml"
TECHNIQUE = "techniques/lists.yaml"
STUDY = "studies/scullin-2018.yaml"
SHEET = "worksheets/three-lines.yaml"
LINE = "resources/crisis-line/night-line.yaml"


def found(tmp_path: Path, *drafts: str, **changed: tuple[str, str]) -> list[tuple[str, str]]:
    """Rule and place of each error once the named files are drafts."""
    root = tmp_path / "project"
    shutil.copytree(CONTENT, root / "content")
    for name in drafts:
        file = root / "content" / name
        file.write_text(f"status: draft\n{file.read_text('utf-8')}", encoding="utf-8")
    for before, after in changed.values():
        file = root / "content" / SET
        text = file.read_text("utf-8")
        assert before in text
        file.write_text(text.replace(before, after), encoding="utf-8")
    problems = read(Places(root, Edition()), TODAY)[1]
    return [
        (problem.rule, f"{problem.location.path.removeprefix('content/')}:{problem.location.line}")
        for problem in problems.sorted
        if problem.rule == "named-entry-is-shown"
    ]


def line_of(name: str, text: str) -> int:
    """The line of the untouched file that holds the text."""
    lines = (CONTENT / name).read_text("utf-8").split("\n")
    return next(number for number, line in enumerate(lines, start=1) if text in line)


@pytest.mark.parametrize(
    ("draft", "places"),
    [
        (TECHNIQUE, [(SET, "technique: lists"), (SHEET, "technique: lists")]),
        (STUDY, [(SET, "evidence: [scullin-2018]"), (TECHNIQUE, "](study:scullin-2018)"),
                 (TECHNIQUE, "studies: [scullin-2018]")]),
        (LINE, [("clinics/default/clinic.yaml", "lines: [night-line]")]),
    ],
)  # fmt: skip
def test_what_is_shown_cannot_need_a_draft(
    tmp_path: Path, draft: str, places: list[tuple[str, str]]
) -> None:
    """Wherever something published needs a draft, that place is named."""
    expected = {("named-entry-is-shown", f"{name}:{line_of(name, text)}") for name, text in places}
    assert expected <= set(found(tmp_path, draft))


def test_drafts_may_name_drafts(tmp_path: Path) -> None:
    """A draft may lead to a draft: they are published together."""
    everything = [path.relative_to(CONTENT).as_posix() for path in CONTENT.glob("packets/*.yaml")]
    assert found(tmp_path, TECHNIQUE, SET, SHEET, *everything) == []


def test_lists_of_more_leave_drafts_out(tmp_path: Path) -> None:
    """Pairs are suggestions: one that is not shown is left out, and nothing is wrong."""
    last = ("  - id: what-weighs\n", "  - id: what-weighs\n    status: draft\n")
    packets = [path.relative_to(CONTENT).as_posix() for path in CONTENT.glob("packets/*.yaml")]
    assert found(tmp_path, *packets, last=last) == []


def test_draft_set_hides_its_prompts(tmp_path: Path) -> None:
    """No prompt of a draft set is shown, even if it calls itself published."""
    root = tmp_path / "project"
    shutil.copytree(CONTENT, root / "content")
    file = root / "content" / SET
    text = file.read_text("utf-8").replace(
        "    title: Five", "    status: published\n    title: Five"
    )
    file.write_text(f"status: draft\n{text}", encoding="utf-8")
    prompts = read(Places(root, Edition()), TODAY)[0].prompts
    assert {prompt.status for prompt in prompts.values()} == {Status.DRAFT}
