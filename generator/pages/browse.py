"""Faceted browsing of prompts: the finder, and paginated static lists for each facet term."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.content.models.prompt import Prompt
from generator.pages.page import Card, Chip, Link, Page
from generator.pages.parts.alternates import feeds
from generator.pages.parts.cards import prompt_card, shortened
from generator.pages.parts.chips import chips
from generator.pages.parts.choices import all_choices
from generator.site.facets import FACETS, Facet, by_term
from generator.site.site import Site
from generator.site.urls import PROMPTS, facet_url, packing_from_url

PAGE_SIZE = 40
"""Prompts per page of a list: 33 kB of HTML."""

FIRST = 12
"""Cards of the finder before "show more", and per step of it; cards of a list that are not
collapsed."""
FEW = 4
"""Up to so many more cards are not worth collapsing."""
ASKED_FIRST = ("mood", "time", "intensity")
"""Facets that are expanded at first; the others are collapsed."""


def plan_browse(site: Site) -> Iterator[Page]:
    """The list pages of each facet's terms, then the finder; no finder without prompts."""
    prompts = site.offered
    # Made once: a prompt is in a dozen lists, and its card is the same in all of them.
    cards = {prompt.id: prompt_card(site, prompt) for prompt in prompts}
    for facet in FACETS:
        lists = by_term(site, facet, prompts)
        counts = {term_id: len(members) for term_id, members in lists.items()}
        for term_id, members in lists.items():
            listed = tuple(cards[prompt.id] for prompt in members)
            yield from _list_pages(site, facet, term_id, listed, counts, members)
    if prompts:
        yield _index(site, prompts)


def _index(site: Site, prompts: tuple[Prompt, ...]) -> Page:
    offered = all_choices(site, prompts)
    found = site.found
    return Page(
        url=PROMPTS,
        template="prompts",
        title=site.words("prompts.title"),
        description=site.words("prompts.description"),
        alternates=feeds(site),
        context={
            "count": site.words.count("prompts.count", len(found)),
            "forms": site.words.forms("prompts.count"),
            "first": tuple(c for c in offered if c.name in ASKED_FIRST),
            "rest": tuple(c for c in offered if c.name not in ASKED_FIRST),
            "cards": tuple(prompt_card(site, prompt) for prompt in found[:FIRST]),
            "all": facet_url("intensity", site.level(found[0].intensity).id),
        },
    )


def _narrower(site: Site, facet: Facet, term_id: str, prompts: Sequence[Prompt]) -> Iterator[Chip]:
    """Refinements of a mood's list: links to the finder with a time, or the light prompts alone.

    Nothing for other facets.
    """
    if facet.name != "mood":
        return
    time = next(facet for facet in FACETS if facet.name == "time")
    for i in by_term(site, time, prompts):
        yield Chip(site.term(time.taxonomy, i).label, f"{PROMPTS}#mood={term_id}&time={i}")
    depths = {prompt.intensity for prompt in prompts}
    if 1 in depths and len(depths) > 1:
        light = f"{PROMPTS}#mood={term_id}&intensity={site.level(1).id}"
        yield Chip(site.words("facet.light"), light)


def _list_pages(
    site: Site,
    facet: Facet,
    term_id: str,
    cards: tuple[Card, ...],
    counts: dict[str, int],
    prompts: Sequence[Prompt],
) -> Iterator[Page]:
    term = site.term(facet.taxonomy, term_id)
    title = site.words("facet.page_title", label=term.label)
    description = shortened(site.words("facet.page_description", definition=term.definition))
    pages = -(-len(cards) // PAGE_SIZE)  # ceiling division
    for number in range(1, pages + 1):
        where = site.words("facet.page_of", page=number, pages=pages) if pages > 1 else ""
        here = cards[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        first, rest = (here[:FIRST], here[FIRST:]) if len(here) > FIRST + FEW else (here, ())
        yield Page(
            url=facet_url(facet.name, term_id, number),
            template="facet",
            title=f"{title} ({where})" if where else title,
            description=site.words("facet.page_where", text=description, where=where)
            if where
            else description,
            searchable=number == 1,
            context={
                "label": term.label,
                "facet": site.words(f"facet.{facet.name}"),
                "mood": term_id if facet.name == "mood" else "",
                "definition": term.definition,
                "narrower": tuple(_narrower(site, facet, term_id, prompts)),
                "count": site.words.count("prompts.count", len(cards)),
                "cards": first,
                "rest": rest,
                "unfold": site.words.count("facet.rest", len(rest)),
                "where": where,
                "previous": Link(
                    site.words("facet.previous"), facet_url(facet.name, term_id, number - 1)
                )
                if number > 1
                else None,
                "next": Link(site.words("facet.next"), facet_url(facet.name, term_id, number + 1))
                if number < pages
                else None,
                "packing": packing_from_url(facet.name, term_id),
                "others": chips(site, facet, counts, current=term_id),
            },
        )
