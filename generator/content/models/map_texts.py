"""Every text of a record changed by one function, and nothing else of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel

AS_TYPED = frozenset({"search_terms", "doi", "email"})
"""Fields whose words are compared or followed, not read."""

_MOST = 100_000
"""Records that are remembered; a library of ten thousand prompts has half as many."""


class Changed:
    """Records, and lists and tables of them, with `change` applied to each text.

    What nothing is changed in stays the same value, and what stands in two places stays one.
    """

    def __init__(self, change: Callable[[str], str]) -> None:
        self._change = change
        self._done: dict[int, tuple[BaseModel, BaseModel]] = {}
        """By identity: a record, which is held so that no other takes its place, and the other."""

    def of(self, value: Any) -> Any:
        """The value anew; whatever is neither text nor holds any is given back."""
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
