"""Lint rules for readability: Flesch-Kincaid and SMOG grade, length of sentences and paragraphs.

Formulas and their limits are in `text/readability.py`: English only, and a score is no proof. A
grade above the limit is a warning; more than `MARGIN` grades above it, an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.checks.phrases import found, report_violation
from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.content.passages import TO_READERS, Passage, PassageGroup, Voice
from generator.problems import Problems, Severity
from generator.text.readability import (
    FEWEST_WORDS,
    paragraphs,
    readability_counts,
    sentences,
    words,
    written_grade,
)

MARGIN = 2
LONGEST_SENTENCE = 25
"""Maximum number of words in a sentence."""
LONGEST_ITEM = 30
"""Maximum number of words in a sentence of a list item."""
MOST_SENTENCES = 5
"""Maximum number of sentences in a paragraph of more than `SHORT_PARAGRAPH` words."""
SHORT_PARAGRAPH = 60
"""Words up to which a paragraph's sentences are not counted."""


@dataclass(frozen=True)
class Limit:
    """Highest US school grade by each formula for a kind of text."""

    what: str
    flesch_kincaid: float
    smog: float | None = None
    """None where texts are too short: SMOG needs `SMOG_SENTENCES`, for which it was made."""


PROMPT = Limit("prompt", flesch_kincaid=7)
PAGE = Limit("page for readers", flesch_kincaid=8, smog=10)
SAFETY = Limit("text for when it is too much", flesch_kincaid=6)
SMOG_SENTENCES = 30


def check_grades(library: Library, problems: Problems) -> None:
    """Report texts above the grade limit: prompts 7, other texts for readers 8, safety texts 6."""
    for passage, message, level in found(library, _hard_texts):
        report_violation(passage, problems, "text-is-easy-to-read", ("", message, _SHORTEN), level)


def check_lengths(library: Library, problems: Problems) -> None:
    """Warn of each sentence and paragraph of texts for readers that is too long."""
    for passage, rule, snippet, message, hint in found(library, _long_parts):
        report_violation(passage, problems, rule, (snippet, message, hint), Severity.WARNING)


def _hard_texts(group: PassageGroup) -> Iterator[tuple[Passage, str, Severity]]:
    """Texts above the limit in one entry or page, scored together by prompt and voice."""
    texts: dict[tuple[str, str, Voice], list[Passage]] = {}
    for passage in group.passages:
        if passage.voice in TO_READERS and passage.entry.kind in _SCORED:
            texts.setdefault((*passage.owner, passage.voice), []).append(passage)
    for together in texts.values():
        yield from _graded(together)


def _long_parts(group: PassageGroup) -> Iterator[tuple[Passage, str, str, str, str]]:
    for passage in group.passages:
        if passage.voice in TO_READERS:
            for fault in _too_long(passage):
                yield passage, *fault


def _graded(together: Sequence[Passage]) -> Iterator[tuple[Passage, str, Severity]]:
    first = together[0]
    limit = SAFETY if first.voice is Voice.SAFETY else PROMPT if first.prompt else PAGE
    in_order = [word for passage in together for word in passage.in_order]
    if len(in_order) < FEWEST_WORDS:
        return
    counts = readability_counts(
        in_order, sum(len(sentences(passage.plain)) for passage in together)
    )
    over = counts.flesch_kincaid - limit.flesch_kincaid
    scale, score, most = "Flesch-Kincaid", counts.flesch_kincaid, limit.flesch_kincaid
    if limit.smog and counts.sentences >= SMOG_SENTENCES and counts.smog - limit.smog > over:
        scale, score, most = "SMOG", counts.smog, limit.smog
        over = score - most
    if over > 0:
        longest = max(together, key=lambda passage: len(passage.text))
        grade = written_grade(score)
        message = f"This {limit.what} has a {scale} grade of {grade}; the most is {most:g}."
        yield longest, message, Severity.ERROR if over > MARGIN else Severity.WARNING


def _too_long(passage: Passage) -> Iterable[tuple[str, str, str, str]]:
    if _is_short(passage):
        return
    # A prompt is one block of at most 900 characters, and a sheet is laid out by its blocks.
    can_be_parted = not passage.prompt and passage.keys[0] != "blocks"
    for part in paragraphs(passage.plain):
        is_item = part.startswith(("- ", "* ")) or isinstance(passage.keys[-1], int)
        inside = sentences(part)
        if can_be_parted and len(inside) > MOST_SENTENCES and len(words(part)) > SHORT_PARAGRAPH:
            message = f"A paragraph has {len(inside)} sentences; the most is {MOST_SENTENCES}."
            yield "paragraph-is-short", _start(inside[0]), message, "Begin a new one, or cut."
        for sentence in inside:
            count = len(words(sentence))
            most = LONGEST_ITEM if is_item else LONGEST_SENTENCE
            if count > most:
                message = f"A sentence has {count} words; the most is {most}."
                yield "sentence-is-short", _start(sentence), message, "Make two of it."


def _is_short(passage: Passage) -> bool:
    """Pre-filter by counting spaces: True if no sentence or paragraph can be too long."""
    if not passage.prompt and len(passage.text) >= 4 * SHORT_PARAGRAPH:
        return False  # It may have paragraphs to measure.
    if passage.text.count(" ") < LONGEST_SENTENCE:
        return True
    return max(part.count(" ") for part in _STOP.split(passage.text)) < LONGEST_SENTENCE


def _start(sentence: str) -> str:
    return " ".join(sentence.split()[:4])


_STOP = re.compile(r"[.!?…\n]")
_SCORED = frozenset({"technique", "prompt-set", "worksheet", "packet", "taxonomy", "page", "words"})
_SHORTEN = "Use shorter sentences and shorter words."

RULES = (
    Rule("text-is-easy-to-read", "Prompts have a Flesch-Kincaid grade of 7 at most, texts for "
         "when it is too much 6, other texts for readers 8 and a SMOG grade of 10.", check_grades,
         example=Example(
             "prompt",
             "text: >-\n"
             "  Note five sounds from near to far.\n"
             "  Start with the one that is closest to you, and write a word or two for each.\n"
             "  When you come to the fifth, stay with it for a while.\n"
             "  Then write down what you would like to hear next.",
             "text: >-\n"
             "  Systematically identifying environmental auditory sensations, beginning with\n"
             "  immediately perceptible occurrences and subsequently incorporating increasingly\n"
             "  distant phenomena, facilitates attentional reorientation; documenting individual\n"
             "  characteristics, including intensity, regularity, directionality and associated\n"
             "  emotional significance, additionally consolidates observational capabilities."),
         may_be_allowed=True),
    Rule("sentence-is-short", "Sentences have 25 words at most, items of a list 30, and "
         "paragraphs five sentences.", check_lengths, ("paragraph-is-short",),
         example=Example(
             "prompt",
             "text: Note five sounds. Begin with the one that is closest to you.",
             "text: >-\n"
             "  Note five sounds, beginning with the one that is closest to you and going on,\n"
             "  as slowly as you like, to the one that is so far away that you hardly hear it."),
         may_be_allowed=True),
)  # fmt: skip
