"""Plans two ways in for somebody who cannot choose yet: three questions, and a map of moods."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.content.models.prompt import Prompt
from generator.content.models.taxonomy import DEEP, Energy, MoodTerm, Pleasantness
from generator.pages.page import Chip, Page
from generator.pages.parts.cards import prompt_card
from generator.pages.parts.choices import Choices, choices
from generator.pages.parts.gentle import gentle_prompts
from generator.site.catalogue import found_prompts
from generator.site.facets import FACETS, by_term, level_term
from generator.site.shown import offered_prompts
from generator.site.urls import MOOD_MAP, START, facet_url
from generator.site.words import Words

QUESTIONS = ("mood", "time", "setting")
FEW = 3
"""Prompts that the three questions lead to at first: a choice, and no list to read."""


def plan_start(library: Library, words: Words) -> Iterator[Page]:
    """The three questions, and the map."""
    yield _questions(library, words)
    yield Page(
        url=MOOD_MAP,
        template="mood-map",
        title=words("moodmap.title"),
        description=words("moodmap.description"),
        context={"rows": tuple(_rows(library, words))},
    )


def _questions(library: Library, words: Words) -> Page:
    return Page(
        url=START,
        template="start",
        title=words("start.title"),
        description=words("start.description"),
        context={
            "questions": tuple(_question(library, name, words) for name in QUESTIONS),
            "light": "intensity="
            + "+".join(level_term(library, level).id for level in range(1, DEEP)),
            "cards": tuple(prompt_card(library, prompt, words) for prompt in _first(library)),
            "few": FEW,
            "forms": words.forms("start.count"),
        },
    )


def _first(library: Library) -> tuple[Prompt, ...]:
    """Gentle ones; where a clinic has few of them, then the lightest and shortest there are."""
    found = sorted(found_prompts(library), key=lambda p: (p.intensity, p.time))
    return tuple(dict.fromkeys((*gentle_prompts(library, found_prompts(library), FEW), *found)))[
        :FEW
    ]


def _question(library: Library, name: str, words: Words) -> Choices:
    facet = next(facet for facet in FACETS if facet.name == name)
    question = library.taxonomies[facet.taxonomy].question
    return choices(library, facet, offered_prompts(library), title=question, words=words)


def _rows(library: Library, words: Words) -> Iterator[tuple[Energy, tuple[Choices, Choices]]]:
    """From much energy to little; in each row the unpleasant moods, then the pleasant ones."""
    mood = FACETS[0]
    used = by_term(library, mood, offered_prompts(library))
    for energy in (Energy.HIGH, Energy.MIDDLE, Energy.LOW):
        cells = []
        for valence in (Pleasantness.UNPLEASANT, Pleasantness.PLEASANT):
            chips = tuple(
                Chip(term.label, facet_url(mood.name, term.id))
                for term in library.taxonomies[mood.taxonomy].terms
                if isinstance(term, MoodTerm)
                and (term.energy, term.valence) == (energy, valence)
                and term.id in used
            )
            cells.append(Choices(valence, words(f"moodmap.{valence}_{energy}"), (), chips))
        yield energy, (cells[0], cells[1])
