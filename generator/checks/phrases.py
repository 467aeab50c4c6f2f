"""Turns of phrase to look for, found quickly in a large library, and reported at their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import TypeVar

from generator.content.library import Library
from generator.content.passages import Passage, Said, Voice
from generator.problems import Location, Problems, Severity
from generator.text.readability import words

F = TypeVar("F")

LANGUAGE = "en"
"""The language that lists of words and measures of ease are for; other editions go unmeasured."""


@dataclass(frozen=True, eq=False)
class Phrases:
    """Turns of phrase, and what to write instead of each."""

    advice: Mapping[str, str]
    """By turn of phrase in small letters."""
    by_cue: Mapping[str, _Cued]
    """Phrases by a word of theirs that is not in every text: the longest."""
    not_if_denied: bool
    """Whether 'no cure' and 'you do not have to' are fine."""

    def find(self, passage: Passage) -> Iterator[tuple[str, str]]:
        """Each turn of phrase as it is written in the passage, and what to write instead."""
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

    def found_in(self, said: Said) -> Iterator[tuple[Passage, str, str]]:
        """The same, for all the passages of an entry; most have no cue, and are not looked at."""
        numbers = {
            number
            for cue in self.by_cue.keys() & said.saying.keys()
            for number in said.saying[cue]
            if self.by_cue[cue].may_be_in(said.passages[number])
        }
        for passage in (said.passages[number] for number in sorted(numbers)):
            for written, instead in self.find(passage):
                yield passage, written, instead


@dataclass(frozen=True)
class _Cued:
    """Phrases with the same cue, longer ones first."""

    phrases: tuple[str, ...]
    word_sets: tuple[frozenset[str], ...]
    """The words of each, numbers left out."""

    def may_be_in(self, passage: Passage) -> bool:
        """Whether all the words of one of them stand in the passage."""
        return any(words <= passage.words for words in self.word_sets)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds them. Few are ever looked for, and to compile all took a third of loading."""
        return _either(self.phrases)


def phrases(advice: Mapping[str, str], *, not_if_denied: bool = False) -> Phrases:
    """Turns of phrase to find: words with a space between, alternatives for a word with `|`.

    A space stands for any space, line end or hyphen.
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


def same(advice: str, *turns_of_phrase: str) -> dict[str, str]:
    """Several turns of phrase with the same advice."""
    return dict.fromkeys(turns_of_phrase, advice)


def saying(
    library: Library, unwanted: Phrases, voices: Iterable[Voice]
) -> Iterator[tuple[Passage, str, str]]:
    """Each passage in these voices that has one of the phrases, the phrase as it stands there,
    and what to write instead; nothing where the edition is in another language.
    """
    wanted = frozenset(voices)
    for told in found(library, unwanted.found_in):
        if told[0].voice in wanted:
            yield told


def found(library: Library, look: Callable[[Said], Iterable[F]]) -> Iterator[F]:
    """What a function finds in each entry, page or language (see `Said.once`); nothing where the
    edition is in another language."""
    if library.edition.locale == LANGUAGE:
        yield from library.found(look)


def spoken(library: Library, voices: Iterable[Voice]) -> tuple[Passage, ...]:
    """The passages in these voices; none where the edition is in another language."""
    return library.spoken(frozenset(voices)) if library.edition.locale == LANGUAGE else ()


def is_denied(text: str, position: int) -> bool:
    """Whether a word of denial stands shortly before, in the same sentence."""
    before = text[max(0, position - 90) : position].lower()
    return bool(_DENIED.search(re.split(r"[.!?;:]", before)[-1]))


def object_to(
    passage: Passage, problems: Problems, rule: str, found: tuple[str, str, str], level: Severity
) -> None:
    """Add a problem for (snippet, message, hint), unless the entry may break this rule."""
    snippet, message, hint = found
    if rule in passage.allowed:
        problems.excuse(*passage.owner, rule)
    elif level is Severity.ERROR:
        problems.error(_place(passage, snippet), rule, message, hint)
    else:
        problems.warn(_place(passage, snippet), rule, message, hint)


def object_to_each(
    unwanted: Phrases,
    library: Library,
    voices: Iterable[Voice],
    problems: Problems,
    rule: str,
    *,
    says: str,
    level: Severity,
) -> None:
    """Object to every one of these phrases; `says` goes on from the phrase in quotes."""
    for passage, written, hint in saying(library, unwanted, voices):
        object_to(passage, problems, rule, (written, f'"{written}" {says}', hint), level)


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
