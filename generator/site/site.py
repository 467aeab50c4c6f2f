"""One edition as its readers see it: made from a library without errors, and only from one.

After it nobody asks for status, clinic or age again: what is not shown is not here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.content.edition_id import Edition
from generator.content.handwritten import Handwritten
from generator.content.library import Library
from generator.content.logo import LogoFile
from generator.content.models.clinic import Clinic, CrisisBlock
from generator.content.models.packet import Packet
from generator.content.models.prompt import Prompt, PromptSet
from generator.content.models.resource import Resource
from generator.content.models.study import Study
from generator.content.models.taxonomy import LevelTerm, Taxonomy, Term
from generator.content.models.technique import Technique
from generator.content.models.worksheet import Worksheet
from generator.site import published
from generator.site.freshness import counted_until, crisis_in_force
from generator.site.links import link_target
from generator.site.quotes import as_printed
from generator.site.words import Words, load_words


@dataclass(frozen=True, eq=False)
class Site:
    """What an edition shows, in its order, with its words, its addresses and its day."""

    edition: Edition
    today: date
    clinic: Clinic
    logo: LogoFile | None
    words: Words
    """What the program itself says in the language of the edition."""
    crisis: CrisisBlock
    """The clinic's crisis block, without what is too old to rely on."""
    taxonomies: Mapping[str, Taxonomy]
    prompts: tuple[Prompt, ...]
    """The lightest and, among those, the most contained techniques first."""
    offered: tuple[Prompt, ...]
    """Those of the prompts that may be met by browsing, filters or chance, in the same order."""
    found: tuple[Prompt, ...]
    """The offered prompts in the order of search results: the lightest first, techniques mixed."""
    packed: tuple[Prompt, ...]
    """All that a packet may hold: what can be found, then what is for a session alone."""
    techniques: tuple[Technique, ...]
    """The most contained first."""
    worksheets: tuple[Worksheet, ...]
    """The lightest and shortest first."""
    packets: tuple[Packet, ...]
    """In order of their ids."""
    resources: tuple[Resource, ...]
    """Listings that are fresh enough, and those that have to stay; in order of their ids."""
    studies: tuple[Study, ...]
    """In order of their ids."""
    pages: tuple[Handwritten, ...]
    """Pages written by hand, by path."""
    library: Library = field(repr=False)
    """All that was written, for reports on the library and for places in its files."""

    @staticmethod
    def of(library: Library) -> Site:
        """The site of a library without errors."""
        library = as_printed(library)
        assert library.clinic is not None, "a library without errors has a clinic"
        return Site(
            edition=library.edition,
            today=library.today,
            clinic=library.clinic,
            logo=library.logo,
            words=load_words(library.edition.locale),
            crisis=crisis_in_force(library, library.clinic.crisis),
            taxonomies=library.taxonomies,
            prompts=published.shown_prompts(library),
            offered=published.offered_prompts(library),
            found=published.found_prompts(library),
            packed=published.packed_prompts(library),
            techniques=published.shown_techniques(library),
            worksheets=published.shown_worksheets(library),
            packets=published.shown_packets(library),
            resources=published.shown_resources(library),
            studies=published.shown_studies(library),
            pages=library.pages,
            library=library,
        )

    @cached_property
    def prompt(self) -> Mapping[str, Prompt]:
        """Shown prompts by id."""
        return {prompt.id: prompt for prompt in self.prompts}

    @cached_property
    def technique(self) -> Mapping[str, Technique]:
        """Shown techniques by id."""
        return {technique.id: technique for technique in self.techniques}

    @cached_property
    def worksheet(self) -> Mapping[str, Worksheet]:
        """Shown worksheets by id."""
        return {sheet.id: sheet for sheet in self.worksheets}

    @cached_property
    def resource(self) -> Mapping[str, Resource]:
        """Shown listings by id."""
        return {resource.id: resource for resource in self.resources}

    @cached_property
    def study(self) -> Mapping[str, Study]:
        """Shown studies by id."""
        return {study.id: study for study in self.studies}

    def technique_of(self, piece: Prompt | PromptSet | Worksheet) -> Technique:
        """The technique that a prompt, a set or a sheet belongs to; it need not be shown itself."""
        if isinstance(piece, Prompt):
            return self.library.technique_of(piece)
        return self.library.techniques[piece.technique]

    def set_of(self, prompt: Prompt) -> PromptSet:
        """The set in which a prompt was written."""
        return self.library.prompt_sets[self.set_id_of(prompt)]

    def set_id_of(self, prompt: Prompt) -> str:
        """The id of that set."""
        return self.library.set_of_prompt[prompt.id]

    def counted_until(self, resource: Resource) -> date:
        """The last day for which times of a listing are counted; then it is too old to show."""
        return counted_until(self.library, resource)

    def term(self, taxonomy: str, term_id: str) -> Term:
        """One term of a vocabulary."""
        return self.library.term(taxonomy, term_id)

    def level(self, number: int) -> LevelTerm:
        """The term of a level of intensity, 1 to 4."""
        terms = self.taxonomies["intensity"].terms
        return next(t for t in terms if isinstance(t, LevelTerm) and t.level == number)

    def absolute(self, url: str) -> str:
        """The full address of a path of the site."""
        return f"{self.clinic.base_url.rstrip('/')}/{url}"

    @cached_property
    def href(self) -> Callable[[str, str], str]:
        """From the kind and id of an entry to its address from the top of the site."""
        return link_target(self.resource)
