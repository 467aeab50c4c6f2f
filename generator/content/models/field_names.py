"""Names of the fields of all records, by record: which names can stand beside a given one."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel

from generator.content.models.kinds import KINDS
from generator.content.models.reflection import fields_of, records_in
from generator.content.models.taxonomy import TAXONOMIES


@cache
def sibling_fields(field: str) -> frozenset[str]:
    """Names of all fields of the records that have `field`; empty if none has it."""
    return frozenset().union(*(names for names in _records() if field in names))


@cache
def _records() -> tuple[frozenset[str], ...]:
    """Names of the fields of each record, nested ones included."""
    found: dict[type[BaseModel], frozenset[str]] = {}
    waiting = [record for kind in KINDS for record in records_in(kind.model)]
    waiting += TAXONOMIES.values()
    while waiting:
        record = waiting.pop()
        if record not in found:
            fields = fields_of(record)
            found[record] = frozenset(fields)
            waiting += (inner for f in fields.values() for inner in records_in(f.annotation))
    return tuple(found.values())
