"""Facets of listings for the resource directory, and their filters with counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.content.models.resource import CostKind, Resource, VerificationStatus
from generator.pages.page import Chip
from generator.pages.parts.choices import Choices
from generator.pages.parts.contacts import ANSWERED
from generator.pages.parts.listings import EntryView, entry_view, urgent_first
from generator.site.areas import (
    WORLDWIDE,
    area_name,
    areas_in_use,
    areas_of,
    areas_with,
    is_within,
)
from generator.site.site import Site
from generator.site.urls import resource_facet_url

OPEN, ALWAYS = "open", "always"
NEEDS = {
    "talk": ("crisis-line", "helpline-warmline"),
    "others": ("online-support-group", "writing-workshop", "organisation"),
    "care": ("directory",),
    "alone": ("app", "book", "guided-journal", "self-help-site"),
}
"""Kinds of listings by need, in the order in which needs are offered."""


@dataclass(frozen=True)
class ListingFacet:
    """A facet of listings; `name` is its part of URLs and word keys."""

    name: str
    of: Callable[[Site, Resource], Iterable[str]]
    """Ids of the terms that a listing has."""
    terms: Callable[[Site], Iterable[tuple[str, str]]]
    """(id, label) of all terms, in display order."""


def _hours_of(_site: Site, resource: Resource) -> tuple[str, ...]:
    """`open` if its opening times can be computed, and `always` if it answers day and night.

    None for hours given in words only, and for a closed listing.
    """
    if resource.verification.status is VerificationStatus.CLOSED:
        return ()
    hours = [contact.hours for contact in resource.contacts if contact.kind in ANSWERED]
    always = any(one.always for one in hours)
    return ((OPEN,) if always or any(one.rule for one in hours) else ()) + (
        (ALWAYS,) if always else ()
    )


def _of_taxonomy(name: str) -> Callable[[Site], Iterable[tuple[str, str]]]:
    return lambda site: [(t.id, t.label) for t in site.taxonomies[name].terms]


def _areas_of(site: Site, resource: Resource) -> tuple[str, ...]:
    """Its own areas and those within them: in a state, lines of the whole country count too."""
    return _areas_by_id(site)[resource.id]


@lru_cache(maxsize=1)
def _areas_by_id(site: Site) -> Mapping[str, tuple[str, ...]]:
    used = tuple(dict.fromkeys(area for r in site.resources for area in areas_of(r)))
    return {resource.id: areas_with(resource, used) for resource in site.resources}


def _areas(site: Site) -> Iterable[tuple[str, str]]:
    areas = areas_in_use(site, site.resources)
    return [(area, area_name(area, site)) for area in areas]


def _languages(site: Site) -> Iterable[tuple[str, str]]:
    codes = {code for resource in site.resources for code in resource.languages}
    named = [(code.lower(), site.words.language_name(code)) for code in codes]
    return sorted(named, key=lambda pair: (pair[0] != site.words.language, pair[1]))


WAYS: tuple[ListingFacet, ...] = (
    ListingFacet("need", lambda _, r: (need for need, kinds in NEEDS.items() if r.kind in kinds),
        lambda site: [(need, site.words(f"directory.need_{need}")) for need in NEEDS]),
    ListingFacet("kind", lambda _, r: (r.kind,),
        lambda site: [
            (t.id, getattr(t, "plural", t.label))
            for t in site.taxonomies["resource-kinds"].terms
        ]),
    ListingFacet("area", _areas_of, _areas),
    ListingFacet("hours", _hours_of,
        lambda site: [(i, site.words(f"directory.{i}")) for i in (OPEN, ALWAYS)]),
    ListingFacet("cost", lambda _, r: (r.cost.kind.value,),
        lambda site: [(c.value, site.words(f"resources.{c.value}")) for c in CostKind]),
    ListingFacet("language", lambda _, r: tuple(code.lower() for code in r.languages), _languages),
    ListingFacet("modality", lambda _, r: r.modality, _of_taxonomy("modalities")),
    ListingFacet("audience", lambda _, r: r.audience, _of_taxonomy("audiences")),
)  # fmt: skip


def by_way(
    site: Site, way: ListingFacet, resources: Iterable[Resource]
) -> dict[str, tuple[str, tuple[Resource, ...]]]:
    """Inverted index of a facet: (label, listings) by term id, for terms that have any.

    Keys are in the order of the terms, listings in the order given; but those of an area are
    sorted: what is for exactly this area first, then as in `urgent_first`.
    """
    index: dict[str, list[Resource]] = {}
    for resource in resources:
        for term in way.of(site, resource):
            index.setdefault(term, []).append(resource)
    for term, members in index.items():
        if way.name == "area":
            members.sort(key=lambda r: (term not in areas_of(r), urgent_first(site, r)))
    return {term: (label, tuple(index[term])) for term, label in way.terms(site) if term in index}


def directory_choices(
    site: Site, resources: Iterable[Resource], country: str = ""
) -> tuple[Choices, ...]:
    """Filters of every facet of which these listings have two terms or more.

    With a `country`, areas are those within it and worldwide. Each term links to its static list;
    the counts are those of that list, which has the listings of all countries.
    """
    listed = tuple(resources)
    counts = _facet_counts(site)
    offered = []
    for way in WAYS:
        terms = by_way(site, way, listed)
        if way.name == "area" and country:
            terms = {a: t for a, t in terms.items() if a == WORLDWIDE or is_within(a, country)}
        chips = tuple(
            Chip(label, resource_facet_url(way.name, term), counts[way.name, term])
            for term, (label, _) in terms.items()
        )
        if len(chips) > 1:
            title = site.words(f"directory.{way.name}")
            offered.append(Choices(way.name, title, tuple(terms), chips))
    return tuple(offered)


@lru_cache(maxsize=1)
def _facet_counts(site: Site) -> Mapping[tuple[str, str], int]:
    """Number of listings of all countries by (facet, term id)."""
    return Counter(
        (way.name, term) for way in WAYS for r in site.resources for term in way.of(site, r)
    )


@lru_cache(maxsize=1)
def entry_views(site: Site) -> Mapping[str, EntryView]:
    """The entry of every listing by id; cached, as several lists show the same."""
    return {resource.id: entry_view(site, resource) for resource in site.resources}


def found_entry(site: Site, resource: Resource) -> EntryView:
    """The entry of a listing with its terms of all facets, for the script of the finder."""
    terms = [(way.name, tuple(way.of(site, resource))) for way in WAYS]
    # The script ranks a listing for exactly the chosen area before those for a wider one.
    terms.append(("own", areas_of(resource)))
    return replace(entry_views(site)[resource.id], terms=tuple(terms))
