"""Turns of phrase are found as people write them, and not inside of other words."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.checks.phrases import phrases, same_advice, spoken
from generator.content.edition_id import Edition
from generator.content.passages import Passage, Voice
from generator.places import Places
from generator.reading import read

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture
def passage(tmp_path: Path) -> Callable[[str], Passage]:
    """Makes a passage of any text."""
    shutil.copytree(CONTENT, tmp_path / "content")
    library = read(Places(tmp_path, Edition()), date(2026, 6, 1))[0]
    entry = library.entries["technique", "lists"]
    return lambda text: Passage(entry, ("privacy",), text, Voice.READER)


LOOKED_FOR = phrases({"self harm": "one", "you must|should": "two", "cure|cures": "three"})
DENIABLE = phrases(same_advice("", "cure|cures", "you have to"), not_if_denied=True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("About self-harm.", [("self-harm", "one")]),
        ("About Self\nharm.", [("Self\nharm", "one")]),
        ("You should rest, and you must not.",
         [("You should", "two"), ("you must", "two")]),
        ("A secure place, obscured.", []),
        ("Yourself harmed nobody.", []),
    ],
)  # fmt: skip
def test_found_as_written(
    passage: Callable[[str], Passage], text: str, found: list[tuple[str, str]]
) -> None:
    """Case, hyphens and line ends make no difference; whole words only, in the text's order."""
    assert list(LOOKED_FOR.find(passage(text))) == found


@pytest.mark.parametrize("text", ["It is no cure.", "You don't have to, and it never cures."])
def test_denied_is_fine(passage: Callable[[str], Passage], text: str) -> None:
    """Saying that something is not so promises nothing."""
    assert list(DENIABLE.find(passage(text))) == []


def test_denial_ends_with_its_sentence(passage: Callable[[str], Passage]) -> None:
    """A 'not' of the sentence before excuses nothing."""
    assert list(DENIABLE.find(passage("It is not long. It cures."))) == [("cures", "")]


def test_other_languages_are_left_alone(tmp_path: Path) -> None:
    """English words are looked for in English editions only."""
    shutil.copytree(CONTENT, tmp_path / "content")
    (tmp_path / "content/locales/es").mkdir(parents=True)
    places = Places(tmp_path, Edition(locale="es"))
    library = read(places, date(2026, 6, 1))[0]
    assert library.passages
    assert list(spoken(library, Voice)) == []
