"""Signs that look like a quote mark, a space or a hyphen of the keyboard and are part of a word.

Word processors and phones put them in by themselves. In running text they are right; round an id,
a code or a date they keep it from being known, and two of them cannot be told from the right ones.
"""

from __future__ import annotations

import re

from generator.text.characters import special_in, with_ordinary

LONGEST = 200
"""No id, code or date is longer."""
_QUOTES = re.compile(r"^[“”„‟‘’‚‛«»‹›]+|[“”„‟‘’‚‛«»‹›]+$")


def plain_word(word: str) -> str:
    """The word without curly quote marks round it, and with ordinary spaces and hyphens only."""
    return _QUOTES.sub("", with_ordinary(word).strip()).strip()


def lookalikes_in(word: str) -> str:
    """What a word has that `plain_word` takes away, in words; empty if it has none of it."""
    if len(word) > LONGEST:
        return ""
    found = []
    if quotes := "".join(_QUOTES.findall(with_ordinary(word).strip())):
        found.append(f"the curly quote {'mark' if len(quotes) == 1 else 'marks'} {quotes}")
    if sign := special_in(word):
        what = "hyphen" if with_ordinary(sign) == "-" else "space"
        found.append(f"the {what} of another kind (U+{ord(sign):04X})")
    return " and ".join(found)
