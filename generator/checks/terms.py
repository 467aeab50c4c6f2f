"""Lint rules for controlled vocabularies: no unknown or retired terms, no dangling term links.

Works on values as read, before decoding, so that an invalid field hides no fault of another one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from generator.checks.marked_fields import marked
from generator.checks.rule import Example, Rule
from generator.content.layers.entry import Keys
from generator.content.library import Library
from generator.content.models.field_types import TermOf
from generator.content.models.kinds import items_of
from generator.problems import Location, Problems
from generator.text.suggestions import listed, suggestion


def check_terms(library: Library, problems: Problems) -> None:
    """Report an error for each term id of a `TermOf` field that is unknown or retired.

    If the clinic's overlay removed or retired the term, there is one error for all uses, at the
    overlay's line.
    """
    vocabularies = _vocabularies(library)
    lost: dict[tuple[str, str], list[Location]] = {}
    for entry, keys, value, mark in marked(library, TermOf):
        terms = vocabularies.get(mark.taxonomy)
        if not terms:  # a missing or empty vocabulary is reported by itself
            continue
        term = terms.get(value)
        if term is not None and term.get("status") != "retired":
            continue
        if _is_lost(library, mark.taxonomy, list(terms), value, entry.written_in(keys)):
            lost.setdefault((mark.taxonomy, value), []).append(entry.locate(keys))
        elif term is None:
            message = f'The {_singular(mark.taxonomy)} "{value}" does not exist.'
            known = partial(_known_term, value, terms)
            problems.error(entry.locate(keys), "term-exists", message, known)
        else:
            instead = term.get("replaced_by")
            message = f'The {_singular(mark.taxonomy)} "{value}" is no longer in use.'
            hint = f'Use "{instead}".' if instead else "Choose another one."
            problems.error(entry.locate(keys), "term-exists", message, hint)
    for (taxonomy, value), places in lost.items():
        _report_lost(library, taxonomy, list(vocabularies[taxonomy]), value, places, problems)


def _is_lost(library: Library, taxonomy: str, terms: list[str], value: str, user: str) -> bool:
    """Whether the clinic's overlay removed or retired a term that a file outside of it uses."""
    vocabulary = library.entries["taxonomy", taxonomy]
    taker = vocabulary.written_in(_keys_of_loss(terms, value))
    return library.is_of_clinic(taker) and not library.is_of_clinic(user)


def _keys_of_loss(terms: list[str], value: str) -> Keys:
    """Keys of the term's status if it is retired, or of the list of terms if it is missing."""
    return ("terms", terms.index(value), "status") if value in terms else ("terms",)


def _report_lost(
    library: Library,
    taxonomy: str,
    terms: list[str],
    value: str,
    places: list[Location],
    problems: Problems,
) -> None:
    """Report at the overlay's line: a clinic cannot edit the library's uses of the term."""
    done = "retired" if value in terms else "left out"
    many = "One place in the library still names it" if len(places) == 1 else (
        f"{len(places)} places in the library still name it, the first"
    )  # fmt: skip
    problems.error(
        library.locate("taxonomy", taxonomy, *_keys_of_loss(terms, value)),
        "term-exists",
        f'The {_singular(taxonomy)} "{value}" is {done} here. {many} '
        f"in {places[0].path}:{places[0].line}.",
        "Leave it in use. What has a term can be hidden instead, under 'hide' in clinic.yaml.",
    )


def check_term_links(library: Library, problems: Problems) -> None:
    """Report an error for each `broader` or `replaced_by` that names no other term beside it."""
    for name, terms in _vocabularies(library).items():
        entry = library.entries["taxonomy", name]
        for position, term in enumerate(items_of("taxonomy", entry.values)):
            for key in ("broader", "replaced_by") if isinstance(term, dict) else ():
                other = term.get(key)
                if isinstance(other, str) and (other not in terms or other == term.get("id")):
                    problems.error(
                        entry.locate(("terms", position, key)),
                        "term-links-exist",
                        f'"{other}" in "{key}" is not another term of this vocabulary.',
                        partial(_known_term, other, terms, but=term.get("id")),
                    )


def _known_term(word: str, terms: Iterable[str], *, but: str | None = None) -> str:
    known = [name for name in terms if name != but]
    return suggestion(word, known) or f"Known: {listed(known)}."


def _vocabularies(library: Library) -> dict[str, Mapping[str, dict[str, Any]]]:
    """Raw terms by vocabulary and id, of vocabularies that could be read."""
    return {
        name: {
            str(item.get("id")): item
            for item in items_of("taxonomy", entry.values)
            if isinstance(item, dict)
        }
        for (kind, name), entry in library.entries.items()
        if kind == "taxonomy"
    }


def _singular(taxonomy: str) -> str:
    words = taxonomy.replace("-", " ")
    return f"{words[:-3]}y" if words.endswith("ies") else words.removesuffix("s")


RULES = (
    Rule("term-exists", "Every mood, phase, setting … that content names is in its vocabulary.",
         check_terms,
         example=Example(
             "prompt",
             "moods: [sad]",
             "moods: [sadd]")),
    Rule("term-links-exist", "What a term is replaced by, or a part of, is another term "
         "of its vocabulary.", check_term_links,
         example=Example(
             "taxonomy/settings",
             "terms:\n"
             "  - {id: alone, label: Alone, definition: By yourself.}\n"
             "  - {id: night, label: At night, definition: Late., broader: alone}",
             "terms:\n"
             "  - {id: alone, label: Alone, definition: By yourself.}\n"
             "  - {id: night, label: At night, definition: Late., broader: dark}")),
)  # fmt: skip
