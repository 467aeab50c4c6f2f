"""Apply: base, locale and clinic as layers of the same folders, merged before anything is decoded.

A layer is a folder laid out like content/. An entry that only a later layer has is added; one
that an earlier layer has too is patched field by field, prompts and terms by their id. Merging
plain values means that a patch never has to be a whole valid entry, and that each error points
at the file that said the wrong thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from generator.content.kinds import items_of
from generator.content.source import Source
from generator.problems import Location, Problems

Keys = tuple[str | int, ...]


@dataclass(frozen=True)
class Trace:
    """Says that what stands below `target` in an entry was written below `origin` in a file."""

    target: Keys
    source: Source
    origin: Keys


@dataclass(frozen=True)
class RawEntry:
    """An entry's values before decoding, merged from its layers, still able to find themselves."""

    kind: str
    id: str
    group: str
    values: dict[str, Any]
    traces: tuple[Trace, ...]

    def locate(self, keys: Sequence[str | int] = (), *, of_key: bool = False) -> Location:
        """Where the value at `keys` was written: in the last layer that says it."""
        source, inside = self._written(tuple(keys))
        return source.locate(inside, of_key=of_key)

    def locate_text(self, keys: Sequence[str | int], snippet: str) -> Location:
        """Where `snippet` stands in the text at `keys`."""
        source, inside = self._written(tuple(keys))
        return source.locate_text(inside, snippet)

    def _written(self, path: Keys) -> tuple[Source, Keys]:
        candidates = [
            (trace.source, (*trace.origin, *path[len(trace.target) :]))
            for trace in reversed(self.traces)
            if path[: len(trace.target)] == trace.target
        ]
        return next((c for c in candidates if c[0].has(c[1])), candidates[0])

    @property
    def path(self) -> str:
        """The file that first had the entry."""
        return self.traces[0].source.path


def entry_from(kind: str, entry_id: str, group: str, source: Source) -> RawEntry:
    """An entry as one layer has it."""
    return RawEntry(kind, entry_id, group, source.values, (Trace((), source, ()),))


def patch(entry: RawEntry, later: RawEntry) -> RawEntry:
    """The entry with what a later layer says of it laid over it."""
    values = dict(entry.values)
    traces = list(entry.traces)
    source = later.traces[0].source
    inside = items_of(entry.kind, entry.values)
    patched = items_of(later.kind, later.values)
    for key, value in later.values.items():
        if patched and value is patched:
            merged, found = _patch_items(key, inside, patched, source)
            values[key] = merged
            traces += found
        else:
            values[key] = value
            traces.append(Trace((key,), source, (key,)))
    return RawEntry(entry.kind, entry.id, entry.group, values, tuple(traces))


def _patch_items(
    key: str, items: list[Any], patches: list[Any], source: Source
) -> tuple[list[Any], list[Trace]]:
    merged = list(items)
    positions = {item.get("id"): i for i, item in enumerate(items) if isinstance(item, dict)}
    traces = []
    for number, item in enumerate(patches):
        position = positions.get(item.get("id")) if isinstance(item, dict) else None
        if position is None:
            position = len(merged)
            merged.append(item)
        else:
            merged[position] = {**merged[position], **item}
        traces.append(Trace((key, position), source, (key, number)))
    return merged, traces


def hide(
    entries: Iterable[RawEntry], hidden: Sequence[str], clinic: RawEntry, problems: Problems
) -> tuple[RawEntry, ...]:
    """The entries without those that the clinic hides, named as `kind:id`."""
    entries = tuple(entries)
    known = {f"{entry.kind}:{entry.id}" for entry in entries} | {
        f"prompt:{item.get('id')}"
        for entry in entries
        if entry.kind == "prompt-set"
        for item in items_of(entry.kind, entry.values)
        if isinstance(item, dict)
    }
    for index, name in enumerate(hidden):
        if name not in known:
            problems.error(
                clinic.locate(("hide", index)),
                "hidden-entry-exists",
                f'There is nothing named "{name}" to hide.',
                "Write it as kind and id, such as prompt:some-prompt.",
            )
    return tuple(_without(entry, set(hidden)) for entry in entries if not _hides(entry, hidden))


def _hides(entry: RawEntry, hidden: Sequence[str]) -> bool:
    technique = f"technique:{entry.values.get('technique')}"
    return f"{entry.kind}:{entry.id}" in hidden or technique in hidden


def _without(entry: RawEntry, hidden: set[str]) -> RawEntry:
    if entry.kind != "prompt-set":
        return entry
    kept = [
        (i, item)
        for i, item in enumerate(items_of(entry.kind, entry.values))
        if not (isinstance(item, dict) and f"prompt:{item.get('id')}" in hidden)
    ]
    if len(kept) == len(items_of(entry.kind, entry.values)):
        return entry
    others = tuple(trace for trace in entry.traces if trace.target[:1] != ("prompts",))
    moved = tuple(
        _moved(trace, old, new)
        for new, (old, _) in enumerate(kept)
        for trace in entry.traces
        if trace.target in ((), ("prompts", old))
    )
    values = {**entry.values, "prompts": [item for _, item in kept]}
    return RawEntry(entry.kind, entry.id, entry.group, values, others + moved)


def _moved(trace: Trace, old: int, new: int) -> Trace:
    origin = trace.origin if trace.target else (*trace.origin, "prompts", old)
    return Trace(("prompts", new), trace.source, origin)
