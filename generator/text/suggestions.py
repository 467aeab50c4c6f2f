"""“Did you mean” suggestions (nearest known word by difflib), lists of names, and slugs."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Collection, Iterable
from typing import Any

from generator.text.lookalikes import lookalikes_in, plain_word

# Latin letters that NFKD does not decompose, with their transliteration.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
    | {"ŧ": "t", "ŋ": "n", "ĸ": "k", "'": "", "’": ""}
)
LONGEST_WORD = 200
"""Characters; no name is longer, and nobody meant a known word by so many."""
MOST_NAMES = 60
"""Names that a list gives; of the rest it gives the number."""
_RUN_TOGETHER = (
    "Here names have run together: give each a line of its own that begins with a dash, "
    "and line the dashes up."
)
_MOST_PIECES = 8


def suggestion(word: str, known: Collection[str]) -> str:
    """A sentence with the nearest known word, or with how to write it plainly, or that several ran
    together; empty if none."""
    if " " in word[:LONGEST_WORD] and as_id(word) not in known:
        pieces = [piece for piece in word[:LONGEST_WORD].split() if piece.strip("-")]
        if 1 < len(pieces) <= _MOST_PIECES and all(nearest(piece, known) for piece in pieces):
            return _RUN_TOGETHER
    near = nearest(plain_word(word), known)
    plainer = without_lookalikes(word) if near and near == plain_word(word) else ""
    return plainer or (f'Did you mean "{near}"?' if near else "")


def nearest(word: str, known: Iterable[str]) -> str:
    """The most similar known word (difflib ratio of 0.6 or more); empty if none is."""
    if len(word) > LONGEST_WORD:
        return ""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return near[0] if near else ""


def listed(names: Iterable[str]) -> str:
    """The names joined by commas; of more than MOST_NAMES the first, and how many more."""
    known = list(names)
    more = len(known) - MOST_NAMES
    return ", ".join(known[:MOST_NAMES]) + (f" and {more:,} more" if more > 0 else "")


def as_id(value: Any) -> str:
    """Slug: lower-case ASCII letters and digits, words joined by hyphens; may be empty."""
    letters = unicodedata.normalize("NFKD", str(value).casefold().translate(_LETTERS))
    plain = "".join(c for c in letters if not unicodedata.combining(c))
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in plain).split()
    return "-".join(words)


def without_lookalikes(value: Any) -> str:
    """A sentence on how to write it without look-alike characters; empty if it has none."""
    signs = lookalikes_in(value) if isinstance(value, str) else ""
    return f"Write {plain_word(value)}, without {signs}." if signs else ""
