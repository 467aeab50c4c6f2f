"""The rules of wording also look at pages written by hand and at the words of the program."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.content.edition_id import Edition
from generator.places import Places
from generator.problems import Problem
from generator.reading import read
from generator.site import words

CONTENT = Path(__file__).parents[2] / "content"
TODAY = date(2026, 6, 1)


@pytest.fixture
def found(tmp_path: Path) -> Callable[[str], list[str]]:
    """What is found on a page with this text, as `line:column rule`."""
    shutil.copytree(CONTENT, tmp_path / "content")
    (tmp_path / "content/pages").mkdir(exist_ok=True)

    def found(text: str) -> list[str]:
        (tmp_path / "content/pages/page.md").write_text(text, "utf-8")
        return [_short(p) for p in read(Places(tmp_path, Edition()), TODAY)[1].sorted]

    return found


def _short(problem: Problem) -> str:
    place = problem.location
    return f"{place.path}:{place.line}:{place.column} {problem.rule}"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("He committed suicide.", "3:4 suicide-is-spoken-of-safely"),
        ("A list will cure you.", "3:13 claim-is-modest"),
        ("A list improves sleep.", "3:8 effect-names-its-study"),
        ("You must write.", "3:1 wording-leaves-a-choice"),
        ("| a | for addicts |", "3:11 people-come-first"),
        ("- stop taking your medicine", "3:3 treatment-is-left-alone"),
        ("See [here](techniques/lists.md).", "3:6 link-says-where"),
        ("See https://example.org.", "3:5 address-is-behind-words"),
        ("[A shop](https://example.org/?utm_source=a)", "3:31 link-is-clean"),
        ("A walk prior to sleep.", "3:8 words-are-everyday"),
        (f"We {'very ' * 25}much like it.", "3:1 sentence-is-short"),
    ],
)
def test_page_is_held_to_the_rules(
    found: Callable[[str], list[str]], line: str, expected: str
) -> None:
    """A rule is broken on a page as it is in content, at its line and column."""
    assert found(f"# A page\n\n{line}\n") == [f"content/pages/page.md:{expected}"]


def test_page_for_colleagues_is_read_as_such(found: Callable[[str], list[str]]) -> None:
    """What is said to clinicians may use their words, and claims no more than elsewhere."""
    top = "---\nvoice: clinician\n---\n\n"
    assert found(f"{top}Clients may show dissociation.\n") == []
    assert found(f"{top}It will cure you.\n") == ["content/pages/page.md:5:9 claim-is-modest"]


def test_exception_of_a_page_gives_a_reason(found: Callable[[str], list[str]]) -> None:
    """A page may break a rule of wording for a reason, which has to be needed."""
    top = "---\nallow: [{rule: words-are-everyday, because: The word is explained here.}]\n---\n\n"
    assert found(f"{top}A walk prior to sleep.\n") == []
    assert found(f"{top}A walk.\n") == ["content/pages/page.md:2:1 exception-is-needed"]


def test_study_that_is_linked_is_named(found: Callable[[str], list[str]]) -> None:
    """A page names a study by linking to its place on the page of studies."""
    text = "A list [improved sleep](studies.md#scullin-2018).\n"
    assert found(text) == []


def test_words_of_the_program_are_held_to_the_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sentence in generator/locales that breaks a rule is found at its line and column."""
    shutil.copytree(CONTENT, tmp_path / "content")
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales/en.yaml").write_text(
        "crisis:\n  title: He committed suicide\nhome:\n  name: You must write.\n", "utf-8"
    )
    monkeypatch.setattr(words, "FOLDER", tmp_path / "locales")
    problems = read(Places(tmp_path, Edition()), TODAY)[1].sorted
    assert [_short(p) for p in problems] == [
        "generator/locales/en.yaml:2:13 suicide-is-spoken-of-safely",
        "generator/locales/en.yaml:4:9 wording-leaves-a-choice",
    ]


ALONE = "link-has-todays-title"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("| Low | [Three lines](worksheets/three-lines.md) |", []),
        ("| Low | [three lines](worksheets/three-lines.md), [Old](prompts/five-sounds.md) |",
         ["3:52"]),
        ("- [An old title](worksheets/three-lines.md)", ["3:4"]),
        ("1. [An old title](worksheets/three-lines.md); [Three lines](worksheets/three-lines.md).",
         ["3:5"]),
        ("| Low | [An old title](worksheets/three-lines.md#research) when steady |", []),
        ("- Try [an old title](worksheets/three-lines.md).", []),
        ("[An old title](worksheets/three-lines.md)", []),
        ("- [Making lists](techniques/lists.md)", []),
    ],
)  # fmt: skip
def test_a_link_that_stands_alone_has_the_title_of_today(
    found: Callable[[str], list[str]], line: str, expected: list[str]
) -> None:
    """Alone in a cell or an item of a list, words are meant as the title; else nobody knows."""
    titles = [p for p in found(f"# A page\n\n{line}\n") if p.endswith(ALONE)]
    assert titles == [f"content/pages/page.md:{place} {ALONE}" for place in expected]


@pytest.mark.parametrize(
    ("of", "patch"),
    [
        ("worksheets/three-lines.yaml", "title: Our three lines\n"),
        ("prompts/first-lists.yaml", "prompts: [{id: five-sounds, title: Our five sounds}]\n"),
    ],
)
def test_clinics_title_is_asked_of_its_own_pages(tmp_path: Path, of: str, patch: str) -> None:
    """Links of the library keep its title, which the clinic cannot change; its own do not."""
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    page = "# A page\n\n- [Three lines](worksheets/three-lines.md)\n- [Five sounds]"
    for folder, name in ((content, "one"), (content / "clinics/default", "two")):
        (folder / "pages").mkdir(exist_ok=True)
        (folder / f"pages/{name}.md").write_text(f"{page}(prompts/five-sounds.md)\n", "utf-8")
    file = content / "clinics/default" / of
    file.parent.mkdir()
    file.write_text(patch, "utf-8")
    problems = read(Places(tmp_path, Edition()), TODAY)[1].sorted
    told = [p.location.path for p in problems if p.rule == ALONE]
    assert told == ["content/clinics/default/pages/two.md"]
