"""Languages that no site is built in are told, and so is what is wrong in their files."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.checks.translations import check_words
from generator.content.edition_id import Edition
from generator.content.layers.entry import entry_from
from generator.content.reading.source import Source, parse_source
from generator.places import Places
from generator.problems import Problem, Problems, Severity
from generator.reading import read
from generator.site.words import words_entry

CONTENT = Path(__file__).parents[2] / "content"
TODAY = date(2026, 6, 1)
ProblemsOf = Callable[..., tuple[Problem, ...]]
CLINIC = "clinics/default/clinic.yaml"


@pytest.mark.parametrize(
    ("languages", "column"), [("[en]", None), ("[en, es]", 17), ("[de]", 13), ("[zh-Hant, en]", 13)]
)
def test_languages_of_a_clinic(problems_of: ProblemsOf, languages: str, column: int | None) -> None:
    """A clinic that asks for a site in Spanish is told that it gets none."""
    text = (CONTENT / CLINIC).read_text("utf-8")
    assert "languages: [en]" in text
    found = problems_of({CLINIC: text.replace("languages: [en]", f"languages: {languages}")})
    expected = [("language-is-built", Severity.ERROR, column)] if column else []
    assert [(p.rule, p.severity, p.location.column) for p in found] == expected


GOOD = "title: Lista\n"


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("techniques/lists.yaml", GOOD, []),
        ("techniques/lists.yaml", 'title: "Lista\n', [(1, "quotes-are-closed")]),
        ("techniques/lists.yaml", "titel: Lista\n", [(1, "key-is-known")]),
        ("techniques/listas.yaml", GOOD, [(1, "changed-entry-exists")]),
        ("techniken/lists.yaml", GOOD, [(1, "file-is-in-its-place")]),
        ("techniques/lists.yaml", "title: L\n", [(1, "text-has-room")]),
    ],
)
def test_translations_are_looked_at(
    problems_of: ProblemsOf, path: str, text: str, expected: list[tuple[int, str]]
) -> None:
    """A folder of translations is a warning, and what is wrong in its files is told as ever."""
    found = problems_of({f"locales/es/{path}": text})
    folder = [p for p in found if p.location.path == "content/locales/es"]
    assert [(p.rule, p.severity) for p in folder] == [("language-is-built", Severity.WARNING)]
    errors = [(p.location.line, p.rule) for p in found if p.severity is Severity.ERROR]
    assert len(errors) == len(expected)
    assert [line for line, _ in errors] == [line for line, _ in expected]


def test_folder_of_no_language(problems_of: ProblemsOf) -> None:
    """A folder that is named for no language is out of its place."""
    found = problems_of({"locales/spanish-words/techniques/lists.yaml": GOOD})
    assert [p.rule for p in found] == ["file-is-in-its-place"]


def test_edition_of_the_language_has_no_warning(tmp_path: Path) -> None:
    """Where the edition is built, its folder is read with it."""
    shutil.copytree(CONTENT, tmp_path / "content")
    (tmp_path / "content/locales/es/techniques").mkdir(parents=True)
    (tmp_path / "content/locales/es/techniques/lists.yaml").write_text(GOOD, "utf-8")
    problems = read(Places(tmp_path, Edition(locale="es")), TODAY)[1]
    assert "language-is-built" not in {p.rule for p in problems.sorted}


def test_missing_words_are_told_at_once(tmp_path: Path) -> None:
    """Every word that a language lacks is named with its English, at its place in the file."""
    shutil.copytree(CONTENT, tmp_path / "content")
    library = read(Places(tmp_path, Edition()), TODAY)[0]
    english = words_entry("en")
    assert english is not None
    source = english.traces[0].source
    text = source.text.replace('  meets: "Meets: {words}"\n', "")
    text = text.replace("  not_on:", "  nicht_on:")
    assert text.count("\n") == source.text.count("\n") - 1
    changed = parse_source(text.encode(), shown_as="es.yaml", problems=Problems())
    assert isinstance(changed, Source)
    spanish = dataclasses.replace(
        library, edition=Edition(locale="es"), words=entry_from("words", "es", "", changed)
    )
    problems = Problems()
    check_words(spanish, problems)
    assert [p.rule for p in problems.sorted] == ["words-are-whole"] * 2
    assert [p.message.split('"')[1] for p in problems.sorted] == [
        "meetings.meets",
        "meetings.not_on",
    ]
    line = text.split("\n").index("meetings:") + 1
    assert {p.location.line for p in problems.sorted} == {line}
