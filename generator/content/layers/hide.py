"""Clinic's `hide` list: sets entries to status archived, by id or by facet and term.

They stay in the library, so that a reference to a hidden entry can be told from a dangling one;
pages show none of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generator.content.layers.entry import Key, RawEntry
from generator.content.layers.folders import Layer
from generator.content.layers.inherit import USUAL_AGES, USUAL_AUDIENCE
from generator.content.layers.merge import names_of, successor
from generator.content.layers.pages import NO_PAGES, PageLayer
from generator.content.models.kinds import items_of
from generator.content.page_front_matter import PAGE
from generator.problems import Problems
from generator.text.suggestions import suggestion

FACETS = {
    "mood": ("moods", "moods"),
    "phase": ("phases", "phases"),
    "benefit": ("benefits", "benefits"),
    "setting": ("settings", "settings"),
    "format": ("formats", "formats"),
    "age-band": ("age-bands", "age_bands"),
    "audience": ("audiences", "audience"),
    "intensity": ("intensity", "intensity"),
}
"""Facets that can stand before the colon besides kinds of entries: vocabulary, and field with its
terms. `facet:term` hides every prompt and worksheet with that term."""

ALWAYS_THERE = frozenset(
    {"about", "for-clinics", "for-developers", "for-therapists", "privacy", "safety"}
    | {"when-it-gets-worse"}
)
"""Ids of pages that cannot be hidden: the frame, or a page that is always made, links to them."""
MADE_PAGES = frozenset(
    {"404", "check-in", "crisis", "embedding", "home", "index", "mood-map", "packet", "packets"}
    | {"prompts", "resources", "routine", "start", "studies", "techniques", "trust", "worksheets"}
    | {"writing"}
)
"""Ids and names in links of pages that every site is made with, and that cannot be hidden."""
_ALWAYS_NAMED = frozenset(f"{PAGE}:{page}" for page in ALWAYS_THERE)


@dataclass(frozen=True)
class Hidden:
    """The merged layer after hiding."""

    layer: Layer
    by: Mapping[Key, int] = field(default_factory=dict)
    """Index in `hide` of the line that hides an entry, prompt or page, by kind and id."""


def hide(
    layer: Layer, own: Layer, clinic: RawEntry, problems: Problems, pages: PageLayer = NO_PAGES
) -> Hidden:
    """Archive what the clinic's `hide` names; `own` is the clinic's layer, without its pages.

    Adds a problem for each unknown name, name that the clinic also changes, and required page.
    """
    named = clinic.values.get("hide")
    if not isinstance(named, list):
        return Hidden(layer)
    lines = {name: index for index, name in enumerate(named) if isinstance(name, str)}
    known = set(_names(layer)) | {f"{PAGE}:{page.id}" for page in pages.pages}
    changed = dict(_changed(own)) | {f"{PAGE}:{i}": path for i, path in pages.own.items()}
    for name, index in lines.items():
        if name not in known and name.partition(":")[::2] in _MADE:
            problems.error(
                clinic.locate(("hide", index)),
                "page-is-needed",
                f'Every site has "{name}", so it cannot be hidden.',
                "Take this line out.",
            )
        elif name not in known:
            _report_unknown(name, index, known, layer, clinic, problems)
        elif name in changed:
            problems.error(
                clinic.locate(("hide", index)),
                "hidden-entry-is-not-changed",
                f'"{name}" is hidden here and written in {changed[name]}.',
                "Remove one of the two.",
            )
        elif name in _ALWAYS_NAMED:
            problems.error(
                clinic.locate(("hide", index)),
                "page-is-needed",
                f'Every site leads its readers to "{name}", so it cannot be hidden.',
                f"Write your own in pages/{name.partition(':')[2]}.md instead.",
            )
    hider = _Hider(layer, lines)
    entries = {key: hider.archived(entry) for key, entry in layer.entries.items()}
    gone = {(PAGE, p.id): lines[f"{PAGE}:{p.id}"] for p in pages.pages if f"{PAGE}:{p.id}" in lines}
    return Hidden(Layer(entries, layer.unreadable, layer.drafts), hider.by | gone)


def _names(layer: Layer) -> Iterator[str]:
    for entry in layer.entries.values():
        if entry.kind not in ("taxonomy", "clinic"):
            yield f"{entry.kind}:{entry.id}"
    for name in names_of("prompt", layer.entries.values()):
        yield f"prompt:{name}"
    for facet, (vocabulary, _) in FACETS.items():
        for term in _terms(layer, vocabulary):
            yield f"{facet}:{term.get('id')}"


def _terms(layer: Layer, vocabulary: str) -> list[dict[str, Any]]:
    entry = layer.entries.get(("taxonomy", vocabulary))
    terms = items_of("taxonomy", entry.values) if entry else []
    return [term for term in terms if isinstance(term, dict)]


def _changed(own: Layer) -> Iterator[tuple[str, str]]:
    """Name (`kind:id`) and path of every entry and prompt in the clinic's layer."""
    for entry in own.entries.values():
        yield f"{entry.kind}:{entry.id}", entry.path
        if entry.kind == "prompt-set":
            for name in names_of("prompt", (entry,)):
                yield f"prompt:{name}", entry.path


