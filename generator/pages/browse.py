"""Plans the ways to browse prompts without a script: a page for each value of each facet."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.content.prompt import Prompt
from generator.pages.page import Card, Chip, Link, Page, Section
from generator.pages.parts.cards import prompt_card, shortened
from generator.pages.parts.facets import FACETS, Facet, by_term, chips
from generator.pages.parts.shown import shown_prompts
from generator.pages.urls import PROMPTS, facet_url, prompt_set_url
from generator.words import Words

PAGE_SIZE = 40
"""Prompts on one page of a list: about five screens of a phone, and 33 kB."""


def plan_browse(library: Library, words: Words) -> Iterator[Page]:
    """The page of all ways to browse, then every list that it leads to."""
    prompts = shown_prompts(library)
    # A prompt is in a dozen lists, and its card is the same in all of them.
    cards = {prompt.id: prompt_card(library, prompt, words) for prompt in prompts}
    counts = {}
    for facet in FACETS:
        lists = by_term(library, facet, prompts)
        counts[facet.name] = {term_id: len(members) for term_id, members in lists.items()}
        for term_id, members in lists.items():
            listed = tuple(cards[prompt.id] for prompt in members)
            yield from _list_pages(library, facet, term_id, listed, counts[facet.name], words)
    yield _index(library, prompts, counts, words)


def _index(
    library: Library,
    prompts: tuple[Prompt, ...],
    counts: dict[str, dict[str, int]],
    words: Words,
) -> Page:
    sections = tuple(
        Section(words(f"facet.{facet.name}"), chips(library, facet, counts[facet.name]))
        for facet in FACETS
    )
    in_set: dict[str, int] = {}
    for prompt in prompts:
        set_id = library.set_of_prompt[prompt.id]
        in_set[set_id] = in_set.get(set_id, 0) + 1
    ordered = sorted(
        in_set, key=lambda i: (library.techniques[library.prompt_sets[i].technique].structure, i)
    )
    sets = tuple(Chip(library.prompt_sets[i].title, prompt_set_url(i), in_set[i]) for i in ordered)
    return Page(
        url=PROMPTS,
        template="prompts",
        title=words("prompts.title"),
        description=words("prompts.description"),
        context={
            "count": words.count("prompts.count", len(prompts)),
            "sections": (
                sections[0],
                Section(words("prompts.by_technique"), sets),
                *sections[1:],
            ),
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
                "search_terms": term.search_terms,
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
                "others": chips(library, facet, counts, current=term_id),
            },
        )
