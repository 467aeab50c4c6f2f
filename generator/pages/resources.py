"""Resource directory: a faceted finder per country, detail pages per kind, lists per facet term."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.content.models.resource import Resource
from generator.content.models.taxonomy import Term
from generator.pages.page import Chip, Link, Page
from generator.pages.parts.alternates import card
from generator.pages.parts.cards import shortened
from generator.pages.parts.directory import (
    WAYS,
    ListingFacet,
    by_way,
    directory_choices,
    entry_views,
    found_entry,
)  # fmt: skip
from generator.pages.parts.handouts import handout_links
from generator.pages.parts.listings import (
    EntryView,
    ListingView,
    kind_term,
    listing_view,
    local_first,
    urgent_first,
)
from generator.pages.parts.structured_data import listings_facts
from generator.site.areas import WORLDWIDE, area_name, areas_of, by_country, by_reach, city_of
from generator.site.site import Site
from generator.site.urls import (
    CRISIS,
    GROUPS_CALENDAR,
    RESOURCES,
    handout_url,
    resource_facet_url,
    resource_kind_url,
)  # fmt: skip

Countries = Mapping[str, tuple[Resource, ...]]
"""Listings by country code in lower case, the clinic's country first."""
NEED = "need"
"""The facet that comes before all others, expanded."""
ASKED_FIRST = ("kind", "area", "hours")
"""Facets that are expanded at first; the others are collapsed."""


@dataclass(frozen=True)
class Group:
    """Listings below one heading; the heading is empty if this is the only group."""

    heading: str
    count: str
    entries: tuple[EntryView, ...]
    known: tuple[tuple[EntryView, ListingView], ...] = ()
    """The entries with their details; on the page of a kind only."""
    folded: bool = False
    """Whether the group is collapsed."""


def plan_resources(site: Site) -> Iterator[Page]:
    """A finder for each country, the clinic's first; then the pages of kinds and facet terms."""
    listed = tuple(sorted(site.resources, key=lambda r: local_first(site, r)))
    countries = by_country(listed, site)
    for country in countries:
        yield _directory(site, country, countries)
    _, *others = countries
    for way in WAYS:
        for term, (label, members) in by_way(site, way, listed).items():
            if way.name == "kind":
                yield _kind_page(site, term, members)
            elif way.name != "area" or term not in others:
                yield _list_page(site, way, (term, label), members)


def _directory_url(country: str, countries: Countries) -> str:
    """URL of a country's finder: the index for the clinic's country."""
    return RESOURCES if country == next(iter(countries)) else resource_facet_url("area", country)


def _directory(site: Site, country: str, countries: Countries) -> Page:
    """The finder of one country; that of the clinic's country is the index of the directory."""
    url = _directory_url(country, countries)
    first = url == RESOURCES
    name = area_name(country, site)
    listed = countries[country]
    if not first:
        listed = tuple(sorted(listed, key=lambda r: urgent_first(site, r)))
    offered = directory_choices(site, listed, country)
    title = (
        site.words("resources.title") if first else site.words("directory.page_title", label=name)
    )
    facet = site.words("directory.area")
    return Page(
        url=url,
        template="resources",
        title=title,
        description=site.words("resources.description")
        if first
        else site.words("directory.page_description", facet=facet, label=name),
        alternates=(card(site, "resources", title),) if first else (),
        found_by=() if first else (name,),
        context={
            "within": site.words("directory.within", country=name) if first else "",
            "crisis": Link(site.words("resources.now"), CRISIS),
            "elsewhere": tuple(_elsewhere(site, country, countries)),
            "handouts": tuple(
                link for link in handout_links(site) if first or link.url == handout_url(country)
            ),
            "calendar": Link(site.words("directory.calendar"), GROUPS_CALENDAR)
            if first and any(resource.meeting for resource in site.resources)
            else None,
            "count": site.words.count("resources.count", len(listed)),
            "forms": site.words.forms("resources.count"),
            "needs": tuple(c for c in offered if c.name == NEED),
            "first": tuple(c for c in offered if c.name in ASKED_FIRST),
            "rest": tuple(c for c in offered if c.name not in (NEED, *ASKED_FIRST)),
            "entries": tuple(found_entry(site, resource) for resource in listed),
        },
    )


def _elsewhere(site: Site, country: str, countries: Countries) -> Iterator[tuple[str, Chip]]:
    """Links to other countries' finders; from those also to the list of worldwide listings."""
    for other, members in countries.items():
        if other != country and members:
            url = _directory_url(other, countries)
            yield other, Chip(area_name(other, site), url, len(members))
    anywhere = sum(areas_of(resource) == (WORLDWIDE,) for resource in site.resources)
    if anywhere and _directory_url(country, countries) != RESOURCES:
        url = resource_facet_url("area", WORLDWIDE)
        yield WORLDWIDE, Chip(area_name(WORLDWIDE, site), url, anywhere)


def _kind_page(site: Site, kind: str, members: tuple[Resource, ...]) -> Page:
    term = kind_term(site, kind)
    return Page(
        url=resource_kind_url(kind),
        template="resource-kind",
        title=term.plural,
        description=shortened(term.definition),
        facts=listings_facts(site, kind, members),
        changed=max(resource.verification.on for resource in members),
        context={
            "definition": term.definition,
            "groups": tuple(_in_countries(site, members, known=True)),
        },
    )


def _list_page(
    site: Site, way: ListingFacet, term: tuple[str, str], members: tuple[Resource, ...]
) -> Page:
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
        found_by=_found_by(site, way, term, city),
    )


def _found_by(
    site: Site, way: ListingFacet, term: tuple[str, str], city: Term | None
) -> tuple[str, ...]:
    """Names of an area; of a language the one that those use who speak it."""
    term_id, label = term
    if way.name == "area":
        return (label, *(city.search_terms if city else ()))
    return (site.words.own_language_name(term_id),) if way.name == "language" else ()


def _groups(
    site: Site, way: ListingFacet, term_id: str, members: tuple[Resource, ...]
) -> tuple[Group, ...]:
    """Listings grouped by country; those of an area by their own area, the narrowest first."""
    if way.name != "area":
        return tuple(_in_countries(site, members))
    groups = by_reach(members, term_id, site)
    alone = len(groups) == 1
    return tuple(_group(site, "" if alone else name, listed) for name, listed in groups)


def _in_countries(
    site: Site, members: tuple[Resource, ...], known: bool = False
) -> Iterator[Group]:
    """Groups by country: the clinic's with worldwide listings, then the others, by name.

    Each listing is in the first of its groups only. Other countries are collapsed: few readers need
    them, and all of them together are forty screens of a phone.
    """
    here = site.clinic.country.lower()
    shown: set[str] = set()
    groups = {}
    for country, listed in by_country(members, site).items():
        new = tuple(resource for resource in listed if resource.id not in shown)
        shown.update(resource.id for resource in new)
        if new:
            groups[country] = new
    for country, listed in groups.items():
        alone = len(groups) == 1
        heading = "" if alone else area_name(country, site)
        yield _group(site, heading, listed, folded=not alone and country != here, known=known)


def _group(
    site: Site,
    heading: str,
    listed: tuple[Resource, ...],
    folded: bool = False,
    known: bool = False,
) -> Group:
    entries = tuple(entry_views(site)[resource.id] for resource in listed)
    more = tuple(listing_view(site, resource) for resource in listed) if known else ()
    count = site.words.count("resources.count", len(listed))
    return Group(heading, count, entries, tuple(zip(entries, more, strict=False)), folded)
