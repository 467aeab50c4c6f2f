"""A translation is asked whether it is whole, current and read by somebody."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.content.edition_id import Edition
from generator.places import Places
from generator.problems import Problem
from generator.reading import read

CONTENT = Path(__file__).parents[2] / "content"
SET = "prompts/first-lists.yaml"
REVIEW = {
    "written_by": "T. Ranslator", "written_on": "2026-05-30", "due_on": "2027-05-01",
    "reviewed_by": [{"name": "L. Ectora", "role": "psicóloga"}], "reviewed_on": "2026-05-31",
}  # fmt: skip


@pytest.fixture
def about_the_set(tmp_path: Path) -> Callable[..., list[Problem]]:
    """What is found about the set of prompts, if this is its translation."""
    shutil.copytree(CONTENT, tmp_path / "content")

    def found(translation: dict[str, object] | None, locale: str = "es") -> list[Problem]:
        file = tmp_path / "content/locales/es" / SET
        file.parent.mkdir(parents=True, exist_ok=True)
        if translation is not None:
            file.write_text(yaml.safe_dump(translation, allow_unicode=True), "utf-8")
        problems = read(Places(tmp_path, Edition(locale=locale)), date(2026, 6, 1))[1]
        return [p for p in problems.sorted if p.location.path.endswith(SET)]

    return found


def translation(**change: object) -> dict[str, object]:
    """The whole set in words that could be Spanish."""
    entry = yaml.load((CONTENT / SET).read_text("utf-8"), yaml.BaseLoader)
    texts = ("title", "task", "text", "purpose", "starter", "follow_ups")
    prompts = [
        {"id": prompt["id"], **{name: prompt[name] for name in texts if name in prompt}}
        for prompt in entry["prompts"]
    ]
    whole = {"title": entry["title"], "summary": entry["summary"], "prompts": prompts}
    return whole | {"review": REVIEW} | change


def rules(found: list[Problem]) -> list[str]:
    return [problem.rule for problem in found]


def test_whole_translation_is_fine(about_the_set: Callable[..., list[Problem]]) -> None:
    """With every text and a review of its own, nothing is left to say."""
    assert about_the_set(translation()) == []


def test_entry_without_a_translation_is_told(about_the_set: Callable[..., list[Problem]]) -> None:
    """English among other words is a warning, and none in the English edition."""
    assert rules(about_the_set(None)) == ["translation-is-whole"]
    assert about_the_set(None, locale="en") == []


def test_text_that_is_missing_is_told(about_the_set: Callable[..., list[Problem]]) -> None:
    """The first text that is still English is pointed at, in the file where it stands."""
    half = translation()
    half["prompts"] = half["prompts"][:1]  # type: ignore[index]
    (problem,) = about_the_set(half)
    assert problem.rule == "translation-is-whole"
    assert problem.location.path == f"content/{SET}"


def test_translation_that_nobody_read_is_refused(
    about_the_set: Callable[..., list[Problem]],
) -> None:
    """What a program translated does not reach readers."""
    unread = {name: REVIEW[name] for name in ("written_by", "written_on", "due_on")}
    assert rules(about_the_set(translation(review=unread))) == ["translation-is-reviewed"]
    bare = translation()
    del bare["review"]
    assert rules(about_the_set(bare)) == ["translation-is-reviewed"]


def test_translation_older_than_its_source_is_told(
    about_the_set: Callable[..., list[Problem]],
) -> None:
    """A source that was written anew asks for another look."""
    old = REVIEW | {"written_on": "2020-01-01"}
    assert rules(about_the_set(translation(review=old))) == ["translation-is-current"]
