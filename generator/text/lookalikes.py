"""Look-alike characters in ids, codes and dates: curly quotes, and other spaces and hyphens.

Word processors and phones insert them by themselves. In running text they are right; in an id,
a code or a date they keep it from being recognised, and some look exactly like the right ones.
"""

from __future__ import annotations

import re

from generator.text.characters import special_in, with_ordinary

LONGEST = 200
"""Characters; no id, code or date is longer."""
_QUOTES = re.compile(r"^[“”„‟‘’‚‛«»‹›]+|[“”„‟‘’‚‛«»‹›]+$")


def plain_word(word: str) -> str:
    """The word without curly quotes around it, its spaces and hyphens as U+0020 and U+002D."""
    return _QUOTES.sub("", with_ordinary(word).strip()).strip()


def lookalikes_in(word: str) -> str:
    """A phrase that names what `plain_word` changes; empty if nothing, or for a word too long."""
    if len(word) > LONGEST:
        return ""
    found = []
    if quotes := "".join(_QUOTES.findall(with_ordinary(word).strip())):
        found.append(f"the curly quote {'mark' if len(quotes) == 1 else 'marks'} {quotes}")
    if sign := special_in(word):
        what = "hyphen" if with_ordinary(sign) == "-" else "space"
        found.append(f"the {what} of another kind (U+{ord(sign):04X})")
    return " and ".join(found)
