"""Other forms of words that people type into a search which only knows beginnings of words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping

_WORD = re.compile(r"[^\W\d_]{4,}")
_NO_NOUN = ("ed", "ing", "ly", "ful", "s")


def variants(texts: Iterable[str], language: str) -> tuple[str, ...]:
    """Forms that a word has and that its own beginning does not find: plurals, no accents.

    The search finds "letters" by "letter", and not "letter" by "letters".
    """
    words = list(dict.fromkeys(w.casefold() for t in texts for w in _WORD.findall(t)))
    known = set(words)
    other = (form for word in words for form in _forms(word, language))
    return tuple(form for form in dict.fromkeys(other) if form not in known)


def _forms(word: str, language: str) -> Iterable[str]:
    plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    if plain != word:
        yield plain
    more = _NUMBERS.get(language.partition("-")[0])
    yield from more(word) if more else ()


def _english(word: str) -> Iterable[str]:
    if word.endswith("ies"):
        yield f"{word[:-3]}y"
    elif word.endswith(_NO_NOUN):
        return
    elif word.endswith("y") and word[-2] not in "aeiou":
        yield f"{word[:-1]}ies"
    else:
        yield f"{word}{'es' if word.endswith(('x', 'z', 'ch', 'sh')) else 's'}"


_NUMBERS: Mapping[str, Callable[[str], Iterable[str]]] = {"en": _english}
"""One and many, by language; a language that is not here is found as it is written."""
