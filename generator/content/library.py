"""`Library`: all decoded content of one edition, with locations; input of checks and of `Site`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from generator.content.edition_id import Edition
from generator.content.handwritten import Handwritten, passages_on
from generator.content.layers.entry import Key, RawEntry
from generator.content.layers.names import CLINIC_FILE
from generator.content.layers.pages import PageFile
from generator.content.logo import LogoFile
from generator.content.models.clinic import Clinic
from generator.content.models.packet import Packet
from generator.content.models.prompt import Prompt, PromptSet
from generator.content.models.resource import Resource
from generator.content.models.review import Status
from generator.content.models.study import Study
from generator.content.models.taxonomy import Taxonomy, Term
from generator.content.models.technique import Technique
from generator.content.models.worksheet import Worksheet
from generator.content.passages import Passage, PassageGroup, Voice, interface_passages, passages_in
from generator.problems import Location

T = TypeVar("T")


@dataclass(frozen=True)
class Library:
    """Decoded records by kind and id, sorted by id, and the raw entries that locate them.

    Records of invalid entries are missing (their problems stop the build before a page is
    planned); `entries` has all raw entries.
    """

    edition: Edition
    today: date
    clinic: Clinic | None = None
    logo: LogoFile | None = None
    taxonomies: Mapping[str, Taxonomy] = field(default_factory=dict)
    terms: Mapping[str, Mapping[str, Term]] = field(default_factory=dict)
    techniques: Mapping[str, Technique] = field(default_factory=dict)
    prompt_sets: Mapping[str, PromptSet] = field(default_factory=dict)
    prompts: Mapping[str, Prompt] = field(default_factory=dict)
    set_of_prompt: Mapping[str, str] = field(default_factory=dict)
    worksheets: Mapping[str, Worksheet] = field(default_factory=dict)
    packets: Mapping[str, Packet] = field(default_factory=dict)
    resources: Mapping[str, Resource] = field(default_factory=dict)
    studies: Mapping[str, Study] = field(default_factory=dict)
    entries: Mapping[tuple[str, str], RawEntry] = field(default_factory=dict, repr=False)
    hidden_by: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """Index in the clinic's `hide` that hides an entry, prompt or page, by kind and id."""
    unreadable: frozenset[tuple[str, str]] = frozenset()
    """Kind and id of files that exist but could not be read; references to them are valid."""
    drafts: frozenset[tuple[str, str]] = frozenset()
    """Kind and id of drafts with faults found on reading."""
    pages: tuple[Handwritten, ...] = field(default=(), repr=False)
    """Handwritten pages, sorted by path."""
    pages_left_out: tuple[Handwritten, ...] = field(default=(), repr=False)
    """Handwritten pages that an overlay replaces or hides."""
    page_files: Mapping[str, PageFile] = field(default_factory=dict, repr=False)
    """Pages and static files by POSIX path relative to `docs/`."""
    words: RawEntry | None = field(default=None, repr=False)
    """Interface strings of the edition's locale; None if they are not given."""

    @cached_property
    def passage_groups(self) -> tuple[PassageGroup, ...]:
        """Passages grouped by entry, sorted by kind and id, then by handwritten page, then those of
        the interface strings."""
        return (*(passages_in(entry) for entry in self.entries.values()), *self._groups_beside)

    def found(self, look: Callable[[PassageGroup], Iterable[T]]) -> Iterator[T]:
        """Results of `look` for each of `passage_groups`, in order (`PassageGroup.memoized`).

        `look` is the cache key: a pure function that is the same object at every call, no lambda.
        """
        for group in self.passage_groups:
            yield from group.memoized(look)

    def found_beside(self, look: Callable[[PassageGroup], Iterable[T]]) -> Iterator[T]:
        """As `found`, over handwritten pages and interface strings only."""
        for group in self._groups_beside:
            yield from group.memoized(look)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All passages, in the order of `passage_groups`."""
        return tuple(passage for group in self.passage_groups for passage in group.passages)

    def spoken(self, voices: frozenset[Voice]) -> tuple[Passage, ...]:
        """Passages in these voices, in order; cached, as most rules use the same few voices."""
        if voices not in self._spoken:
            self._spoken[voices] = tuple(p for p in self.passages if p.voice in voices)
        return self._spoken[voices]

    @cached_property
    def _spoken(self) -> dict[frozenset[Voice], tuple[Passage, ...]]:
        return {}

    @cached_property
    def _groups_beside(self) -> tuple[PassageGroup, ...]:
        words = (interface_passages(self.words),) if self.words else ()
        return (*(passages_on(page) for page in self.pages), *words)

    def technique_of(self, prompt: Prompt) -> Technique:
        """Technique of a prompt's set. Raises KeyError if it was not decoded."""
        return self.techniques[self.technique_id_of(prompt)]

    def technique_id_of(self, prompt: Prompt) -> str:
        """Id of the technique of a prompt's set, which may be missing from `techniques`."""
        return self.prompt_sets[self.set_of_prompt[prompt.id]].technique

    def term(self, taxonomy: str, term_id: str) -> Term:
        """Term by vocabulary and id. Raises KeyError for unknown ones."""
        return self.terms[taxonomy][term_id]

    def is_of_clinic(self, path: str) -> bool:
        """Whether a file, by its path for messages, is in the folder of the edition's clinic."""
        clinic = self.entries.get(("clinic", self.edition.clinic))
        return clinic is not None and path.startswith(clinic.path.removesuffix(CLINIC_FILE))

    def locate(self, kind: str, entry_id: str, *keys: str | int) -> Location:
        """Location of an entry, or of the value at `keys` in it."""
        return self.entries[kind, entry_id].locate(keys)

    def locate_prompt(self, prompt: Prompt, *keys: str | int) -> Location:
        """Location of a prompt, or of the value at `keys` in it."""
        entry = self.entries["prompt-set", self.set_of_prompt[prompt.id]]
        items = entry.values["prompts"]
        position = next(
            i
            for i, item in enumerate(items)
            if isinstance(item, dict) and str(item.get("id")).strip() == prompt.id
        )
        return entry.locate(("prompts", position, *keys))


def leave_out(library: Library, drafts: Collection[Key]) -> Library:
    """Library without the records of these drafts, and without the sets of draft techniques.

    `entries` keeps them, so that references to them are not reported as dangling.
    """
    if not drafts:
        return library

    def kept(kind: str, records: Mapping[str, Any]) -> dict[str, Any]:
        return {
            i: record
            for i, record in records.items()
            if (kind, i) not in drafts or record.status is not Status.DRAFT
        }

    techniques = kept("technique", library.techniques)
    sets = {i: s for i, s in kept("prompt-set", library.prompt_sets).items()
            if s.technique in techniques}  # fmt: skip
    prompts = {
        i: prompt
        for i, prompt in kept("prompt", library.prompts).items()
        if library.set_of_prompt[i] in sets
    }
    return replace(
        library,
        techniques=techniques,
        prompt_sets={
            i: s.model_copy(update={"prompts": tuple(p for p in s.prompts if p.id in prompts)})
            for i, s in sets.items()
        },
        prompts=prompts,
        set_of_prompt={i: name for i, name in library.set_of_prompt.items() if i in prompts},
        worksheets=kept("worksheet", library.worksheets),
        packets=kept("packet", library.packets),
        resources=kept("resource", library.resources),
        studies=kept("study", library.studies),
    )
