"""Plans the first page: it helps somebody tired to begin."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.pages.page import Page
from generator.pages.parts.cards import prompt_card, technique_card
from generator.pages.parts.chips import chips
from generator.pages.parts.clinic import clinic_view
from generator.pages.parts.gentle import gentle_prompts
from generator.site.facets import FACETS, by_term, level_term
from generator.site.prompt_of_the_day import prompt_of_the_day
from generator.site.shown import offered_prompts, shown_techniques
from generator.site.urls import HOME, PROMPTS, prompt_url
from generator.site.words import Words

GENTLE = 3
FIRST = 6
"""Techniques on the home page: the most contained ones; the index has all."""


def plan_home(library: Library, words: Words) -> Iterator[Page]:
    """The home page."""
    prompts = offered_prompts(library)
    gentle = gentle_prompts(library, prompts, GENTLE)
    today = prompt_of_the_day(library, library.today)
    facets = {facet.name: facet for facet in FACETS}

    def found(name: str) -> dict[str, int]:
        lists = by_term(library, facets[name], prompts)
        return {term_id: len(members) for term_id, members in lists.items()}

    yield Page(
        url=HOME,
        template="home",
        title=words("home.title"),
        description=words("home.description"),
        context={
            "begin": prompt_url(gentle[0].id) if gentle else PROMPTS,
            "light": f"intensity={level_term(library, 1).id}",
            "today": prompt_card(library, today, words) if today else None,
            "day": library.today.isoformat(),
            "moods": chips(library, facets["mood"], found("mood")),
            "times": chips(library, facets["time"], found("time")),
            "gentle": tuple(prompt_card(library, prompt, words) for prompt in gentle),
            "techniques": tuple(
                technique_card(technique, words) for technique in shown_techniques(library)[:FIRST]
            ),
            "clinic": clinic_view(library, words),
            "promises": words.group("home.promise_items"),
        },
    )
