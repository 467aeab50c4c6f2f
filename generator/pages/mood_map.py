"""Plans the map of moods, a way in for somebody who has no word for how it is."""

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
    """The map."""
    yield Page(
        url=MOOD_MAP,
        template="mood-map",
        title=site.words("moodmap.title"),
        description=site.words("moodmap.description"),
        context={"rows": tuple(_rows(site))},
    )


def _rows(site: Site) -> Iterator[tuple[Energy, tuple[Choices, Choices]]]:
    """From much energy to little; in each row the unpleasant moods, then the pleasant ones."""
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
