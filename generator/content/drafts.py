"""Drafts: which entry or prompt with `status: draft` a path of keys or a line of a file is in.

Drafts are checked like the rest, but no page shows them, so their faults are downgraded to warnings
and never stop a build; what cannot be decoded of them is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from generator.content.layers.entry import Key, Keys, RawEntry
from generator.content.models.kinds import KINDS, items_of
from generator.content.models.review import Status
from generator.problems import Location

DraftAt = Callable[[Location], Key | None]
"""Function from a location to the key of the draft that contains it, or None."""


def is_draft(values: Mapping[str, Any]) -> bool:
    """Whether the raw values of an entry or a prompt have `status: draft`."""
    return str(values.get("status") or "").strip() == Status.DRAFT


def draft_of(entry: RawEntry, keys: Keys) -> Key | None:
    """Key of the draft, the entry or a prompt in it, that has the value at `keys`; or None."""
    if _is_draft_entry(entry):
        return entry.kind, entry.id
    if entry.kind == "prompt-set" and len(keys) > 1 and keys[0] == "prompts":
        items = items_of(entry.kind, entry.values)
        position = keys[1]
        if isinstance(position, int) and position < len(items) and _is_draft_item(items[position]):
            return "prompt", _name(items[position])
    return None


def drafts_in(entries: Iterable[RawEntry]) -> frozenset[Key]:
    """Keys of all drafts among these entries, with all prompts of draft sets."""
    found: set[Key] = set()
    for entry in entries:
        if _is_draft_entry(entry):
            found.add((entry.kind, entry.id))
        items = items_of(entry.kind, entry.values) if entry.kind == "prompt-set" else ()
        drafts = items if _is_draft_entry(entry) else filter(_is_draft_item, items)
        found |= {("prompt", _name(item)) for item in drafts if isinstance(item, dict)}
    return frozenset(found)


def draft_finder(entries: Iterable[RawEntry]) -> DraftAt:
    """Lookup from location to draft; line spans are computed lazily, once for each file."""
    by_path: dict[str, list[RawEntry]] = {}
    for entry in entries:
        items = items_of(entry.kind, entry.values) if entry.kind == "prompt-set" else ()
        if _is_draft_entry(entry) or any(map(_is_draft_item, items)):
            for path in dict.fromkeys(trace.source.path for trace in entry.traces):
                by_path.setdefault(path, []).append(entry)

    @cache
    def spans(path: str) -> tuple[tuple[int, int, Key], ...]:
        """First line, last line and key of each draft in a file."""
        found: list[tuple[int, int, Key]] = []
        for entry in by_path.get(path, ()):
            if _is_draft_entry(entry):
                found.append((1, _NO_END, (entry.kind, entry.id)))
                continue
            for position, item in enumerate(items_of(entry.kind, entry.values)):
                if _is_draft_item(item):
                    for source, first, last in entry.spans(("prompts", position)):
                        if source == path:
                            found.append((first, last, ("prompt", _name(item))))
        return tuple(found)

    def draft_at(place: Location) -> Key | None:
        return next(
            (key for first, last, key in spans(place.path) if first <= place.line <= last), None
        )

    return draft_at


def drafts_in_text(kind: str, entry_id: str, text: str) -> frozenset[Key]:
    """Keys of drafts in a file that cannot be parsed, by regular expression.

    Empty unless a line of its own at the left edge is `status: draft`.
    """
    if kind not in _HAVE_STATUS or not _SAYS_DRAFT.search(text):
        return frozenset()
    named = _NAMED.findall(text) if kind == "prompt-set" else ()
    return frozenset({(kind, entry_id), *(("prompt", name) for name in named)})


def _is_draft_entry(entry: RawEntry) -> bool:
    return entry.kind in _HAVE_STATUS and is_draft(entry.values)


def _is_draft_item(item: Any) -> bool:
    return isinstance(item, dict) and is_draft(item)


def _name(item: Mapping[str, Any]) -> str:
    return str(item.get("id")).strip()


_HAVE_STATUS = frozenset(kind.name for kind in KINDS if "status" in kind.model.model_fields)
"""Kinds whose entries can be drafts; clinics, vocabularies and pages are always shown."""
_NO_END = 10**9
_SAYS_DRAFT = re.compile(r"^status:[ \t]*[\"']?draft[\"']?[ \t]*(?:#.*)?\r?$", re.MULTILINE)
_NAMED = re.compile(r"^[ \t]*(?:- *)?(?:\{ *)?id:[ \t]*[\"']?([a-z0-9-]+)", re.MULTILINE)
