"""`Site`: immutable view model of one edition, made from a library without errors.

Status, clinic and age of listings are filtered here once; later stages do not ask for them again.
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
from generator.site.quotes import with_typographic_quotes
from generator.site.words import Words, load_words


@dataclass(frozen=True, eq=False)
class Site:
    """The visible entries of an edition in display order, with its words and its date.

    Compared and hashed by identity, so that it can be a key of caches.
    """

    edition: Edition
    today: date
    """Date of the build, against which ages and due dates are computed."""
    clinic: Clinic
    logo: LogoFile | None
    words: Words
    """Interface messages in the language of the edition."""
    crisis: CrisisBlock
    """The clinic's crisis block, without expired listings."""
    taxonomies: Mapping[str, Taxonomy]
    """Controlled vocabularies by id."""
    prompts: tuple[Prompt, ...]
    """All published, by intensity, classics first, then structure of the technique."""
    offered: tuple[Prompt, ...]
    """Prompts that browsing, filters and chance may offer, in the order of `prompts`."""
    found: tuple[Prompt, ...]
    """The offered prompts in the order of search results: by intensity, techniques interleaved."""
    packed: tuple[Prompt, ...]
    """Prompts that a packet may hold: the found ones, then those for a session alone."""
    techniques: tuple[Technique, ...]
    """By structure (most contained first), highest intensity, title."""
    worksheets: tuple[Worksheet, ...]
    """By intensity, time needed, title."""
    packets: tuple[Packet, ...]
    """By id."""
    resources: tuple[Resource, ...]
    """Listings that have not expired or never do, by id."""
    studies: tuple[Study, ...]
    """By id."""
    pages: tuple[Handwritten, ...]
    """Pages written by hand, by path."""
    library: Library = field(repr=False)
    """All entries, shown or not, for reports and source locations."""

    @staticmethod
    def of(library: Library) -> Site:
        """The site of a library without errors, with the quotes of its locale.

        Raises EnvironmentProblem if there are no words for the locale.
        """
        library = with_typographic_quotes(library)
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
        """The technique of a prompt, a set or a worksheet, published or not."""
        if isinstance(piece, Prompt):
            return self.library.technique_of(piece)
        return self.library.techniques[piece.technique]

    def set_of(self, prompt: Prompt) -> PromptSet:
        """The set that contains a prompt."""
        return self.library.prompt_sets[self.set_id_of(prompt)]

    def set_id_of(self, prompt: Prompt) -> str:
        """Id of the set that contains a prompt."""
        return self.library.set_of_prompt[prompt.id]

    def counted_until(self, resource: Resource) -> date:
        """Last date, inclusive, up to which times of a listing are expanded; then it expires."""
        return counted_until(self.library, resource)

    def term(self, taxonomy: str, term_id: str) -> Term:
        """One term of a vocabulary, by the ids of both."""
        return self.library.term(taxonomy, term_id)

    def level(self, number: int) -> LevelTerm:
        """The taxonomy term of an intensity level, 1 to 4."""
        return self._levels[number]

    @cached_property
    def _levels(self) -> Mapping[int, LevelTerm]:
        terms = self.taxonomies["intensity"].terms
        return {term.level: term for term in terms if isinstance(term, LevelTerm)}

    def absolute(self, url: str) -> str:
        """Absolute URL of a path from the site root, below the clinic's `base_url`."""
        return f"{self.clinic.base_url.rstrip('/')}/{url}"

    @cached_property
    def href(self) -> Callable[[str, str], str]:
        """Link resolver: (kind, id) of an entry to a URL from the site root; see `link_target`."""
        return link_target(self.resource, self.library.hidden_by)
