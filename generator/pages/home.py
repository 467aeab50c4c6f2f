"""Plans the first page: it helps somebody tired to begin."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.page import Page
from generator.pages.parts.alternates import card, feeds
from generator.pages.parts.cards import prompt_card, technique_card
from generator.pages.parts.chips import chips
from generator.pages.parts.clinic import clinic_view
from generator.pages.parts.embeds import DAILY_CARD
from generator.pages.parts.facts import site_facts
from generator.pages.parts.gentle import gentle_prompts
from generator.site.facets import FACETS, by_term
from generator.site.prompt_of_the_day import prompt_of_the_day
from generator.site.site import Site
from generator.site.urls import HOME, PROMPTS, prompt_url

GENTLE = 3
FIRST = 6
"""Techniques on the home page: the most contained ones; the index has all."""


def plan_home(site: Site) -> Iterator[Page]:
    """The home page."""
    prompts = site.offered
    gentle = gentle_prompts(site, prompts, GENTLE)
    today = prompt_of_the_day(site, site.today)
    facets = {facet.name: facet for facet in FACETS}

    def found(name: str) -> dict[str, int]:
        lists = by_term(site, facets[name], prompts)
        return {term_id: len(members) for term_id, members in lists.items()}

    yield Page(
        url=HOME,
        template="home",
        title=site.words("home.title"),
        description=site.words("home.description"),
        facts=site_facts(site),
        alternates=(
            *((card(site, DAILY_CARD, site.words("today.title")),) if today else ()),
            *feeds(site),
        ),
        context={
            "begin": prompt_url(gentle[0].id) if gentle else PROMPTS,
            "light": f"intensity={site.level(1).id}",
            "today": prompt_card(site, today) if today else None,
            "day": site.today.isoformat(),
            "moods": chips(site, facets["mood"], found("mood")),
            "times": chips(site, facets["time"], found("time")),
            "gentle": tuple(prompt_card(site, prompt) for prompt in gentle),
            "techniques": tuple(
                technique_card(technique, site.words) for technique in site.techniques[:FIRST]
            ),
            "clinic": clinic_view(site),
            "promises": site.words.group("home.promise_items"),
        },
    )
