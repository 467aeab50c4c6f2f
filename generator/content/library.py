"""Everything that was written, decoded: what checks look at and pages are planned from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from generator.content.edition_id import Edition
from generator.content.handwritten import Handwritten, passages_of
from generator.content.layers.entry import RawEntry
from generator.content.logo import LogoFile
from generator.content.models.clinic import Clinic
from generator.content.models.packet import Packet
from generator.content.models.prompt import Prompt, PromptSet
from generator.content.models.resource import Resource
from generator.content.models.study import Study
from generator.content.models.taxonomy import Taxonomy, Term
from generator.content.models.technique import Technique
from generator.content.models.worksheet import Worksheet
from generator.content.passages import Passage, Voice, passages, passages_of_words
from generator.problems import Location


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
    page_files: Mapping[str, Path] = field(default_factory=dict, repr=False)
    """Those pages and what stands beside them, by path from the top of the site."""
    words: RawEntry | None = field(default=None, repr=False)
    """What the program itself says in the language of the edition."""

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text that readers or therapists are spoken to in: entries in order of kind and id,
        then pages written by hand and the words of the program."""
        return (*passages(self.entries.values()), *self.beside)

    def spoken(self, voices: frozenset[Voice]) -> tuple[Passage, ...]:
        """The passages in these voices, in their order; most rules ask for the same few voices."""
        if voices not in self._spoken:
            self._spoken[voices] = tuple(p for p in self.passages if p.voice in voices)
        return self._spoken[voices]

    @cached_property
    def _spoken(self) -> dict[frozenset[Voice], tuple[Passage, ...]]:
        return {}

    @cached_property
    def saying(self) -> Mapping[str, tuple[int, ...]]:
        """By word in small letters: the places in `passages` of all that it stands in."""
        found: dict[str, list[int]] = {}
        for number, passage in enumerate(self.passages):
            for word in passage.words:
                if word in found:
                    found[word].append(number)
                else:
                    found[word] = [number]
        return {word: tuple(numbers) for word, numbers in found.items()}

    @cached_property
    def beside(self) -> tuple[Passage, ...]:
        """The passages that stand in no entry."""
        said = passages_of_words(self.words) if self.words else ()
        return (*(passage for page in self.pages for passage in passages_of(page)), *said)

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
