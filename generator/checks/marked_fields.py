"""Values whose field is marked as one that names something, as read: a mistake elsewhere in the
same entry hides nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeVar

from generator.content.layers.entry import Keys, RawEntry
from generator.content.library import Library
from generator.content.models.kinds import KIND
from generator.content.models.reflection import Mark, marked_fields, values_at

M = TypeVar("M")


def marked(library: Library, wanted: type[M]) -> Iterator[tuple[RawEntry, Keys, str, M]]:
    """Every such value whose mark is a `wanted`: its entry, its keys, itself, its mark."""
    for entry in library.entries.values():
        for keys, value, mark in _by_mark(entry).get(wanted, ()):
            if isinstance(mark, wanted):
                yield entry, keys, value, mark


@lru_cache(maxsize=4_000)
def _by_mark(entry: RawEntry) -> dict[type[object], list[tuple[Keys, str, Mark]]]:
    found: dict[type[object], list[tuple[Keys, str, Mark]]] = {}
    for told in marked_in(entry):
        found.setdefault(type(told[2]), []).append(told)
    return found


# Several rules ask the same of every entry, and `serve` asks again of those that did not change.
@lru_cache(maxsize=4_000)
def marked_in(entry: RawEntry) -> tuple[tuple[Keys, str, Mark], ...]:
    """Every marked text of an entry: its keys, itself, its mark, field by field."""
    return tuple(
        (keys, value, field.mark)
        for field in marked_fields(KIND[entry.kind].model_for(entry.id))
        for keys, value in values_at(entry.values, field.path)
        if isinstance(value, str)
    )
