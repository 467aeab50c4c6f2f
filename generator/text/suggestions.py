"""Words that were probably meant: the nearest known one, a list of them, a text as an id."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from typing import Any

from generator.text.lookalikes import lookalikes_in, plain_word

# Letters of Latin alphabets that are no other letter with an accent, as they are spelled without.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
    | {"ŧ": "t", "ŋ": "n", "ĸ": "k", "'": "", "’": ""}
)
LONGEST_WORD = 200
"""No name is longer; nobody meant to write a known word with so many letters."""
MOST_NAMES = 60


def suggestion(word: str, known: Iterable[str]) -> str:
    """What was probably meant, and what is wrong if that cannot be seen; or nothing."""
    near = nearest(plain_word(word), known)
    plainer = without_lookalikes(word) if near and near == plain_word(word) else ""
    return plainer or (f'Did you mean "{near}"?' if near else "")


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or nothing."""
    if len(word) > LONGEST_WORD:
        return ""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return near[0] if near else ""


def listed(names: Iterable[str]) -> str:
    """The names with commas between them; of very many the first, and how many more."""
    known = list(names)
    more = len(known) - MOST_NAMES
    return ", ".join(known[:MOST_NAMES]) + (f" and {more:,} more" if more > 0 else "")


def as_id(value: Any) -> str:
    """The text as an id, without accents; nothing if no character of it can stand in one."""
    letters = unicodedata.normalize("NFKD", str(value).casefold().translate(_LETTERS))
    plain = "".join(c for c in letters if not unicodedata.combining(c))
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in plain).split()
    return "-".join(words)


def without_lookalikes(value: Any) -> str:
    """How to write it with the signs of the keyboard, if it has any that look like them."""
    signs = lookalikes_in(value) if isinstance(value, str) else ""
    return f"Write {plain_word(value)}, without {signs}." if signs else ""
