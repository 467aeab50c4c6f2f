"""Structural map over records: applies one function to every string, sharing unchanged parts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel

AS_TYPED = frozenset({"search_terms", "doi", "email"})
"""Fields whose strings are matched or followed, not read; they stay as they are."""

_MOST = 100_000
"""Maximum number of cached records; a library of ten thousand prompts has half as many."""


class Changed:
    """Mapper that applies `change` to each string in records, tuples, lists and dict values.

    Unchanged records, tuples and lists are returned as the same object. Records are memoized by
    identity, so that one that is used twice is copied once.
    """

    def __init__(self, change: Callable[[str], str]) -> None:
        self._change = change
        self._done: dict[int, tuple[BaseModel, BaseModel]] = {}
        """By `id`: the record, kept alive so that its `id` is not reused, and its copy."""

    def of(self, value: Any) -> Any:
        """Map a value; values of other types are returned as they are."""
        if type(value) is str:
            return self._change(value)
        if isinstance(value, BaseModel):
            return self._record(value)
        if type(value) is tuple or type(value) is list:
            items = [self.of(item) for item in value]
            same = all(a is b for a, b in zip(items, value, strict=True))
            return value if same else type(value)(items)
        if type(value) is dict:
            return {key: self.of(item) for key, item in value.items()}
        return value

    def _record(self, record: BaseModel) -> BaseModel:
        known = self._done.get(id(record))
        if known is None:
            changed = {}
            for name in type(record).model_fields:
                before = getattr(record, name)
                after = before if name in AS_TYPED else self.of(before)
                if after is not before:
                    changed[name] = after
            if len(self._done) == _MOST:
                self._done.clear()
            known = record, record.model_copy(update=changed) if changed else record
            self._done[id(record)] = known
        return known[1]
