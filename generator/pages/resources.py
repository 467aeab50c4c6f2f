"""Plans the resource pages: one to find a listing, one for each kind, and one for each value."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.models.resource import Resource
from generator.pages.page import Link, Page
from generator.pages.parts.alternates import card
from generator.pages.parts.cards import shortened
from generator.pages.parts.directory import WAYS, Way, by_way, directory_choices, found_entry
from generator.pages.parts.facts import listings_facts
from generator.pages.parts.handouts import handout_links
from generator.pages.parts.listings import (
    EntryView,
    entry_view,
    kind_term,
    listing_view,
    local_first,
)
from generator.site.areas import by_reach, city_of
from generator.site.site import Site
from generator.site.urls import (
    CRISIS,
    GROUPS_CALENDAR,
    RESOURCES,
    handout_url,
    resource_facet_url,
    resource_kind_url,
)  # fmt: skip

ASKED_FIRST = ("kind", "area", "hours")
"""Facets that are open at once; the others open one by one."""


def plan_resources(site: Site) -> Iterator[Page]:
    """The page to find a listing, then those to which it leads without a script."""
    listed = tuple(sorted(site.resources, key=lambda r: local_first(site, r)))
    yield _index(site, listed)
    for way in WAYS:
        for term, (label, members) in by_way(site, way, listed).items():
            yield (
                _kind_page(site, term, members)
                if way.name == "kind"
                else _list_page(site, way, (term, label), members)
            )


def _index(site: Site, listed: tuple[Resource, ...]) -> Page:
    offered = directory_choices(site, listed)
    return Page(
        url=RESOURCES,
        template="resources",
        title=site.words("resources.title"),
        description=site.words("resources.description"),
        alternates=(card(site, "resources", site.words("resources.title")),),
        context={
            "crisis": Link(site.words("resources.now"), CRISIS),
            "handouts": handout_links(site),
            "calendar": Link(site.words("directory.calendar"), GROUPS_CALENDAR)
            if any(resource.meeting for resource in listed)
            else None,
            "count": site.words.count("resources.count", len(listed)),
            "forms": site.words.forms("resources.count"),
            "first": tuple(c for c in offered if c.name in ASKED_FIRST),
            "rest": tuple(c for c in offered if c.name not in ASKED_FIRST),
            "entries": tuple(found_entry(site, resource) for resource in listed),
        },
    )


def _kind_page(site: Site, kind: str, members: tuple[Resource, ...]) -> Page:
    term = kind_term(site, kind)
    return Page(
        url=resource_kind_url(kind),
        template="resource-kind",
        title=term.plural,
        description=shortened(term.definition),
        toc=len(members) > 3,
        facts=listings_facts(site, kind, members),
        changed=max(resource.verification.on for resource in members),
        context={
            "definition": term.definition,
            "listings": tuple(listing_view(site, resource) for resource in members),
        },
    )


def _list_page(site: Site, way: Way, term: tuple[str, str], members: tuple[Resource, ...]) -> Page:
    term_id, label = term
    city = city_of(term_id, site) if way.name == "area" else None
    facet = site.words(f"directory.{way.name}")
    return Page(
        url=resource_facet_url(way.name, term_id),
        template="resource-list",
        title=site.words("directory.page_title", label=label),
        description=site.words("directory.page_description", facet=facet, label=label),
        searchable=way.name in ("area", "language"),
        context={
            "facet": facet,
            "label": label,
            "lead": site.words("directory.by_hours") if way.name == "hours" else "",
            "count": site.words.count("resources.count", len(members)),
            "handouts": tuple(
                link
                for link in handout_links(site)
                if way.name == "area" and link.url == handout_url(term_id)
            ),
            "groups": _groups(site, way, term_id, members),
        },
        found_by=(label, *(city.search_terms if city else ())) if way.name == "area" else (),
    )


def _groups(
    site: Site, way: Way, term_id: str, members: tuple[Resource, ...]
) -> tuple[tuple[str, tuple[EntryView, ...]], ...]:
    """The listings; those of a place by how far they reach, so that what is near is told apart."""
    groups = by_reach(members, term_id, site) if way.name == "area" else (("", members),)
    alone = len(groups) == 1
    return tuple(
        ("" if alone else name, tuple(entry_view(site, resource) for resource in listed))
        for name, listed in groups
    )
