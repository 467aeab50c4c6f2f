"""Glyph coverage of the fonts of printed sheets, and fallback characters for what they lack.

Coverage is read from a list of code point ranges beside the fonts, so that no font has to be opened
to check a text.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path

COVERAGE = Path(__file__).parent.parent / "theme" / "fonts" / "letters.txt"
"""A line for each font: its name, then inclusive ranges of code points in hexadecimal."""
OWN = "AtkinsonHyperlegibleNext"
"""The font that sheets are set in; all others are fallbacks."""
HEADINGS = "Newsreader"
"""The font of their headings."""


def lacking(text: str) -> tuple[str, ...]:
    """The characters of the text that no font has a glyph for, each once, in their order.

    A character with a substitute (a hyphen for a no-break hyphen, NFKC for a full-width digit) is
    not among them, nor one without a glyph of its own, such as a joiner.
    """
    if text.isascii():
        return ()
    return tuple(dict.fromkeys(c for c in _composed(text) if _printed(c) is None))


def settable(text: str) -> str:
    """The text in NFC with substitutes, without characters that no font has a glyph for."""
    if text.isascii():
        return text
    printable = "".join(_printed(c) or "" for c in _composed(text))
    printable = " ".join(printable.split()).strip(_LEFT_OVER) if lacking(text) else printable
    # An accent can now follow another letter, and compose with it.
    return printable if _composed(printable) == printable else settable(_composed(printable))


def borrowed(text: str, font: str = OWN) -> str:
    """The letters and marks (Unicode L and M) of the text that this font lacks, sorted, each once.

    A word that has one is set in a fallback font as a whole: an accent of one font on a letter of
    another can be lost.
    """
    if text.isascii():
        return ""
    uncovered = {c for c in text if ord(c) not in _coverage()[font]}
    return "".join(sorted(c for c in uncovered if unicodedata.category(c)[0] in "LM"))


def covered_by(font: str, text: str) -> str:
    """The `settable` text without characters that this font of COVERAGE has no glyph for."""
    covered = _coverage()[font]
    printable = "".join(c for c in settable(text) if ord(c) in covered)
    return " ".join(printable.split()).strip(_LEFT_OVER)


def _composed(text: str) -> str:
    """The text in NFC, without invisible characters."""
    return unicodedata.normalize("NFC", "".join(c for c in text if not _is_invisible(c)))


@lru_cache(maxsize=4096)
def _printed(character: str) -> str | None:
    """The character, or its substitute (a hyphen, its NFKC form); None if no font has either."""
    if character in _HYPHENS:
        return "-"
    if character in "\n\t" or ord(character) in _covered():
        return character
    compatible = unicodedata.normalize("NFKC", character)
    if compatible != character and all(ord(c) in _covered() for c in compatible):
        return compatible
    return None


def _is_invisible(character: str) -> bool:
    """Whether it has no glyph: format characters (Cf) and variation selectors, but no ZWNJ."""
    if character in _SHAPING:
        return False
    return unicodedata.category(character) == "Cf" or 0xFE00 <= ord(character) <= 0xFE0F


@lru_cache(maxsize=1)
def _covered() -> frozenset[int]:
    return frozenset[int]().union(*_coverage().values())


@lru_cache(maxsize=1)
def _coverage() -> dict[str, frozenset[int]]:
    """Code points by font."""
    coverage = {}
    for line in COVERAGE.read_text("ascii").splitlines():
        name, *ranges = line.split()
        ends = ((int(a, 16), int(b or a, 16)) for a, _, b in (r.partition("-") for r in ranges))
        coverage[name] = frozenset(code for first, last in ends for code in range(first, last + 1))
    return coverage


_HYPHENS = "\u2010\u2011"
"""Written by word processors in numbers; the sheets' own font has only the usual one."""
_SHAPING = "\u200c"
"""Zero width non-joiner: Persian words are spelt with it."""
_LEFT_OVER = " ·,"
"""Separators to strip from both ends, where the words beside them are left out."""
