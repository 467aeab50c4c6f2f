"""Plans the resource pages: one to find a listing, one for each kind, and one for each value."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.content.models.resource import Resource
from generator.pages.page import Link, Page
from generator.pages.parts.cards import shortened
from generator.pages.parts.directory import WAYS, Way, by_way, directory_choices, found_entry
from generator.pages.parts.handouts import handout_links
from generator.pages.parts.listings import entry_view, kind_term, listing_view, local_first
from generator.site.shown import shown_resources
from generator.site.urls import (
    CRISIS,
    GROUPS_CALENDAR,
    RESOURCES,
    handout_url,
    resource_facet_url,
    resource_kind_url,
)  # fmt: skip
from generator.site.words import Words

ASKED_FIRST = ("kind", "area", "hours")
"""Facets that are open at once; the others open one by one."""


def plan_resources(library: Library, words: Words) -> Iterator[Page]:
    """The page to find a listing, then those to which it leads without a script."""
    listed = tuple(sorted(shown_resources(library), key=lambda r: local_first(library, r)))
    yield _index(library, listed, words)
    for way in WAYS:
        for term, (label, members) in by_way(library, way, listed, words).items():
            yield (
                _kind_page(library, term, members, words)
                if way.name == "kind"
                else _list_page(library, way, (term, label), members, words)
            )


def _index(library: Library, listed: tuple[Resource, ...], words: Words) -> Page:
    offered = directory_choices(library, listed, words)
    return Page(
        url=RESOURCES,
        template="resources",
        title=words("resources.title"),
        description=words("resources.description"),
        context={
            "crisis": Link(words("resources.now"), CRISIS),
            "handouts": handout_links(library, words),
            "calendar": Link(words("directory.calendar"), GROUPS_CALENDAR)
            if any(resource.meeting for resource in listed)
            else None,
            "count": words.count("resources.count", len(listed)),
            "forms": words.forms("resources.count"),
            "first": tuple(c for c in offered if c.name in ASKED_FIRST),
            "rest": tuple(c for c in offered if c.name not in ASKED_FIRST),
            "entries": tuple(found_entry(library, resource, words) for resource in listed),
        },
    )


def _kind_page(library: Library, kind: str, members: tuple[Resource, ...], words: Words) -> Page:
    term = kind_term(library, kind)
    return Page(
        url=resource_kind_url(kind),
        template="resource-kind",
        title=term.plural,
        description=shortened(term.definition),
        toc=len(members) > 3,
        context={
            "definition": term.definition,
            "listings": tuple(listing_view(library, resource, words) for resource in members),
        },
    )


def _list_page(
    library: Library,
    way: Way,
    term: tuple[str, str],
    members: tuple[Resource, ...],
    words: Words,
) -> Page:
    term_id, label = term
    facet = words(f"directory.{way.name}")
    return Page(
        url=resource_facet_url(way.name, term_id),
        template="resource-list",
        title=words("directory.page_title", label=label),
        description=words("directory.page_description", facet=facet, label=label),
        searchable=way.name in ("area", "language"),
        context={
            "facet": facet,
            "label": label,
            "lead": words("directory.by_hours") if way.name == "hours" else "",
            "count": words.count("resources.count", len(members)),
            "handouts": tuple(
                link
                for link in handout_links(library, words)
                if way.name == "area" and link.url == handout_url(term_id)
            ),
            "entries": tuple(entry_view(library, resource, words) for resource in members),
        },
    )
