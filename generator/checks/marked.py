"""Values whose field is marked as one that names something, as read: a mistake elsewhere in the
same entry hides nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from generator.content.layers.entry import Keys, RawEntry
from generator.content.library import Library
from generator.content.models.kinds import KIND
from generator.content.models.reflection import marked_fields, values_at

M = TypeVar("M")


def marked(library: Library, wanted: type[M]) -> Iterator[tuple[RawEntry, Keys, str, M]]:
    """Every such value whose mark is a `wanted`: its entry, its keys, itself, its mark."""
    for entry in library.entries.values():
        model = KIND[entry.kind].model_for(entry.id)
        for field in marked_fields(model):
            if isinstance(field.mark, wanted):
                for keys, value in values_at(entry.values, field.path):
                    if isinstance(value, str):
                        yield entry, keys, value, field.mark
