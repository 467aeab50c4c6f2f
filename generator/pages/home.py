"""Home page: a starter prompt, the prompt of the day, and entry points by mood and by time."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.content.models.taxonomy import Energy, Pleasantness, TimeTerm
from generator.drawings.sheets import SHEETS
from generator.pages.page import Page
from generator.pages.parts.alternates import card, feeds
from generator.pages.parts.cards import prompt_card
from generator.pages.parts.clinic import clinic_view
from generator.pages.parts.contacts import crisis_view
from generator.pages.parts.embeds import DAILY_CARD
from generator.pages.parts.moods import moods_of
from generator.pages.parts.starter_prompts import gentle_prompts
from generator.pages.parts.structured_data import site_facts
from generator.site.facets import FACETS, by_term
from generator.site.prompt_of_the_day import prompt_of_the_day
from generator.site.site import Site
from generator.site.urls import HOME, PROMPTS, START, facet_url, prompt_url

DRAWN = 6
"""Techniques whose drawings are on the page."""
CALLS = 2
"""Contacts of crisis lines that are named beside the directory."""


@dataclass(frozen=True)
class MoodChoice:
    """A mood to choose; its drawing is found by `id`."""

    id: str
    text: str
    url: str


@dataclass(frozen=True)
class MoodGroup:
    """Moods of one region of the mood map."""

    title: str
    moods: tuple[MoodChoice, ...]


@dataclass(frozen=True)
class TimeChoice:
    """A duration to choose: the number of minutes, and the rest of its label (the unit)."""

    number: str
    words: str
    url: str


def plan_home(site: Site) -> Iterator[Page]:
    """The home page, and a redirect to it from the former start page."""
    prompts = site.offered
    gentle = gentle_prompts(site, prompts, 2)
    begin = gentle[0] if gentle else None
    today = prompt_of_the_day(site, site.today)
    facets = {facet.name: facet for facet in FACETS}
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
            "begin": prompt_card(site, begin) if begin else None,
            "starter": begin.starter or "" if begin else "",
            "other": prompt_url(gentle[-1].id) if gentle else PROMPTS,
            "light": f"intensity={site.level(1).id}",
            "today": prompt_card(site, today) if today else None,
            "day": site.today.isoformat(),
            "moods": tuple(_mood_groups(site, by_term(site, facets["mood"], prompts))),
            "times": tuple(_times(site, by_term(site, facets["time"], prompts))),
            "sheets": SHEETS,
            "techniques": tuple(technique.id for technique in site.techniques[:DRAWN]),
            "clinic": clinic_view(site),
            "calls": tuple(
                contact for line in crisis_view(site).lines for contact in line.contacts
            )[:CALLS],
        },
    )
    yield Page(
        url=START,
        template="moved",
        title=site.words("moved.start_title"),
        description=site.words("moved.start_description"),
        searchable=False,
        leads_to=HOME,
        context={"card": None},
    )


def _mood_groups(site: Site, used: Collection[str]) -> Iterator[MoodGroup]:
    """Groups of moods that have prompts: unpleasant ones by energy, then all pleasant ones."""
    hard = Pleasantness.UNPLEASANT
    regions = [(f"moods_{energy}", moods_of(site, used, hard, energy)) for energy in _FIRST_MET]
    regions.append(("moods_pleasant", moods_of(site, used, Pleasantness.PLEASANT, *Energy)))
    for name, moods in regions:
        if moods:
            yield MoodGroup(
                site.words(f"home.{name}"),
                tuple(MoodChoice(m.id, m.label, facet_url("mood", m.id)) for m in moods),
            )


_FIRST_MET = (Energy.HIGH, Energy.LOW, Energy.MIDDLE)


def _times(site: Site, used: Collection[str]) -> Iterator[TimeChoice]:
    for term in site.taxonomies["times"].terms:
        if isinstance(term, TimeTerm) and term.id in used:
            number = str(term.minutes)
            words = " ".join(term.label.replace(number, "", 1).split())
            yield TimeChoice(number, words, facet_url("time", term.id))
