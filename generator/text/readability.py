"""Readability of English: Flesch-Kincaid and SMOG grades, and a syllable counter.

Flesch-Kincaid grade: 0.39 words per sentence + 11.8 syllables per word - 15.59 (Kincaid 1975).
SMOG grade: 3.1291 + 1.0430 sqrt(30 words of three syllables or more per sentence)
(McLaughlin 1969). Both are grades of American schools, fitted to English prose. They see only
lengths: a text of short strange words scores well, and a score is no proof that anybody
understands. Below `FEWEST_WORDS` words a score says nothing.

Syllables are counted by groups of vowels with the usual silent endings. Against a pronouncing
dictionary that gave the right number for 99 of 100 words of our own guides and prompts, for which
the list of exceptions was made, and their sum to 1 in 100; hyphenation patterns, as some libraries
use, gave 94 and 4 too few.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, sqrt

FEWEST_WORDS = 40
"""Fewer words than this are not scored."""
LONG_WORD = 3
"""Least number of syllables of a word that SMOG counts as polysyllabic."""


@dataclass(frozen=True)
class ReadabilityCounts:
    """Counts of a text; `sentences` and `words` are at least 1."""

    sentences: int
    words: int
    syllables: int
    long_words: int

    @property
    def flesch_kincaid(self) -> float:
        """Flesch-Kincaid grade level (school years)."""
        per_sentence = self.words / self.sentences
        return 0.39 * per_sentence + 11.8 * self.syllables / self.words - 15.59

    @property
    def smog(self) -> float:
        """SMOG grade (school years)."""
        return 3.1291 + 1.0430 * sqrt(30 * self.long_words / self.sentences)


def written_grade(score: float) -> str:
    """A grade for a message, rounded up to a tenth: one above a limit never reads as the limit."""
    return f"{ceil(round(10 * score, 6)) / 10:.1f}"


# Memoized for rebuilds: after an edit nearly all texts are as they were.
@lru_cache(maxsize=4_000)
def ease(text: str) -> ReadabilityCounts:
    """The counts of a text; lists and paragraphs end sentences too."""
    return readability_counts(words(text), len(sentences(text)))


def readability_counts(tokens: list[str], sentences: int) -> ReadabilityCounts:
    """The counts of a text of these words in lower case, in that many sentences."""
    counts = [syllables(word) for word in tokens]
    return ReadabilityCounts(
        sentences=max(1, sentences),
        words=max(1, len(counts)),
        syllables=sum(counts),
        long_words=sum(1 for count in counts if count >= LONG_WORD),
    )


# Several rules look at the sentences of each text.
@lru_cache(maxsize=20_000)
def sentences(text: str) -> tuple[str, ...]:
    """Sentence tokenizer: list items and paragraphs end sentences; pieces without a letter drop."""
    return tuple(
        " ".join(found.split()) for found in _END.split(text) if found and _LETTER.search(found)
    )


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs and list items of a text; an item begins with its marker."""
    return tuple(part.strip() for part in _PARAGRAPH.split(text) if part.strip())


def words(text: str) -> list[str]:
    """Word tokenizer: lower case, without digits and punctuation; a hyphenated word is two."""
    parts = text.lower().translate(_SPACES).split()
    if "'" not in text and "’" not in text:
        return parts
    return [word for part in parts if (word := part.strip("'"))]


# A library has far fewer distinct words than words.
@lru_cache(maxsize=50_000)
def syllables(word: str) -> int:
    """Number of syllables of an English word in lower case, at least 1."""
    word = word.removesuffix("'s")
    for start in _WHOLE if word.startswith(_WHOLE) else ():
        if word.startswith(start) and len(word) > len(start) + 2:
            return syllables(start) + syllables(word[len(start) :])
    if word in _ODD:
        return _ODD[word]
    count = len(_VOWELS.findall(word)) + len(_APART.findall(word)) - len(_SILENT.findall(word))
    return max(1, count)


_END = re.compile(r"(?<=[.!?…])[\"'”’*_)]*(?=\s|$)|\n\s*\n|\n(?=\s*(?:[-*>]|[0-9]+\.)\s)")
_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*]|[0-9]+\.)\s)")
_LETTER = re.compile(r"[^\W\d_]")
_SPACES = str.maketrans(dict.fromkeys('0123456789-–—.,;:!?…()[]*_"“”‘/#$%&+=<>', " ") | {"’": "'"})
_VOWELS = re.compile(r"[aeiouy]+")
_APART = re.compile(
    r"i(?:a(?!l|n)|o(?!n|us)|e[tr](?!\w*nd))|(?<![qg])u[ao](?!y)|eo(?!pl|us)|[ae]ing|ya|yi|"
    r"(?:[sdn]|is)n't$|ism$|[lrntd]ia[nl]|[dr]io|ue[nt]"
)
_SILENT = re.compile(
    r"(?<=[^le])e$|(?<=[aeiouyrl]l)e$|(?<![tdi])ed$|(?<![sxzcgil])(?<!sh|ch)es$|"
    r"(?<=[aeiou]l)es$|(?<!e)e(?=(?:ly|ful|less|ness|ment|fully)s?$)|[tsc]ia"
)
_WHOLE = ("some", "every", "home", "any", "note", "fire", "white", "there", "where", "more", "life")
_ODD = {
    "the": 1, "be": 1, "me": 1, "we": 1, "he": 1, "she": 1, "every": 2, "any": 2, "tired": 2,
    "ok": 2, "true": 1, "due": 1, "client": 2, "clients": 2, "suicide": 3, "anxiety": 4,
    "quiet": 2, "quietly": 3, "poem": 2, "poems": 2, "family": 3, "different": 3, "usually": 4,
    "area": 3, "idea": 3, "ideas": 3, "science": 2, "being": 2, "doing": 2, "going": 2,
    "seeing": 2, "business": 2, "evening": 2, "evenings": 2, "diary": 3, "diaries": 3,
    "anxious": 2, "previous": 3, "serious": 3, "curious": 3, "various": 3, "obvious": 3,
    "people": 2, "technique": 2, "techniques": 2, "behavioral": 4, "create": 2, "real": 1,
    "maybe": 2, "one": 1, "once": 1, "are": 1, "were": 1, "here": 1, "eye": 1, "eyes": 1,
}  # fmt: skip
"""Exceptions: common words that the patterns get wrong, with their syllables."""
