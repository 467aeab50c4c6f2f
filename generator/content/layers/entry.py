"""Apply: base, locale and clinic as layers of the same folders, merged before anything is decoded.

A layer is a folder laid out like content/. An entry that only a later layer has is added; one
that an earlier layer has too is patched field by field, prompts and terms by their id, unless it
says that it takes the other's place. Merging plain values means that a patch never has to be a
whole valid entry, and that each error points at the file that said the wrong thing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from generator.content.models.kinds import items_of
from generator.content.reading.source import Source, parse_source
from generator.problems import Location, Problem, Problems

Key = tuple[str, str]
"""Kind and id of an entry, or of a prompt."""
Keys = tuple[str | int, ...]


@dataclass(frozen=True)
class Trace:
    """Says that what stands below `target` in an entry was written below `origin` in a file."""

    target: Keys
    source: Source
    origin: Keys
    anew: bool = False
    """Whether nothing that stood there before is left."""


@dataclass(frozen=True)
class RawEntry:
    """An entry's values before decoding, merged from its layers, still able to find themselves."""

    kind: str
    id: str
    group: str
    values: dict[str, Any]
    traces: tuple[Trace, ...]

    def __hash__(self) -> int:
        """By what it is called: values are dicts, which have no hash."""
        return hash((self.kind, self.id, self.group))

    def locate(self, keys: Sequence[str | int] = (), *, of_key: bool = False) -> Location:
        """Where the value at `keys` was written: in the last layer that says it."""
        source, inside = self._written(tuple(keys))
        return source.locate(inside, of_key=of_key)

    def locate_text(self, keys: Sequence[str | int], snippet: str) -> Location:
        """Where `snippet` stands in the text at `keys`."""
        source, inside = self._written(tuple(keys))
        return source.locate_text(inside, snippet)

    def spans(self, keys: Keys) -> Iterator[tuple[str, int, int]]:
        """Each file that says something of what is at `keys`, with its first and last line."""
        for trace in self.traces:
            below = len(trace.target)
            inside = (*trace.origin, *keys[below:])
            if keys[:below] == trace.target and trace.source.has(inside):
                yield (trace.source.path, *trace.source.span(inside))

    def written_in(self, keys: Sequence[str | int]) -> str:
        """The file that says the value at `keys`."""
        return self._written(tuple(keys))[0].path

    def is_written_above(self, keys: Sequence[str | int]) -> bool:
        """Whether a layer above the first one, a language or a clinic, says the value at `keys`."""
        return self.written_in(keys) != self.path

    def _written(self, path: Keys) -> tuple[Source, Keys]:
        """The file that says most of `path`, the later one if two say as much.

        Where a layer gave a field anew, no earlier layer has a say below it.
        """
        best: tuple[int, Source, Keys] | None = None
        for trace in reversed(self.traces):
            below = len(trace.target)
            if path[:below] != trace.target:
                continue
            inside = (*trace.origin, *path[below:])
            said = trace.source.depth(inside) - len(trace.origin) + below
            if best is None or said > best[0]:
                best = (said, trace.source, inside)
            if below == 1 or trace.anew:
                break
        assert best is not None, "the first layer has a trace for everything"
        return best[1:]

    def origin_of(self, path: Keys) -> Keys:
        """Where in its file stands what is at `path` of the entry, as one layer has it."""
        return self._written(path)[1]

    def without_items(self, key: str, positions: Collection[int]) -> RawEntry:
        """The entry, as one layer has it, without some items of the list at `key`."""
        items = self.values[key]
        kept = [i for i in range(len(items)) if i not in positions]
        source = self.traces[0].source
        moved = (Trace((key, new), source, (key, old), anew=True) for new, old in enumerate(kept))
        values = {**self.values, key: [items[i] for i in kept]}
        return replace(self, values=values, traces=(*self.traces, *moved))

    @property
    def path(self) -> str:
        """The file that first had the entry."""
        return self.traces[0].source.path


def read_entry(
    kind: str, entry_id: str, group: str, content: bytes, shown_as: str
) -> tuple[RawEntry | None, tuple[Problem, ...]]:
    """The entry that the bytes of a file say, if they can be read, and what is wrong with them.

    For a process that reads again and again: the same bytes give the very same entry, so that
    what follows from it (its record, its passages) need not be worked out again either.
    """
    read = _read_entry if len(content) <= _KEPT_BYTES else _read_entry.__wrapped__
    return read(kind, entry_id, group, content, shown_as)


@lru_cache(maxsize=2_000)
def _read_entry(
    kind: str, entry_id: str, group: str, content: bytes, shown_as: str
) -> tuple[RawEntry | None, tuple[Problem, ...]]:
    problems = Problems()
    source = parse_source(content, shown_as=shown_as, problems=problems)
    entry = None if source is None else entry_from(kind, entry_id, group, source)
    return entry, problems.sorted


_KEPT_BYTES = 200_000
"""No file of content is larger; of one that is, a copy is not kept."""


def entry_from(kind: str, entry_id: str, group: str, source: Source) -> RawEntry:
    """An entry as one layer has it."""
    return RawEntry(kind, entry_id, group, source.values, (Trace((), source, ()),))


def replaced(later: RawEntry) -> RawEntry:
    """The entry as a later layer gives it anew, with nothing left of earlier ones."""
    values = {key: value for key, value in later.values.items() if key != REPLACE}
    return replace(later, values=values)


def patch(entry: RawEntry, later: RawEntry) -> RawEntry:
    """The entry with what a later layer says of it laid over it."""
    values = dict(entry.values)
    traces = list(entry.traces)
    source = later.traces[0].source
    inside = items_of(entry.kind, entry.values)
    patched = items_of(later.kind, later.values)
    for key, value in later.values.items():
        if value is patched:
            origins = [later.origin_of((key, number)) for number in range(len(patched))]
            merged, found = _patch_items(key, inside, patched, source, origins)
            values[key] = merged
            traces += found
        else:
            values[key] = value
            traces.append(Trace((key,), source, (key,)))
    return RawEntry(entry.kind, entry.id, entry.group, values, tuple(traces))


def _patch_items(
    key: str, items: list[Any], patches: list[Any], source: Source, origins: Sequence[Keys]
) -> tuple[list[Any], list[Trace]]:
    merged = list(items)
    positions = {
        item["id"]: i
        for i, item in enumerate(items)
        if isinstance(item, dict) and isinstance(item.get("id"), str)
    }
    traces = []
    for item, origin in zip(patches, origins, strict=True):
        name = item.get("id") if isinstance(item, dict) else None
        position = positions.get(name) if isinstance(name, str) else None
        anew = isinstance(item, dict) and REPLACE in item
        given = {k: v for k, v in item.items() if k != REPLACE} if anew else item
        if position is None:
            position = len(merged)
            merged.append(given)
        else:
            merged[position] = given if anew else {**merged[position], **given}
        traces.append(Trace((key, position), source, origin, anew))
    return merged, traces


REPLACE = "replace"
"""With `replace: true`, an entry or a prompt takes the place of the one below as a whole."""
