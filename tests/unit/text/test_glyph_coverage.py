"""Which letters printed sheets have, and what stands in for those that they lack."""

from __future__ import annotations

import importlib.util
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.glyph_coverage import COVERAGE, borrowed, lacking, settable

ROOT = Path(__file__).parents[3]


def test_coverage_is_that_of_the_fonts() -> None:
    """The list says of each committed font what is in its character map."""
    assert _tool().coverage() == COVERAGE.read_text("ascii")


@pytest.mark.parametrize(
    "text",
    ["Trường viết", "Київ, Łódź, Şişli", "Αθήνα", "Clinic → Calm", "Ärzte ✓ Zentrum",
     "Sofia’s № 5", "עזרה", "کمک می‌خواهم", "Հայերեն", "ქართული", "Ōtautahi", "♥ ★ ☐"],
)  # fmt: skip
def test_common_scripts_are_printed_as_they_are(text: str) -> None:
    """Nothing is lacking, and nothing is changed."""
    assert lacking(text) == ()
    assert settable(text) == text


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("(213) 555\u20110142", "(213) 555-0142"),
        ("\u202a555\u202c", "555"),
        ("Cafe\u0301", "Café"),
        ("１２３", "123"),
        ("a soft\u00adhyphen", "a softhyphen"),
        ("❤\ufe0f", "❤"),
    ],
)
def test_common_spelling_stands_in(text: str, printed: str) -> None:
    """What looks the same in other characters is printed in those, without a word."""
    assert lacking(text) == ()
    assert settable(text) == printed


def test_what_is_lacking_is_told_once_and_left_out() -> None:
    """Each sign once, in order; no double space and no stray dot stays behind."""
    assert lacking("雨 and 雪 and 雨") == ("雨", "雪")
    assert settable("🌧️ Rain") == "Rain"
    assert settable("希望 · Hope") == "Hope"
    assert settable("希望") == ""


@pytest.mark.parametrize("between", ["\N{SOFT HYPHEN}", "\N{ZERO WIDTH JOINER}", "\x1f", "雨"])
def test_accent_joins_the_letter_that_it_comes_to_stand_behind(between: str) -> None:
    """What is left out between them leaves no accent on its own, which two fonts would set."""
    assert settable(f"A{between}\u0323") == "\u1ea0"


def test_borrowed_letters_are_those_of_other_fonts() -> None:
    """Letters and accents count, signs do not: they need no neighbour of their own font."""
    assert borrowed("viết → café") == "ế"
    assert borrowed("plain") == ""


@pytest.mark.site
@given(st.text())
def test_what_is_settable_lacks_nothing(text: str) -> None:
    """Whatever was written, the rest can be printed, and is made of it."""
    assert lacking(settable(text)) == ()
    assert settable(settable(text)) == settable(text)
    if not lacking(text):
        folded = unicodedata.normalize("NFKC", settable(text))
        assert set(folded) <= set(unicodedata.normalize("NFKC", text)) | {"-"}


def _tool() -> Any:
    spec = importlib.util.spec_from_file_location("sheet_fonts", ROOT / "tools/sheet_fonts.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
