"""Overlay merge: base, language and clinic layers to one, each overlay patching earlier entries.

An overlay that patches a missing entry nearly always has a misspelt id, or that of an entry which
an upgrade removed. It is reported as one problem, not as one for each missing field.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import PurePosixPath
from typing import Any

from generator.content.drafts import is_draft
from generator.content.layers.entry import REPLACE, Key, RawEntry, patch, replaced
from generator.content.layers.folders import Layer
from generator.content.models.kinds import ITEMS, KIND, items_of
from generator.content.models.prompt import Prompt
from generator.content.models.reflection import fields_of, placed_fields
from generator.content.models.review import Record
from generator.problems import Location, Problems
from generator.text.suggestions import suggestion


def merge(layers: Sequence[Layer], problems: Problems) -> Layer:
    """Merge the layers, base first; entries sorted by kind and id.

    Adds a problem for each patch without a target; its key becomes unreadable.
    """
    base, *overlays = layers
    entries = dict(base.entries)
    unreadable = set(base.unreadable)
    drafts = set(base.drafts)
    for layer in overlays:
        unreadable |= layer.unreadable
        drafts |= layer.drafts
        before = dict(entries)
        for key, entry in layer.entries.items():
            found = _merged(before.get(key), entry, before, problems)
            if found is None:
                unreadable.add(key)
            else:
                entries[key] = found
    return Layer(dict(sorted(entries.items())), unreadable, drafts)


def _merged(
    below: RawEntry | None, entry: RawEntry, entries: dict[Key, RawEntry], problems: Problems
) -> RawEntry | None:
    """`below` patched or replaced by `entry`, or `entry` if it is new and whole.

    None, and a problem is added, if `entry` is a patch without a target.
    """
    if not _has_valid_replace(entry, problems):
        return below
    if below is None:
        if REPLACE in entry.values or _is_fragment(entry.values, KIND[entry.kind].model, entry):
            if not _report_wrong_set(entry, entries, problems):
                missing = _missing(entry.values, KIND[entry.kind].model)
                _report_missing_target(entry, entry.kind, entry.id, (), missing, entries, problems)
            return None
        return _without_dangling(None, entry, entries, problems)
    if entry.group != below.group:
        _report_group(entry, below, problems)
    if REPLACE in entry.values:
        return replaced(entry)
    _report_empty(entry, problems)
    _report_repeated(entry, problems)
    return patch(below, _without_dangling(below, entry, entries, problems))


def _without_dangling(
    below: RawEntry | None, entry: RawEntry, entries: dict[Key, RawEntry], problems: Problems
) -> RawEntry:
    """`entry` without prompts that patch a missing one; adds a problem for each of these."""
    if entry.kind != "prompt-set":
        return entry
    items = items_of(entry.kind, below.values) if below else []
    there = {item.get("id") for item in items if _is_record(item)}
    lost = [
        number
        for number, item in enumerate(items_of(entry.kind, entry.values))
        if _is_record(item)
        and item.get("id") not in there
        and (REPLACE in item or (below is not None and _is_fragment(item, Prompt, None)))
    ]
    elsewhere = _report_wrong_set(entry, entries, problems, lost) if lost else set()
    for number in lost:
        if number in elsewhere:
            continue
        prompt = entry.values["prompts"][number]
        missing, keys = _missing(prompt, Prompt), ("prompts", number)
        _report_missing_target(
            entry, "prompt", str(prompt.get("id")), keys, missing, entries, problems
        )
    return entry.without_items("prompts", lost) if lost else entry


def _is_fragment(values: dict[str, Any], model: type[Record], entry: RawEntry | None) -> bool:
    """Whether at least half of the required fields are missing: a patch, not a new entry."""
    if (entry is not None and entry.kind in ("clinic", "taxonomy")) or is_draft(values):
        return False  # missing fields are reported by decoding
    return 2 * len(_missing(values, model)) >= len(_needed(model))


def _missing(values: dict[str, Any], model: type[Record]) -> list[str]:
    return [name for name in _needed(model) if name not in values]


def _needed(model: type[Record]) -> list[str]:
    """Names of required fields that are written in the file."""
    needed = [name for name, field in fields_of(model).items() if field.is_required()]
    return [name for name in needed if name not in placed_fields(model)]


def _has_valid_replace(entry: RawEntry, problems: Problems) -> bool:
    items = enumerate(items_of(entry.kind, entry.values))
    places: list[tuple[tuple[str | int, ...], dict[str, Any]]] = [((), entry.values)]
    places += [(("prompts", i), item) for i, item in items if _is_record(item)]
    wrong = [keys for keys, values in places if values.get(REPLACE, "true") != "true"]
    for keys in wrong:
        problems.error(
            entry.locate((*keys, REPLACE)),
            "replace-is-true",
            '"replace" takes nothing but true.',
            "Write 'replace: true' to put this in the place of the other, or remove the line to "
            "change single fields.",
        )
    return not wrong


def _report_missing_target(
    entry: RawEntry,
    kind: str,
    name: str,
    keys: tuple[str | int, ...],
    missing: Sequence[str],
    entries: dict[Key, RawEntry],
    problems: Problems,
) -> None:
    hint = successor(name, entries.values()) if kind == "prompt" else ""
    near = suggestion(name, names_of(kind, entries.values()))
    hint = hint or f"{near} {_to_add(missing)}".strip()
    problems.error(
        entry.locate(keys),
        "changed-entry-exists",
        f'There is no {kind} "{name}" to change: its name is misspelt, or it is no longer in the '
        "library.",
        hint,
    )


def _report_wrong_set(
    entry: RawEntry,
    entries: dict[Key, RawEntry],
    problems: Problems,
    of: Collection[int] | None = None,
) -> set[int]:
    """Report prompts of a set's file that belong to another set, and so patch nothing.

    Checks the positions `of`, or all if None. Returns the positions reported.
    """
    if entry.kind != "prompt-set":
        return set()
    places = {
        str(item.get("id")): below.id
        for below in entries.values()
        for item in (items_of(below.kind, below.values) if below.kind == "prompt-set" else ())
        if _is_record(item) and below.id != entry.id
    }
    found = {
        number: (name, places[name])
        for number, item in enumerate(items_of(entry.kind, entry.values))
        if _is_record(item) and (of is None or number in of)
        if (name := str(item.get("id"))) in places
    }
    for number, (prompt, place) in found.items():
        problems.error(
            entry.locate(("prompts", number)),
            "changed-entry-exists",
            f'The prompt "{prompt}" stands in the set "{place}", not here.',
            f"Write what you change of it in {PurePosixPath(entry.path).with_name(place)}.yaml.",
        )
    return set(found)


def _to_add(missing: Sequence[str]) -> str:
    if len(missing) < 2:
        return f"To add a new one, add the field {missing[0]}." if missing else ""
    return f"To add a new one, add all of these fields: {', '.join(missing)}."


def names_of(kind: str, entries: Iterable[RawEntry]) -> list[str]:
    """Ids of all entries of a kind; of `prompt`, those in all prompt sets."""
    if kind != "prompt":
        return [entry.id for entry in entries if entry.kind == kind]
    sets = [entry for entry in entries if entry.kind == "prompt-set"]
    items = [item for entry in sets for item in items_of(entry.kind, entry.values)]
    return [str(item["id"]) for item in items if _is_record(item) and "id" in item]


def successor(prompt: str, entries: Iterable[RawEntry]) -> str:
    """Hint with the prompt that replaces a removed one (`replaces`); empty if none does."""
    for entry in entries:
        for item in items_of(entry.kind, entry.values) if entry.kind == "prompt-set" else ():
            if _is_record(item) and prompt in (item.get("replaces") or ()):
                return f'It was replaced by "{item.get("id")}".'
    return ""


def _is_record(item: Any) -> bool:
    return isinstance(item, dict)


def _report_empty(entry: RawEntry, problems: Problems) -> None:
    """Report an empty list of prompts or terms: lists merge by id, so it changes nothing."""
    name = ITEMS.get(entry.kind, "")
    if entry.values.get(name) == []:
        problems.error(
            entry.locate((name,)),
            "changed-list-has-items",
            f'"{name}" is empty, which changes nothing of what is there.',
            "Remove this line; to hide prompts, name them or their terms under 'hide' in "
            "clinic.yaml.",
        )


def _report_repeated(entry: RawEntry, problems: Problems) -> None:
    """Report each id after its first in a list of prompts or terms, which merge by id."""
    name = ITEMS.get(entry.kind, "")
    rule = "term-is-unique" if name == "terms" else "id-is-unique"
    first: dict[str, int] = {}
    for number, item in enumerate(items_of(entry.kind, entry.values)):
        item_id = str(item.get("id")) if _is_record(item) and "id" in item else ""
        if item_id and first.setdefault(item_id, number) != number:
            line = entry.locate((name, first[item_id], "id")).line
            message = f'The id "{item_id}" stands in this file twice: also in line {line}.'
            hint = "Write all that changes of it in one place, or choose another id."
            problems.error(entry.locate((name, number, "id")), rule, message, hint)


def _report_group(entry: RawEntry, earlier: RawEntry, problems: Problems) -> None:
    problems.error(
        Location(entry.path),
        "file-is-in-its-place",
        f'The {entry.kind} "{entry.id}" is of the kind {earlier.group} in {earlier.path}.',
        f"Move this file into the folder {earlier.group}/, or give it another name.",
    )
