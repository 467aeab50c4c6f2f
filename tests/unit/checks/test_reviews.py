"""What nobody has reviewed is counted, and refused for those who ask."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.checks.reviews import unreviewed
from generator.cli import main
from generator.content.edition_id import Edition
from generator.places import Places
from generator.reading import read

CONTENT = Path(__file__).parents[2] / "content"
TODAY = date(2026, 6, 1)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    shutil.copytree(CONTENT, tmp_path / "content")
    shutil.copy(CONTENT.parents[1] / "mkdocs.yml", tmp_path)
    return Places(tmp_path, Edition())


def review(places: Places, name: str) -> None:
    file = places.content / name
    text = file.read_text("utf-8")
    added = "reviewed_by: [{name: B. Reader, role: psychologist}]\n  reviewed_on: 2026-05-20\n  due"
    file.write_text(text.replace("due", added, 1), "utf-8")


def test_unreviewed_texts_are_counted(places: Places) -> None:
    """Each kind by itself; a review of a set counts for its prompts, and drafts do not count."""
    library, problems = read(places, TODAY)
    assert not problems.found
    before = unreviewed(library)
    assert before["prompt"] == len(library.prompts)
    assert before["technique"] == 1
    review(places, "prompts/first-lists.yaml")
    review(places, "techniques/lists.yaml")
    library, problems = read(places, TODAY)
    assert not problems.found
    after = unreviewed(library)
    assert "prompt" not in after
    assert "technique" not in after
    assert after["packet"] == before["packet"]


def test_unreviewed_texts_are_refused_on_request(places: Places) -> None:
    """`text-is-reviewed` names each of them at its file."""
    library, problems = read(places, TODAY, requested={"text-is-reviewed"})
    assert len(problems.found) == sum(unreviewed(library).values())
    assert {problem.rule for problem in problems.found} == {"text-is-reviewed"}


def test_check_says_how_many(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    """`check` is content and says the number; `check --reviewed` is not."""
    monkeypatch.chdir(places.root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780300000")
    plain = CliRunner().invoke(main, ["check"])
    assert plain.exit_code == 0
    assert "Nobody has reviewed yet: 1 technique" in plain.output
    asked = CliRunner().invoke(main, ["check", "--reviewed"])
    assert asked.exit_code == 1
    assert "[text-is-reviewed]" in asked.output
    assert "Nobody has reviewed yet" not in asked.output
