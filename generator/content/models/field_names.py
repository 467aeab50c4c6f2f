"""Names of the fields of all records, by record: which names can stand beside a given one."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from generator.content.models.kinds import KINDS
from generator.content.models.taxonomy import TAXONOMIES


@cache
def beside(field: str) -> frozenset[str]:
    """Names of all fields of the records that have `field`; empty if none has it."""
    return frozenset().union(*(names for names in _records() if field in names))


@cache
def _records() -> tuple[frozenset[str], ...]:
    """Names of the fields of each record, nested ones included."""
    found: dict[type[BaseModel], frozenset[str]] = {}
    waiting: list[Any] = [*(kind.model for kind in KINDS), *TAXONOMIES.values()]
    while waiting:
        kind = waiting.pop()
        if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
            waiting += get_args(kind)
        elif kind not in found:
            found[kind] = frozenset(kind.model_fields)
            waiting += (field.annotation for field in kind.model_fields.values())
    return tuple(found.values())
