"""Reflection over raw entries: values of fields annotated with `TermOf`, `EntryOf` or `Rich`.

Works on values as read, before decoding, so that an invalid field hides no fault of another one.
"""

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
    """Every text whose field has a mark of type `wanted`: entry, keys, text, mark."""
    for entry in library.entries.values():
        for keys, value, mark in _by_mark(entry).get(wanted, ()):
            if isinstance(mark, wanted):
                yield entry, keys, value, mark


@lru_cache(maxsize=4_000)
def _by_mark(entry: RawEntry) -> dict[type[object], list[tuple[Keys, str, Mark]]]:
    found: dict[type[object], list[tuple[Keys, str, Mark]]] = {}
    for item in marked_in(entry):
        found.setdefault(type(item[2]), []).append(item)
    return found


# Memoized as several rules read every entry, and `serve` checks unchanged entries again.
@lru_cache(maxsize=4_000)
def marked_in(entry: RawEntry) -> tuple[tuple[Keys, str, Mark], ...]:
    """Every marked text of an entry in the order of the model's fields: keys, text, mark."""
    return tuple(
        (keys, value, field.mark)
        for field in marked_fields(KIND[entry.kind].model_for(entry.id))
        for keys, value in values_at(entry.values, field.path)
        if isinstance(value, str)
    )
