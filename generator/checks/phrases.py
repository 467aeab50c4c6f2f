"""Phrase matcher for lint rules about wording: inverted index of words, then regular expressions.

Each phrase is filed under its longest word, the cue. A regular expression runs only on passages
that hold the cue and all other words of a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import TypeVar

from generator.content.library import Library
from generator.content.passages import Passage, PassageGroup, Voice
from generator.problems import Location, Problems, Severity
from generator.text.readability import words

F = TypeVar("F")

LANGUAGE = "en"
"""Language of the word lists and readability scores; editions in other languages are skipped."""


@dataclass(frozen=True, eq=False)
class Phrases:
    """A compiled set of phrases, each with advice for the hint."""

    advice: Mapping[str, str]
    """Advice by phrase, in lower case, with spaces for hyphens."""
    by_cue: Mapping[str, _Cued]
    """Phrases by cue, their longest word: long words are rare and rule out most passages."""
    not_if_denied: bool
    """Whether negated matches are ignored: 'no cure', 'you do not have to'."""

    def find(self, passage: Passage) -> Iterator[tuple[str, str]]:
        """Matches in a passage by position: the phrase as written, and its advice."""
        if self.by_cue.keys().isdisjoint(passage.words):
            return
        cued = (self.by_cue[cue] for cue in sorted(self.by_cue.keys() & passage.words))
        found = [
            match
            for phrases in cued
            if phrases.may_be_in(passage)
            for match in phrases.pattern.finditer(passage.plain)
        ]
        for match in sorted(found, key=lambda match: match.start()):
            if not (self.not_if_denied and is_denied(passage.plain, match.start())):
                written = match[0]
                yield written, self.advice[" ".join(written.lower().replace("-", " ").split())]

    def found_in(self, group: PassageGroup) -> Iterator[tuple[Passage, str, str]]:
        """Matches in all passages of an entry or page, with the passage; uses its word index."""
        numbers = {
            number
            for cue in self.by_cue.keys() & group.positions.keys()
            for number in group.positions[cue]
            if self.by_cue[cue].may_be_in(group.passages[number])
        }
        for passage in (group.passages[number] for number in sorted(numbers)):
            for written, instead in self.find(passage):
                yield passage, written, instead


@dataclass(frozen=True)
class _Cued:
    """Phrases with the same cue, longest first, so that the pattern prefers longer matches."""

    phrases: tuple[str, ...]
    word_sets: tuple[frozenset[str], ...]
    """Words of each phrase, without numbers."""

    def may_be_in(self, passage: Passage) -> bool:
        """Whether the passage has all words of at least one phrase."""
        return any(words <= passage.words for words in self.word_sets)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Alternation of the phrases, compiled on first use: few cues ever occur, and compiling all
        took a third of loading."""
        return _either(self.phrases)


def phrases(advice: Mapping[str, str], *, not_if_denied: bool = False) -> Phrases:
    """Compile phrases, given with their advice: words separated by spaces, `|` between alternatives
    for a word (`cure|cures you|us`).

    A space matches any run of white space or hyphens. Case is ignored.
    """
    written = {
        " ".join(choice).replace("-", " "): instead
        for phrase, instead in advice.items()
        for choice in product(*(word.split("|") for word in phrase.split()))
    }
    by_cue: dict[str, list[str]] = {}
    for phrase in sorted(written, key=lambda phrase: (-len(phrase), phrase)):
        by_cue.setdefault(max(_parts(phrase), key=len), []).append(phrase)
    return Phrases(
        advice=written,
        by_cue={
            cue: _Cued(tuple(members), tuple(frozenset(_parts(phrase)) for phrase in members))
            for cue, members in by_cue.items()
        },
        not_if_denied=not_if_denied,
    )


def same_advice(advice: str, *turns_of_phrase: str) -> dict[str, str]:
    """Map each phrase to the same advice."""
    return dict.fromkeys(turns_of_phrase, advice)


def phrase_matches(
    library: Library, unwanted: Phrases, voices: Iterable[Voice]
) -> Iterator[tuple[Passage, str, str]]:
    """Matches in passages of these voices: passage, phrase as written, advice.

    Nothing if the edition is not in `LANGUAGE`.
    """
    wanted = frozenset(voices)
    for match in found(library, unwanted.found_in):
        if match[0].voice in wanted:
            yield match


def found(library: Library, look: Callable[[PassageGroup], Iterable[F]]) -> Iterator[F]:
    """Results of `look` for each entry and page (see `PassageGroup.memoized`); nothing if the
    edition is not in `LANGUAGE`."""
    if library.edition.locale == LANGUAGE:
        yield from library.found(look)


def spoken(library: Library, voices: Iterable[Voice]) -> tuple[Passage, ...]:
    """Passages in these voices; none if the edition is not in `LANGUAGE`."""
    return library.spoken(frozenset(voices)) if library.edition.locale == LANGUAGE else ()


def is_denied(text: str, position: int) -> bool:
    """Whether a negation is in the 90 characters before `position` and in the same clause."""
    before = text[max(0, position - 90) : position].lower()
    return bool(_DENIED.search(re.split(r"[.!?;:]", before)[-1]))


def report_violation(
    passage: Passage, problems: Problems, rule: str, found: tuple[str, str, str], level: Severity
) -> None:
    """Report `found` (snippet, message, hint) at the snippet's place in the passage.

    If the entry suppresses the rule (`allow:`), this is noted instead, as an excuse.
    """
    snippet, message, hint = found
    if rule in passage.allowed:
        problems.excuse(*passage.owner, rule)
    elif level is Severity.ERROR:
        problems.error(_place(passage, snippet), rule, message, hint)
    else:
        problems.warn(_place(passage, snippet), rule, message, hint)


def report_violations(
    unwanted: Phrases,
    library: Library,
    voices: Iterable[Voice],
    problems: Problems,
    rule: str,
    *,
    says: str,
    level: Severity,
) -> None:
    """Report each match of `unwanted`. The message is the phrase in quotes and then `says`."""
    for passage, written, hint in phrase_matches(library, unwanted, voices):
        report_violation(passage, problems, rule, (written, f'"{written}" {says}', hint), level)


def _parts(phrase: str) -> list[str]:
    return [part for word in words(phrase) for part in word.split("'") if part]


def _either(phrases: Iterable[str]) -> re.Pattern[str]:
    either = "|".join(re.escape(phrase).replace(r"\ ", r"[\s-]+") for phrase in phrases)
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE)


def _place(passage: Passage, snippet: str) -> Location:
    return passage.locate(" ".join(snippet.split()))


_DENIED = re.compile(
    r"\b(?:not|no|nor|never|neither|nobody|nothing|none|without|cannot|hardly|whether)\b|n't\b"
)
