"""Plans two ways in for somebody who cannot choose yet: three questions, and a map of moods."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.models.prompt import Prompt
from generator.content.models.taxonomy import DEEP, Energy, Pleasantness
from generator.pages.page import Chip, Page
from generator.pages.parts.cards import prompt_card
from generator.pages.parts.choices import Choices, choices
from generator.pages.parts.gentle import gentle_prompts
from generator.pages.parts.moods import moods_of
from generator.site.facets import FACETS, by_term
from generator.site.site import Site
from generator.site.urls import MOOD_MAP, START, facet_url

QUESTIONS = ("mood", "time", "setting")
FEW = 3
"""Prompts that the three questions lead to at first: a choice, and no list to read."""


def plan_start(site: Site) -> Iterator[Page]:
    """The three questions, and the map."""
    yield _questions(site)
    yield Page(
        url=MOOD_MAP,
        template="mood-map",
        title=site.words("moodmap.title"),
        description=site.words("moodmap.description"),
        context={"rows": tuple(_rows(site))},
    )


def _questions(site: Site) -> Page:
    return Page(
        url=START,
        template="start",
        title=site.words("start.title"),
        description=site.words("start.description"),
        context={
            "questions": tuple(_question(site, name) for name in QUESTIONS),
            "light": "intensity=" + "+".join(site.level(level).id for level in range(1, DEEP)),
            "cards": tuple(prompt_card(site, prompt) for prompt in _first(site)),
            "few": FEW,
            "forms": site.words.forms("start.count"),
        },
    )


def _first(site: Site) -> tuple[Prompt, ...]:
    """Gentle ones; where a clinic has few of them, then the lightest and shortest there are."""
    found = sorted(site.found, key=lambda p: (p.intensity, p.time))
    return tuple(dict.fromkeys((*gentle_prompts(site, site.found, FEW), *found)))[:FEW]


def _question(site: Site, name: str) -> Choices:
    facet = next(facet for facet in FACETS if facet.name == name)
    question = site.taxonomies[facet.taxonomy].question
    return choices(site, facet, site.offered, title=question)


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
