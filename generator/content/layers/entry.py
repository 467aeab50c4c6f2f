"""Overlay patching of raw entries (base, locale, clinic), with provenance of every value.

A layer is a folder laid out like content/. An entry that only a later layer has is added; one that
an earlier layer has too is patched: top-level fields are replaced, prompts and terms are merged by
id, unless `replace: true` replaces the whole. Merging comes before decoding, so that a patch need
not be a valid entry, and each problem is located in the file that has the faulty value.
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
"""Path into nested values: field names, and positions of list items."""


@dataclass(frozen=True)
class Trace:
    """Provenance: what is below the path `target` of an entry is from `origin` in a file."""

    target: Keys
    source: Source
    origin: Keys
    anew: bool = False
    """Whether it replaced what was there, so that earlier traces do not apply below."""


@dataclass(frozen=True)
class RawEntry:
    """Merged but undecoded values of an entry, with the traces that locate them."""

    kind: str
    id: str
    group: str
    values: dict[str, Any]
    traces: tuple[Trace, ...]

    def __hash__(self) -> int:
        """Hash of kind, id, group and the texts of its files, as `values` is an unhashable dict.

        With the texts, versions of an entry that is edited often do not collide in caches.
        """
        return hash((self.kind, self.id, self.group, *[t.source.text for t in self.traces]))

    def locate(self, keys: Sequence[str | int] = (), *, of_key: bool = False) -> Location:
        """Location of the value at `keys` in the last layer that sets it; see `Source.locate`."""
        source, inside = self._written(tuple(keys))
        return source.locate(inside, of_key=of_key)

    def locate_text(self, keys: Sequence[str | int], snippet: str) -> Location:
        """Location of `snippet` in the text at `keys`; see `Source.locate_text`."""
        source, inside = self._written(tuple(keys))
        return source.locate_text(inside, snippet)

    def spans(self, keys: Keys) -> Iterator[tuple[str, int, int]]:
        """Path, first line and last line of each file that has a value at `keys`."""
        for trace in self.traces:
            below = len(trace.target)
            inside = (*trace.origin, *keys[below:])
            if keys[:below] == trace.target and trace.source.has(inside):
                yield (trace.source.path, *trace.source.span(inside))

    def written_in(self, keys: Sequence[str | int]) -> str:
        """Path of the file that sets the value at `keys`."""
        return self._written(tuple(keys))[0].path

    @property
    def is_patched(self) -> bool:
        """Whether an overlay (language or clinic) changes an entry of an earlier layer."""
        return any(trace.source.path != self.path for trace in self.traces)

    def is_written_above(self, keys: Sequence[str | int]) -> bool:
        """Whether an overlay (language or clinic) sets the value at `keys`."""
        return self.written_in(keys) != self.path

    def _written(self, path: Keys) -> tuple[Source, Keys]:
        """Source with the longest existing prefix of `path`, the later on ties, and its path there.

        Where a layer replaced a field, earlier layers are not considered.
        """
        best: tuple[int, Source, Keys] | None = None
        for trace in reversed(self.traces):
            below = len(trace.target)
            if path[:below] != trace.target:
                continue
            inside = (*trace.origin, *path[below:])
            depth = trace.source.depth(inside) - len(trace.origin) + below
            if best is None or depth > best[0]:
                best = (depth, trace.source, inside)
            if below == 1 or trace.anew:
                break
        assert best is not None, "the first layer has a trace for everything"
        return best[1:]

    def origin_of(self, path: Keys) -> Keys:
        """Path in its file of what is at `path` of the entry."""
        return self._written(path)[1]

    def without_items(self, key: str, positions: Collection[int]) -> RawEntry:
        """Copy of an unmerged entry without the items of the list at `key` at these positions."""
        items = self.values[key]
        kept = [i for i in range(len(items)) if i not in positions]
        source = self.traces[0].source
        moved = (Trace((key, new), source, (key, old), anew=True) for new, old in enumerate(kept))
        values = {**self.values, key: [items[i] for i in kept]}
        return replace(self, values=values, traces=(*self.traces, *moved))

    @property
    def path(self) -> str:
        """Path of the entry's file in the first layer that has it."""
        return self.traces[0].source.path


def read_entry(
    kind: str, entry_id: str, group: str, content: bytes, shown_as: str
) -> tuple[RawEntry | None, tuple[Problem, ...]]:
    """Parse an entry from the bytes of its file; None if unreadable, with all problems.

    Memoized by content, up to `_KEPT_BYTES`: in a long-running process equal bytes give the same
    object, so that caches keyed by entry (records, passages) hit as well.
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
"""Largest content in bytes that is kept in the cache; no real file is larger."""


def entry_from(kind: str, entry_id: str, group: str, source: Source) -> RawEntry:
    """Entry of one layer, before merging."""
    return RawEntry(kind, entry_id, group, source.values, (Trace((), source, ()),))


def replaced(later: RawEntry) -> RawEntry:
    """Entry of a later layer that replaces earlier ones, without the `replace` field."""
    values = {key: value for key, value in later.values.items() if key != REPLACE}
    return replace(later, values=values)


def patch(entry: RawEntry, later: RawEntry) -> RawEntry:
    """Entry with the fields of a later layer over it; prompts and terms merge by id."""
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
"""Field that, as `replace: true`, makes an entry or a prompt replace the earlier one as a whole."""
