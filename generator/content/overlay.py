"""Apply: base, locale and clinic as layers of the same folders, merged before anything is decoded.

A layer is a folder laid out like content/. An entry that only a later layer has is added; one
that an earlier layer has too is patched field by field, prompts and terms by their id. Merging
plain values means that a patch never has to be a whole valid entry, and that each error points
at the file that said the wrong thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.content.kinds import items_of
from generator.content.sentences import nearest
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
            if below == 1:
                break
        assert best is not None, "the first layer has a trace for everything"
        return best[1:]

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
    positions = {
        item["id"]: i
        for i, item in enumerate(items)
        if isinstance(item, dict) and isinstance(item.get("id"), str)
    }
    traces = []
    for number, item in enumerate(patches):
        name = item.get("id") if isinstance(item, dict) else None
        position = positions.get(name) if isinstance(name, str) else None
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
    """The entries with those archived that the clinic hides, named as `kind:id`.

    They stay in the library, so that what names them elsewhere still holds; no page shows them.
    """
    entries = tuple(entries)
    known = set(_names(entries))
    for index, name in enumerate(hidden):
        if name not in known:
            near = nearest(name, known)
            problems.error(
                clinic.locate(("hide", index)),
                "hidden-entry-exists",
                f'There is nothing named "{name}" to hide.',
                f'Did you mean "{near}"?'
                if near
                else "Write it as kind and id, with a colon and "
                "no space between: prompt:some-prompt.",
            )
    return tuple(_archived(entry, frozenset(hidden)) for entry in entries)


def _names(entries: Iterable[RawEntry]) -> Iterator[str]:
    for entry in entries:
        if entry.kind not in ("taxonomy", "clinic"):
            yield f"{entry.kind}:{entry.id}"
        if entry.kind == "prompt-set":
            for item in items_of(entry.kind, entry.values):
                if isinstance(item, dict):
                    yield f"prompt:{item.get('id')}"


def _archived(entry: RawEntry, hidden: frozenset[str]) -> RawEntry:
    """The entry with `status: archived` where it, its technique or one of its prompts is hidden."""
    technique = entry.values.get("technique")
    if hidden & {f"{entry.kind}:{entry.id}", f"technique:{technique}"}:
        return replace(entry, values={**entry.values, **_ARCHIVED})
    items = items_of(entry.kind, entry.values)
    if entry.kind != "prompt-set" or not any(_is_hidden(item, hidden) for item in items):
        return entry
    kept = [{**item, **_ARCHIVED} if _is_hidden(item, hidden) else item for item in items]
    return replace(entry, values={**entry.values, "prompts": kept})


def _is_hidden(item: Any, hidden: frozenset[str]) -> bool:
    return isinstance(item, dict) and f"prompt:{item.get('id')}" in hidden


_ARCHIVED = {"status": "archived"}
