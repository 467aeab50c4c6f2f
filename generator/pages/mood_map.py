"""Mood map: moods in a grid of energy by valence (affect circumplex)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.models.taxonomy import Energy, Pleasantness
from generator.pages.page import Chip, Page
from generator.pages.parts.choices import Choices
from generator.pages.parts.moods import moods_of
from generator.site.facets import FACETS, by_term
from generator.site.site import Site
from generator.site.urls import MOOD_MAP, facet_url


def plan_mood_map(site: Site) -> Iterator[Page]:
    """The page of the map."""
    yield Page(
        url=MOOD_MAP,
        template="mood-map",
        title=site.words("moodmap.title"),
        description=site.words("moodmap.description"),
        context={"rows": tuple(_rows(site))},
    )


def _rows(site: Site) -> Iterator[tuple[Energy, tuple[Choices, Choices]]]:
    """(energy, (unpleasant moods, pleasant moods)) from high energy to low; those with prompts."""
    mood = FACETS[0]
    used = by_term(site, mood, site.offered)
    for energy in (Energy.HIGH, Energy.MIDDLE, Energy.LOW):
        cells = []
        for valence in (Pleasantness.UNPLEASANT, Pleasantness.PLEASANT):
            chips = tuple(
                Chip(term.label, facet_url(mood.name, term.id))
                for term in moods_of(site, used, valence, energy)
            )
            cells.append(Choices(valence, site.words(f"moodmap.{valence}_{energy}"), (), chips))
        yield energy, (cells[0], cells[1])
