"""Everything that was written, decoded: what checks look at and pages are planned from."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from generator.content.edition_id import Edition
from generator.content.handwritten import Handwritten, said_on
from generator.content.layers.entry import Key, RawEntry
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
from generator.content.passages import Passage, Said, Voice, said_by_program, said_in
from generator.problems import Location

T = TypeVar("T")


@dataclass(frozen=True)
class Library:
    """All entries by kind and id, in order of id, and where each was written.

    Entries with mistakes are missing here (their problems stop the build before a page is
    planned); `entries` has them all, as read.
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
    """Which line of the clinic's `hide` hides an entry or a prompt, by kind and id."""
    unreadable: frozenset[tuple[str, str]] = frozenset()
    """Kind and id of files that are there and could not be read; what names them is not wrong."""
    drafts: frozenset[tuple[str, str]] = frozenset()
    """Kind and id of drafts with mistakes that were found on reading."""
    pages: tuple[Handwritten, ...] = field(default=(), repr=False)
    """Pages written by hand, by path."""
    pages_left_out: tuple[Handwritten, ...] = field(default=(), repr=False)
    """Pages of the library that a language or a clinic replaces or hides."""
    page_files: Mapping[str, PageFile] = field(default_factory=dict, repr=False)
    """Those pages and what stands beside them, by path from the top of the site."""
    words: RawEntry | None = field(default=None, repr=False)
    """What the program itself says in the language of the edition."""

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """All that readers or therapists are told: entries in order of kind and id, then pages
        written by hand and the words of the program."""
        return (*(said_in(entry) for entry in self.entries.values()), *self._said_beside)

    def found(self, look: Callable[[Said], Iterable[T]]) -> Iterator[T]:
        """What a function of a module finds in each of these, by itself; see `Said.once`."""
        for said in self.said:
            yield from said.once(look)

    def found_beside(self, look: Callable[[Said], Iterable[T]]) -> Iterator[T]:
        """The same, of what stands in no entry."""
        for said in self._said_beside:
            yield from said.once(look)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text of them, in the same order."""
        return tuple(passage for said in self.said for passage in said.passages)

    def spoken(self, voices: frozenset[Voice]) -> tuple[Passage, ...]:
        """The passages in these voices, in their order; most rules ask for the same few voices."""
        if voices not in self._spoken:
            self._spoken[voices] = tuple(p for p in self.passages if p.voice in voices)
        return self._spoken[voices]

    @cached_property
    def _spoken(self) -> dict[frozenset[Voice], tuple[Passage, ...]]:
        return {}

    @cached_property
    def _said_beside(self) -> tuple[Said, ...]:
        words = (said_by_program(self.words),) if self.words else ()
        return (*(said_on(page) for page in self.pages), *words)

    def technique_of(self, prompt: Prompt) -> Technique:
        """The technique whose prompt this is."""
        return self.techniques[self.technique_id_of(prompt)]

    def technique_id_of(self, prompt: Prompt) -> str:
        """The id of that technique, which may be one that cannot be read."""
        return self.prompt_sets[self.set_of_prompt[prompt.id]].technique

    def term(self, taxonomy: str, term_id: str) -> Term:
        """One term; its id has been checked by then."""
        return self.terms[taxonomy][term_id]

    def locate(self, kind: str, entry_id: str, *keys: str | int) -> Location:
        """Where an entry, or the value at `keys` in it, was written."""
        return self.entries[kind, entry_id].locate(keys)

    def locate_prompt(self, prompt: Prompt, *keys: str | int) -> Location:
        """Where a prompt, or the value at `keys` in it, was written."""
        entry = self.entries["prompt-set", self.set_of_prompt[prompt.id]]
        items = entry.values["prompts"]
        position = next(
            i
            for i, item in enumerate(items)
            if isinstance(item, dict) and str(item.get("id")).strip() == prompt.id
        )
        return entry.locate(("prompts", position, *keys))


def leave_out(library: Library, drafts: Collection[Key]) -> Library:
    """The library without these drafts, and without drafts that stand on them.

    `entries` keeps them, so that what names them is not told that they do not exist.
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
