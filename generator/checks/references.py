"""Every id that is named exists. Looks at values as read, so that a mistake elsewhere in the
same entry hides nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from generator.checks.rule import Rule
from generator.content.kinds import KIND, items_of
from generator.content.library import Library
from generator.content.overlay import RawEntry
from generator.content.scalars import EntryOf, Rich, TermOf
from generator.content.sentences import suggestion
from generator.content.shape import marked_fields, values_at
from generator.problems import Problems
from generator.text.rich import LINKABLE_PAGES, read_rich

Keys = tuple[str | int, ...]


def check_terms(library: Library, problems: Problems) -> None:
    """Every term that a field names is in its vocabulary and still in use."""
    known = {
        name: {
            str(item.get("id")): item
            for item in items_of("taxonomy", entry.values)
            if isinstance(item, dict)
        }
        for (kind, name), entry in library.entries.items()
        if kind == "taxonomy"
    }
    for entry, keys, value, mark in _marked(library, TermOf):
        terms = known.get(mark.taxonomy, {})
        term = terms.get(value)
        if term is None:
            hint = suggestion(value, terms) or f"Known: {', '.join(terms)}."
            name = mark.taxonomy.removesuffix("s").replace("-", " ")
            problems.error(
                entry.locate(keys), "term-exists", f'{name} "{value}" does not exist.', hint
            )
        elif term.get("status") == "retired":
            instead = term.get("replaced_by")
            problems.error(
                entry.locate(keys),
                "term-exists",
                f'"{value}" is no longer in use.',
                f'Use "{instead}".' if instead else "",
            )


def check_entries(library: Library, problems: Problems) -> None:
    """Every technique, prompt, study and so on that a field names exists."""
    known = _known_entries(library)
    for entry, keys, value, mark in _marked(library, EntryOf):
        if value not in known[mark.kind]:
            problems.error(
                entry.locate(keys),
                "entry-exists",
                f'{mark.kind} "{value}" does not exist.',
                suggestion(value, known[mark.kind]),
            )


def check_rich_text(library: Library, problems: Problems) -> None:
    """Rich text is safe and simple, and what it links to exists."""
    known = _known_entries(library) | {"page": set(LINKABLE_PAGES)}
    for entry, keys, value, _ in _marked(library, Rich):
        refusals, references = read_rich(value)
        for refusal in refusals:
            place = entry.locate_text(keys, refusal.snippet)
            problems.error(place, refusal.rule, refusal.message, refusal.hint)
        for reference in references:
            if reference.id not in known[reference.kind]:
                problems.error(
                    entry.locate_text(keys, reference.written),
                    "entry-exists",
                    f'{reference.kind} "{reference.id}" does not exist.',
                    suggestion(reference.id, known[reference.kind]),
                )


M = TypeVar("M")


def _marked(library: Library, wanted: type[M]) -> Iterator[tuple[RawEntry, Keys, str, M]]:
    for entry in library.entries.values():
        model = KIND[entry.kind].model_for(entry.id)
        for field in marked_fields(model):
            if isinstance(field.mark, wanted):
                for keys, value in values_at(entry.values, field.path):
                    if isinstance(value, str):
                        yield entry, keys, value, field.mark


def _known_entries(library: Library) -> dict[str, set[str]]:
    known: dict[str, set[str]] = {kind: set() for kind in (*KIND, "prompt")}
    for kind, entry_id in library.entries:
        known[kind].add(entry_id)
        if kind == "prompt-set":
            items = items_of(kind, library.entries[kind, entry_id].values)
            known["prompt"] |= {str(i.get("id")) for i in items if isinstance(i, dict)}
    return known


RULES = (
    Rule("term-exists", "Every mood, phase, setting … that content names is in its vocabulary.",
         check_terms),
    Rule("entry-exists", "Every technique, prompt, study … that content names exists.",
         check_entries),
    Rule("rich-text-is-safe", "Rich text is paragraphs, lists, emphasis and safe links.",
         check_rich_text),
)  # fmt: skip