def _report_unknown(
    name: str, index: int, known: set[str], layer: Layer, clinic: RawEntry, problems: Problems
) -> None:
    kind, _, entry_id = name.partition(":")
    after = successor(entry_id, layer.entries.values()) if kind == "prompt" else ""
    problems.error(
        clinic.locate(("hide", index)),
        "hidden-entry-exists",
        f'There is nothing named "{name}" to hide.',
        after
        or suggestion(name, known)
        or "Write it as kind and id, or as a facet and one of its terms, with a colon and no space "
        "between: prompt:some-prompt, intensity:deep.",
    )


class _Hider:
    """Archives entries, and collects in `by` which index of `hide` did it."""

    def __init__(self, layer: Layer, lines: Mapping[str, int]) -> None:
        self.by: dict[Key, int] = {}
        self._layer = layer
        self._lines = lines
        levels = _terms(layer, "intensity")
        self._levels = {str(term.get("level")): str(term.get("id")) for term in levels}

    def archived(self, entry: RawEntry) -> RawEntry:
        """Entry with status archived if it, its technique or all its prompts are hidden, else with
        single prompts archived; the same object if nothing is hidden."""
        if entry.kind in ("taxonomy", "clinic"):
            return entry
        technique = f"technique:{entry.values.get('technique')}"
        names = [f"{entry.kind}:{entry.id}", technique]
        if entry.kind == "worksheet":
            names += self._facets((entry.values,))
        line = self._line(names)
        if entry.kind == "prompt-set":
            return self._archived_set(entry, line)
        if line is None:
            return entry
        self.by[entry.kind, entry.id] = line
        return replace(entry, values={**entry.values, **_ARCHIVED})

    def _archived_set(self, entry: RawEntry, whole: int | None) -> RawEntry:
        items = items_of(entry.kind, entry.values)
        lines = [whole if whole is not None else self._line_of(item, entry) for item in items]
        for item, line in zip(items, lines, strict=True):
            if line is not None and isinstance(item, dict):
                self.by["prompt", str(item.get("id"))] = line
        if whole is None and items and all(line is not None for line in lines):
            whole = lines[0]
        if whole is not None:
            self.by[entry.kind, entry.id] = whole
            return replace(entry, values={**entry.values, **_ARCHIVED})
        if all(line is None for line in lines):
            return entry
        kept = [
            item if line is None else {**item, **_ARCHIVED}
            for item, line in zip(items, lines, strict=True)
        ]
        return replace(entry, values={**entry.values, "prompts": kept})

    def _line_of(self, item: Any, entry: RawEntry) -> int | None:
        """Index in `hide` that hides a prompt, by id or by own or inherited facets; or None."""
        if not isinstance(item, dict):
            return None
        guide = self._layer.entries.get(("technique", str(entry.values.get("technique"))))
        formats = {"formats": guide.values.get("formats")} if guide else {}
        sources = (item, entry.values, formats, _USUAL)
        return self._line([f"prompt:{item.get('id')}", *self._facets(sources)])

    def _facets(self, sources: Sequence[Mapping[str, Any]]) -> Iterator[str]:
        """`facet:term` of each term; per facet, the first mapping with a value counts."""
        for facet, (_, name) in FACETS.items():
            found = next((values[name] for values in sources if values.get(name)), ())
            for term in found if isinstance(found, list | tuple) else (found,):
                term_id = self._levels.get(str(term), "") if facet == "intensity" else term
                yield f"{facet}:{term_id}"

    def _line(self, names: Sequence[str]) -> int | None:
        return next((self._lines[name] for name in names if name in self._lines), None)


_MADE = frozenset((PAGE, page) for page in MADE_PAGES)
_ARCHIVED = {"status": "archived"}
_USUAL: Mapping[str, Any] = {"age_bands": USUAL_AGES, "audience": USUAL_AUDIENCE}
