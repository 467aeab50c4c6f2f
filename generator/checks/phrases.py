"""Turns of phrase to look for, found quickly in a large library, and reported at their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product

from generator.content.library import Library
from generator.content.passages import Passage, Voice
from generator.problems import Location, Problems, Severity
from generator.text.readability import words

LANGUAGE = "en"
"""The language that lists of words and measures of ease are for; other editions go unmeasured."""


@dataclass(frozen=True)
class Phrases:
    """Turns of phrase, and what to write instead of each."""

    advice: Mapping[str, str]
    """By turn of phrase in small letters."""
    by_cue: Mapping[str, tuple[str, ...]]
    """Phrases by a word of theirs that is not in every text: the longest. Longer ones first."""
    word_sets: frozenset[frozenset[str]]
    """The words of each phrase, numbers left out."""
    not_if_denied: bool
    """Whether 'no cure' and 'you do not have to' are fine."""

    def find(self, passage: Passage) -> Iterator[tuple[str, str]]:
        """Each turn of phrase as it is written in the passage, and what to write instead."""
        if self.by_cue.keys().isdisjoint(passage.words):
            return
        cues = sorted(self.by_cue.keys() & passage.words)
        found = [m for cue in cues for m in _either(self.by_cue[cue]).finditer(passage.plain)]
        for match in sorted(found, key=lambda match: match.start()):
            if not (self.not_if_denied and is_denied(passage.plain, match.start())):
                written = match[0]
                yield written, self.advice[" ".join(written.lower().replace("-", " ").split())]


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
        by_cue={cue: tuple(members) for cue, members in by_cue.items()},
        word_sets=frozenset(frozenset(_parts(phrase)) for phrase in written),
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

    Passages are found by the rarest word of each phrase, so most texts are never looked at.
    """
    if library.edition.locale != LANGUAGE:
        return
    wanted = frozenset(voices)
    places: set[int] = set()
    index = library.saying
    for said in unwanted.word_sets:
        if said <= index.keys():
            rarest = min((index[word] for word in said), key=len)
            places.update(n for n in rarest if said <= library.passages[n].words)
    for number in sorted(places):
        passage = library.passages[number]
        if passage.voice in wanted:
            for written, instead in unwanted.find(passage):
                yield passage, written, instead


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


# Few of six hundred are ever looked for, and compiling all took a third of what loading takes.
@cache
def _either(phrases: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(re.escape(phrase).replace(r"\ ", r"[\s-]+") for phrase in phrases)
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE)


def _place(passage: Passage, snippet: str) -> Location:
    return passage.locate(" ".join(snippet.split()))


_DENIED = re.compile(
    r"\b(?:not|no|nor|never|neither|nobody|nothing|none|without|cannot|hardly|whether)\b|n't\b"
)
