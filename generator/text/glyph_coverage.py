"""Letters: which characters the fonts of printed sheets have a glyph for, and what stands in.

The coverage is a list of code point ranges beside the fonts, so that no font has to be opened to
check a text.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path

COVERAGE = Path(__file__).parent.parent / "theme" / "fonts" / "letters.txt"
"""A line for each font: its name, then ranges of code points in hexadecimal."""
OWN = "AtkinsonHyperlegibleNext"
"""The font that sheets are set in; all others stand in for it."""
HEADINGS = "Newsreader"
"""The font of their headings."""


def lacking(text: str) -> tuple[str, ...]:
    """The characters of the text that cannot be printed, each once, in their order.

    A character that a common spelling stands for (a no-break hyphen, a full-width digit) can be
    printed, and one without a shape of its own, such as a joiner, is never missed.
    """
    if text.isascii():
        return ()
    return tuple(dict.fromkeys(c for c in _composed(text) if _printed(c) is None))


def settable(text: str) -> str:
    """The text in characters that the fonts have; those that are lacking are left out."""
    if text.isascii():
        return text
    kept = "".join(_printed(c) or "" for c in _composed(text))
    kept = " ".join(kept.split()).strip(_LEFT_OVER) if lacking(text) else kept
    # An accent can have come to stand behind another letter, and be one character with it.
    return kept if _composed(kept) == kept else settable(_composed(kept))


def borrowed(text: str, font: str = OWN) -> str:
    """The letters and accents of the text that only another font than this one has.

    A word that has one is set in the other font as a whole: an accent of one font on a letter of
    another can be lost.
    """
    if text.isascii():
        return ""
    found = {c for c in text if ord(c) not in _coverage()[font]}
    return "".join(sorted(c for c in found if unicodedata.category(c)[0] in "LM"))


def only_in(font: str, text: str) -> str:
    """The text in characters of one font of COVERAGE; the others are left out."""
    has = _coverage()[font]
    kept = "".join(c for c in settable(text) if ord(c) in has)
    return " ".join(kept.split()).strip(_LEFT_OVER)


def _composed(text: str) -> str:
    """What is seen of it, with letters and accents as one character where Unicode has it (NFC)."""
    return unicodedata.normalize("NFC", "".join(c for c in text if not _is_invisible(c)))


@lru_cache(maxsize=4096)
def _printed(character: str) -> str | None:
    """What is printed for a character; None if nothing can be."""
    if character in _HYPHENS:
        return "-"
    if character in "\n\t" or ord(character) in _covered():
        return character
    simpler = unicodedata.normalize("NFKC", character)
    if simpler != character and all(ord(c) in _covered() for c in simpler):
        return simpler
    return None


def _is_invisible(character: str) -> bool:
    """Whether a reader sees nothing of it: joiners, direction marks, variation selectors."""
    if character in _SHAPING:
        return False
    return unicodedata.category(character) == "Cf" or 0xFE00 <= ord(character) <= 0xFE0F


@lru_cache(maxsize=1)
def _covered() -> frozenset[int]:
    return frozenset[int]().union(*_coverage().values())


@lru_cache(maxsize=1)
def _coverage() -> dict[str, frozenset[int]]:
    found = {}
    for line in COVERAGE.read_text("ascii").splitlines():
        name, *ranges = line.split()
        ends = ((int(a, 16), int(b or a, 16)) for a, _, b in (r.partition("-") for r in ranges))
        found[name] = frozenset(code for first, last in ends for code in range(first, last + 1))
    return found


_HYPHENS = "\u2010\u2011"
"""Written by word processors in numbers; the sheets' own font has only the usual one."""
_SHAPING = "\u200c"
"""The non-joiner: Persian words are spelt with it."""
_LEFT_OVER = " ·,"
"""What is at the ends of a text once the words beside it are left out."""
