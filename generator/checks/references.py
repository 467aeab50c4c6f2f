"""Lint rules for references between entries: no dangling ids, safe rich text, no list duplicates.

Works on values as read, before decoding, so that an invalid field hides no fault of another one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache, partial
from typing import Any

from generator.checks.marked_fields import marked
from generator.checks.rule import Example, Rule
from generator.content.layers.entry import Keys, RawEntry
from generator.content.library import Library
from generator.content.models.field_types import LONGEST_RICH, EntryOf, Rich, TermOf
from generator.content.models.kinds import KIND, items_of
from generator.content.models.reflection import ANY, marked_fields, values_at
from generator.problems import Location, Problems
from generator.text.rich import LINKABLE_PAGES, read_rich
from generator.text.suggestions import as_id, suggestion


def check_entries(library: Library, problems: Problems) -> None:
    """Report an error for each id in an `EntryOf` field that names no existing entry."""
    known = _known_entries(library)
    for entry, keys, value, mark in marked(library, EntryOf):
        if not _exists(library, known, mark.kind, value):
            _report_entry(entry.locate(keys), known, mark.kind, value, problems)


def check_rich_text(library: Library, problems: Problems) -> None:
    """Report an error for each rich text that is refused, and each dangling link by id in one."""
    known = _known_entries(library) | {"page": set(LINKABLE_PAGES)}
    for entry, keys, value, _ in marked(library, Rich):
        if len(value) > LONGEST_RICH:  # reported by decoding
            continue
        refusals, references = read_rich(value)
        for refusal in refusals:
            place = entry.locate_text(keys, refusal.snippet)
            problems.error(place, refusal.rule, refusal.message, refusal.hint)
        for reference in references:
            if not _exists(library, known, reference.kind, reference.id):
                place = entry.locate_text(keys, reference.written)
                _report_entry(place, known, reference.kind, reference.id, problems)


def check_repeats(library: Library, problems: Problems) -> None:
    """Report an error for each repeated id in a list of terms or entries."""
    for entry in library.entries.values():
        for keys, items in _repeating(entry):
            _report_repeats(entry, keys, items, problems)


@lru_cache(maxsize=4_000)
def _repeating(entry: RawEntry) -> tuple[tuple[Keys, list[Any]], ...]:
    """Keys and items of an entry's lists of ids that have duplicates (memoized by entry)."""
    found = []
    for field in marked_fields(KIND[entry.kind].model_for(entry.id)):
        if field.path[-1] != ANY or not isinstance(field.mark, TermOf | EntryOf):
            continue
        for keys, items in values_at(entry.values, field.path[:-1]):
            named = [i for i in items if isinstance(i, str)] if isinstance(items, list) else []
            if len(set(named)) < len(named):
                found.append((keys, items))
    return tuple(found)


def _report_repeats(entry: RawEntry, keys: Keys, items: list[Any], problems: Problems) -> None:
    seen = set()
    for position, item in enumerate(items):
        if isinstance(item, str) and item not in seen:
            seen.add(item)
        elif isinstance(item, str):
            problems.error(
                entry.locate((*keys, position)),
                "list-has-no-repeats",
                f'"{item}" stands in this list already.',
                "Remove it here.",
            )


def _known_entries(library: Library) -> dict[str, set[str]]:
    """Existing ids by kind, with those of drafts and of files that could not be read."""
    known: dict[str, set[str]] = {kind: set() for kind in (*KIND, "prompt")}
    for kind, entry_id in (*library.entries, *library.unreadable, *library.drafts):
        known[kind].add(entry_id)
    for (kind, _), entry in library.entries.items():
        if kind == "prompt-set":
            items = items_of(kind, entry.values)
            known["prompt"] |= {str(i.get("id")) for i in items if isinstance(i, dict)}
    return known


def _exists(library: Library, known: Mapping[str, set[str]], kind: str, entry_id: str) -> bool:
    if entry_id in known[kind]:
        return True
    # The prompts of an unreadable set are unknown: report none rather than all of them. Those of
    # drafts are known as far as they could be read.
    lost = library.unreadable - library.drafts
    return kind == "prompt" and any(name == "prompt-set" for name, _ in lost)


def _report_entry(
    place: Location, known: Mapping[str, set[str]], kind: str, entry_id: str, problems: Problems
) -> None:
    message = f'The {kind.replace("-", " ")} "{entry_id}" does not exist.'
    problems.error(place, "entry-exists", message, partial(_known_entry, entry_id, known, kind))


def _known_entry(entry_id: str, known: Mapping[str, set[str]], kind: str) -> str:
    # Suggest valid slugs only: a misspelt id of an entry is not to be copied.
    hint = suggestion(entry_id, sorted(i for i in known[kind] if i == as_id(i) or i == entry_id))
    if not hint and kind in KIND:
        return f"Its file would be in content/{KIND[kind].folder}/."
    return hint or (_PAGES if kind == "page" else "Prompts are in the files of content/prompts/.")


_PAGES = f"Pages: {', '.join(LINKABLE_PAGES)}."

RULES = (
    Rule("entry-exists", "Every technique, prompt, study … that content names exists.",
         check_entries,
         example=Example(
             "prompt",
             "pairs_with: [what-weighs]",
             "pairs_with: [what-wieghs]")),
    Rule("list-has-no-repeats", "No list names the same thing twice.", check_repeats,
         example=Example(
             "prompt",
             "moods: [sad, anxious]",
             "moods: [sad, sad]")),
    Rule("rich-text-is-simple", "Rich text is paragraphs, lists, emphasis and safe links.",
         check_rich_text, ("rich-text-has-no-html", "rich-text-is-safe", "link-is-safe",
                           "link-has-words", "brackets-are-closed"),
         example=Example(
             "technique",
             "privacy: Tear it up, *if you like*.",
             "privacy: Tear it up, <b>if you like</b>.")),
)  # fmt: skip
