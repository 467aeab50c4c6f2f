"""Words of danger must bring the numbers for what they mean, and not for every second query."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.content.models.taxonomy import DangerTerm, DangerWords
from generator.problems import Problems

VOCABULARY = "words-of-danger"


def check_specific(library: Library, problems: Problems) -> None:
    """A phrase of several words that is left with one of them is found nearly everywhere.

    Of `phrases` that would be a false alarm with many searches. Of `harmless` it would keep the
    numbers from somebody in danger ("beat me to" would pass over "he beats me"), so there no word
    may be one of `skip`.
    """
    found = library.taxonomies.get(VOCABULARY)
    if not isinstance(found, DangerWords):
        return
    skipped = frozenset(found.skip)
    for keys, phrase in _phrases(found):
        for reading in _readings(phrase):
            left = [word for word in reading if word not in skipped]
            broader = keys[0] == "harmless" and len(left) < len(reading)
            if not left or broader or (len(reading) > 1 and len(left) == 1):
                problems.error(
                    library.locate("taxonomy", VOCABULARY, *keys),
                    "danger-phrase-is-specific",
                    f'Of "{phrase}", only "{" ".join(left)}" is left without the words under '
                    "'skip', which says something else.",
                    "Write another word into the phrase, or take one out of 'skip'.",
                )
                break


def _phrases(found: DangerWords) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every phrase of several words, and where it stands."""
    for number, term in enumerate(found.terms):
        for place, phrase in enumerate(term.phrases if isinstance(term, DangerTerm) else ()):
            yield ("terms", number, "phrases", place), phrase
    for place, phrase in enumerate(found.harmless):
        yield ("harmless", place), phrase


def check_forms(library: Library, problems: Problems) -> None:
    """A line of forms has a word, an equals sign, and what stands for the word."""
    found = library.taxonomies.get(VOCABULARY)
    if not isinstance(found, DangerWords):
        return
    for place, line in enumerate(found.forms):
        word, sign, others = line.partition("=")
        if not sign or not word.strip() or not all(part.strip() for part in others.split(",")):
            problems.error(
                library.locate("taxonomy", VOCABULARY, "forms", place),
                "danger-form-is-readable",
                f'"{line}" does not say which words stand for which.',
                'Write the word, an equals sign, and its forms: "kill = kills, killing".',
            )


def _readings(phrase: str) -> Iterator[tuple[str, ...]]:
    """Every way to read a phrase in which a/b is either word."""
    yield from product(*(part.split("/") for part in phrase.split()))


RULES = (
    Rule("danger-phrase-is-specific", "Without the words under 'skip', a phrase of several words "
         "still has more than one.", check_specific,
         example=Example(
             "taxonomy/words-of-danger",
             "skip: [to, for]\n"
             "terms:\n"
             "  - {id: help, label: Help, definition: Wants help., phrases: [ask for help]}",
             "skip: [to, for]\n"
             "terms:\n"
             "  - {id: help, label: Help, definition: Wants help., phrases: [to help]}")),
    Rule("danger-form-is-readable", "A line of forms is a word, an equals sign, and what stands "
         "for the word.", check_forms,
         example=Example(
             "taxonomy/words-of-danger",
             'forms: ["help = helps, helping"]',
             'forms: ["help, helps, helping"]')),
)  # fmt: skip
