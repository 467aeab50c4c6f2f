"""Lint rules for the vocabulary of crisis phrases in search queries: precision, and syntax.

A query that matches a phrase brings up crisis numbers; too broad a phrase is a false positive.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product

from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.content.models.taxonomy import DangerTerm, DangerWords
from generator.problems import Problems

VOCABULARY = "words-of-danger"
GAP = ".."
"""Placeholder in a phrase for words in between."""


def check_specific(library: Library, problems: Problems) -> None:
    """Report an error for each phrase that is too short once the stop words (`skip`) are removed.

    One word left of several in `phrases` would match many queries (false positives). In `harmless`
    it would suppress the numbers for somebody in danger (false negatives: "beat me to" would pass
    over "he beats me"), so there no word may be a stop word.
    """
    found = library.taxonomies.get(VOCABULARY)
    if not isinstance(found, DangerWords):
        return
    skipped = frozenset(found.skip)
    for keys, phrase in _phrases(found):
        if keys[0] == "alone":
            continue
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


def check_groups(library: Library, problems: Problems) -> None:
    """Report an error for each undefined or badly named word group, and each gap at a phrase's end
    or beside another one. A group may use only groups defined before it."""
    found = library.taxonomies.get(VOCABULARY)
    if not isinstance(found, DangerWords):
        return
    known: set[str] = set()
    for place, line in enumerate(found.groups):
        name, _, members = line.partition("=")
        if not _is_name(name.strip()):
            problems.error(
                library.locate("taxonomy", VOCABULARY, "groups", place),
                "danger-group-is-known",
                f'"{name.strip()}" is no name of a group: it is written in capitals alone.',
                'Write the name in capitals, an equals sign, and its words: "CHILD = baby, son".',
            )
        stripped = [member.strip() for member in members.split(",")]
        _check_names(library, problems, ("groups", place), stripped, known)
        known.add(name.strip())
    for keys, phrase in _phrases(found):
        parts = phrase.split()
        _check_names(library, problems, keys, [w for p in parts for w in p.split("/")], known)
        if GAP in (parts[0], parts[-1]) or (GAP, GAP) in pairwise(parts):
            problems.error(
                library.locate("taxonomy", VOCABULARY, *keys),
                "danger-group-is-known",
                f'"{phrase}" has no word on one side of "{GAP}".',
                f'Take "{GAP}" out where no word stands on either side of it.',
            )


def _check_names(
    library: Library,
    problems: Problems,
    keys: tuple[str | int, ...],
    members: list[str],
    known: set[str],
) -> None:
    """Report an error for each upper-case word of `members` that is not in `known`."""
    for name in members:
        if _is_name(name) and name not in known:
            problems.error(
                library.locate("taxonomy", VOCABULARY, *keys),
                "danger-group-is-known",
                f"No group \"{name}\" stands under 'groups' before it is named here.",
                f"Write \"{name} = \" with its words under 'groups', or the word in small letters.",
            )


def _is_name(word: str) -> bool:
    """Whether a word has letters only, none in lower case; false in scripts without letter case."""
    return word.isalpha() and word.isupper()


def _phrases(found: DangerWords) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Keys and text of each phrase of terms, of `alone` and of `harmless`."""
    for number, term in enumerate(found.terms):
        for place, phrase in enumerate(term.phrases if isinstance(term, DangerTerm) else ()):
            yield ("terms", number, "phrases", place), phrase
    for name in ("alone", "harmless"):
        for place, phrase in enumerate(getattr(found, name)):
            yield (name, place), phrase


def check_forms(library: Library, problems: Problems) -> None:
    """Report an error for each line of `forms` or `groups` that is not "word = other, other"."""
    found = library.taxonomies.get(VOCABULARY)
    if not isinstance(found, DangerWords):
        return
    lines = [("forms", *pair) for pair in enumerate(found.forms)]
    lines += [("groups", *pair) for pair in enumerate(found.groups)]
    for name, place, line in lines:
        word, sign, others = line.partition("=")
        if not sign or not word.strip() or not all(part.strip() for part in others.split(",")):
            problems.error(
                library.locate("taxonomy", VOCABULARY, name, place),
                "danger-form-is-readable",
                f'"{line}" does not say which words stand for which.',
                'Write the word, an equals sign, and its forms: "kill = kills, killing".',
            )


def _readings(phrase: str) -> Iterator[tuple[str, ...]]:
    """Expand alternatives: the Cartesian product of each word's `a/b` choices, without gaps."""
    yield from product(*(part.split("/") for part in phrase.split() if part != GAP))


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
    Rule("danger-group-is-known", "A word in capitals names a group, and two dots stand between "
         "words.", check_groups,
         example=Example(
             "taxonomy/words-of-danger",
             'groups: ["CHILD = baby, son, daughter"]\n'
             "harmless: [CHILD .. cut finger]",
             'groups: ["CHILD = baby, son, daughter"]\n'
             "harmless: [KID .. cut finger]")),
)  # fmt: skip
