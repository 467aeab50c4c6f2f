"""The letters of the typefaces: what the style sheet promises of each file is what it has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fontTools.ttLib import TTFont

from generator.render.assets import THEME

FACES = re.compile(r'src: url\("(fonts/[^"]+)"\)[^;]*;\s*unicode-range: ([^;]+);')
USUAL = 14_200
"""Bytes of a file of usual letters: two of them come with every first visit."""


def _codes(ranges: str) -> Iterator[int]:
    for part in ranges.replace("U+", "").split(","):
        first, _, last = part.strip().partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def test_each_file_has_the_letters_that_it_is_asked_for() -> None:
    """No browser fetches a file for a letter that is not in it, or shows one of another font."""
    faces = FACES.findall((THEME / "css/fonts.css").read_text("utf-8"))
    assert len(faces) == 4
    said = {name: set(_codes(ranges)) for name, ranges in faces}
    assert said == {name: set(TTFont(THEME / "static" / name).getBestCmap()) for name in said}
    for name, letters in said.items():
        if "-more" in name:
            usual = name.replace("-more", "")
            assert not letters & said[usual]
            assert (THEME / "static" / usual).stat().st_size <= USUAL


def test_usual_letters_are_those_of_nearly_all_that_is_written() -> None:
    """English, its marks, Spanish and Irish: a page in them asks for no second file."""
    text = "“Don’t”, ‘no’ – 12:30 … ¿Cuándo? ¡Sí, mañana! Ag Dé, Québec · › • pingüino"
    faces = dict(FACES.findall((THEME / "css/fonts.css").read_text("utf-8")))
    for name, ranges in faces.items():
        if "-more" not in name:
            assert not {*map(ord, text)} - {*_codes(ranges)}, name
