"""Facet filters as links, which a script turns into checkboxes (progressive enhancement)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.content.models.prompt import Prompt
from generator.pages.page import Chip
from generator.site.catalogue import FIND_FACETS, TECHNIQUE, terms_in_use
from generator.site.facets import Facet, by_term
from generator.site.site import Site
from generator.site.urls import facet_url, prompt_set_url, technique_url


@dataclass(frozen=True)
class Choices:
    """A facet with its title, the ids of its terms, and their chips in the same order."""

    name: str
    title: str
    terms: tuple[str, ...]
    chips: tuple[Chip, ...]

    @property
    def pairs(self) -> tuple[tuple[str, Chip], ...]:
        """(term id, chip) in order."""
        return tuple(zip(self.terms, self.chips, strict=True))


def all_choices(site: Site, prompts: Iterable[Prompt]) -> tuple[Choices, ...]:
    """All facets of the prompt finder, with the terms that these prompts have."""
    listed = tuple(prompts)
    return tuple(_choices(site, facet, listed) for facet in FIND_FACETS)


def _choices(site: Site, facet: Facet, prompts: tuple[Prompt, ...]) -> Choices:
    """The terms of a facet that prompts have, each a link to the static list of its prompts."""
    title = site.words(f"facet.{facet.name}")
    if facet is TECHNIQUE:
        return _techniques(site, prompts, title)
    members_of = by_term(site, facet, prompts)
    chips = tuple(
        Chip(site.term(facet.taxonomy, i).label, facet_url(facet.name, i), len(members))
        for i, members in members_of.items()
    )
    return Choices(facet.name, title, tuple(members_of), chips)


def _techniques(site: Site, prompts: tuple[Prompt, ...], title: str) -> Choices:
    terms = terms_in_use(site, TECHNIQUE, prompts)
    chips = []
    for technique_id in terms:
        has = [p for p in prompts if site.technique_of(p).id == technique_id]
        sets = {site.set_id_of(p) for p in has}
        # The guide has links to several sets, where there are several.
        url = prompt_set_url(sets.pop()) if len(sets) == 1 else technique_url(technique_id)
        chips.append(Chip(site.technique[technique_id].title, url, len(has)))
    return Choices(TECHNIQUE.name, title, terms, tuple(chips))
