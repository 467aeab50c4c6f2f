"""Plans the ways to browse prompts: the page to find one, and a plain page for each value."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.content.models.prompt import Prompt
from generator.pages.page import Card, Link, Page
from generator.pages.parts.cards import prompt_card, shortened
from generator.pages.parts.chips import chips
from generator.pages.parts.choices import all_choices
from generator.site.catalogue import found_prompts
from generator.site.facets import FACETS, Facet, by_term, level_term
from generator.site.shown import offered_prompts
from generator.site.urls import PROMPTS, facet_url, packing_from_url
from generator.site.words import Words

PAGE_SIZE = 40
"""Prompts on one page of a list: about five screens of a phone, and 33 kB."""

FIRST = 8
"""Cards on the page of all prompts, before somebody asks for more: a script adds as many."""
ASKED_FIRST = ("mood", "time", "intensity")
"""Facets that are open at once; the others open one by one."""


def plan_browse(library: Library, words: Words) -> Iterator[Page]:
    """The list of each value of each facet, then the page from which they are reached."""
    prompts = offered_prompts(library)
    # A prompt is in a dozen lists, and its card is the same in all of them.
    cards = {prompt.id: prompt_card(library, prompt, words) for prompt in prompts}
    for facet in FACETS:
        lists = by_term(library, facet, prompts)
        counts = {term_id: len(members) for term_id, members in lists.items()}
        for term_id, members in lists.items():
            listed = tuple(cards[prompt.id] for prompt in members)
            yield from _list_pages(library, facet, term_id, listed, counts, words)
    if prompts:
        yield _index(library, prompts, words)


def _index(library: Library, prompts: tuple[Prompt, ...], words: Words) -> Page:
    offered = all_choices(library, prompts, words)
    found = found_prompts(library)
    return Page(
        url=PROMPTS,
        template="prompts",
        title=words("prompts.title"),
        description=words("prompts.description"),
        context={
            "count": words.count("prompts.count", len(found)),
            "forms": words.forms("prompts.count"),
            "first": tuple(c for c in offered if c.name in ASKED_FIRST),
            "rest": tuple(c for c in offered if c.name not in ASKED_FIRST),
            "cards": tuple(prompt_card(library, prompt, words) for prompt in found[:FIRST]),
            "all": facet_url("intensity", level_term(library, found[0].intensity).id),
        },
    )


def _list_pages(
    library: Library,
    facet: Facet,
    term_id: str,
    cards: tuple[Card, ...],
    counts: dict[str, int],
    words: Words,
) -> Iterator[Page]:
    term = library.term(facet.taxonomy, term_id)
    title = words("facet.page_title", label=term.label)
    description = shortened(words("facet.page_description", definition=term.definition))
    pages = -(-len(cards) // PAGE_SIZE)
    for number in range(1, pages + 1):
        where = words("facet.page_of", page=number, pages=pages) if pages > 1 else ""
        yield Page(
            url=facet_url(facet.name, term_id, number),
            template="facet",
            title=f"{title} ({where})" if where else title,
            description=words("facet.page_where", text=description, where=where)
            if where
            else description,
            searchable=number == 1,
            context={
                "label": term.label,
                "facet": words(f"facet.{facet.name}"),
                "definition": term.definition,
                "count": words.count("prompts.count", len(cards)),
                "cards": cards[(number - 1) * PAGE_SIZE : number * PAGE_SIZE],
                "where": where,
                "previous": Link(
                    words("facet.previous"), facet_url(facet.name, term_id, number - 1)
                )
                if number > 1
                else None,
                "next": Link(words("facet.next"), facet_url(facet.name, term_id, number + 1))
                if number < pages
                else None,
                "packing": packing_from_url(facet.name, term_id),
                "others": chips(library, facet, counts, current=term_id),
            },
        )
