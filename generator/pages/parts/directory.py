"""The ways to find a listing: each facet says which terms a listing has, and their names."""

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
    lies_in,
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
"""What somebody comes for, in the order in which it is offered, and the kinds that are for it."""


@dataclass(frozen=True)
class Way:
    """One way to find a listing."""

    name: str
    of: Callable[[Site, Resource], Iterable[str]]
    """The ids of the terms that a listing has."""
    terms: Callable[[Site], Iterable[tuple[str, str]]]
    """Ids and labels of all terms, in the order in which they are offered."""


def _hours_of(_site: Site, resource: Resource) -> tuple[str, ...]:
    """open: a page can tell when somebody answers; always: day and night. Words are no hours."""
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
    """Whoever lives in a state can call the lines of the whole country too."""
    return areas_with(resource, _areas_used(site))


@lru_cache(maxsize=1)
def _areas_used(site: Site) -> tuple[str, ...]:
    return tuple(dict.fromkeys(area for r in site.resources for area in areas_of(r)))


def _areas(site: Site) -> Iterable[tuple[str, str]]:
    areas = areas_in_use(site, site.resources)
    return [(area, area_name(area, site)) for area in areas]


def _languages(site: Site) -> Iterable[tuple[str, str]]:
    codes = {code for resource in site.resources for code in resource.languages}
    named = [(code.lower(), site.words.language_name(code)) for code in codes]
    return sorted(named, key=lambda pair: (pair[0] != site.words.language, pair[1]))


WAYS: tuple[Way, ...] = (
    Way("need", lambda _, r: (need for need, kinds in NEEDS.items() if r.kind in kinds),
        lambda site: [(need, site.words(f"directory.need_{need}")) for need in NEEDS]),
    Way("kind", lambda _, r: (r.kind,),
        lambda site: [
            (t.id, getattr(t, "plural", t.label))
            for t in site.taxonomies["resource-kinds"].terms
        ]),
    Way("area", _areas_of, _areas),
    Way("hours", _hours_of,
        lambda site: [(i, site.words(f"directory.{i}")) for i in (OPEN, ALWAYS)]),
    Way("cost", lambda _, r: (r.cost.kind.value,),
        lambda site: [(c.value, site.words(f"resources.{c.value}")) for c in CostKind]),
    Way("language", lambda _, r: tuple(code.lower() for code in r.languages), _languages),
    Way("modality", lambda _, r: r.modality, _of_taxonomy("modalities")),
    Way("audience", lambda _, r: r.audience, _of_taxonomy("audiences")),
)  # fmt: skip


def by_way(
    site: Site, way: Way, resources: Iterable[Resource]
) -> dict[str, tuple[str, tuple[Resource, ...]]]:
    """Label and listings of each term that has any, in the order of the terms.

    The listings keep their order. Those of an area have one of their own: what is for it and no
    wider one first, and there what is urgent, however near it is to the clinic.
    """
    found: dict[str, list[Resource]] = {}
    for resource in resources:
        for term in way.of(site, resource):
            found.setdefault(term, []).append(resource)
    for term, members in found.items():
        if way.name == "area":
            members.sort(key=lambda r: (term not in areas_of(r), urgent_first(site, r)))
    return {term: (label, tuple(found[term])) for term, label in way.terms(site) if term in found}


def directory_choices(
    site: Site, resources: Iterable[Resource], country: str = ""
) -> tuple[Choices, ...]:
    """Every facet with more than one term to choose from, each term a link to its plain page.

    Of areas only those in a country, if one is named, and what is for anywhere. The numbers are
    those of the plain pages, which have the listings of all countries.
    """
    listed = tuple(resources)
    numbers = _numbers(site)
    offered = []
    for way in WAYS:
        found = by_way(site, way, listed)
        if way.name == "area" and country:
            found = {a: f for a, f in found.items() if a == WORLDWIDE or lies_in(a, country)}
        chips = tuple(
            Chip(label, resource_facet_url(way.name, term), numbers[way.name, term])
            for term, (label, _) in found.items()
        )
        if len(chips) > 1:
            title = site.words(f"directory.{way.name}")
            offered.append(Choices(way.name, title, tuple(found), chips))
    return tuple(offered)


@lru_cache(maxsize=1)
def _numbers(site: Site) -> Mapping[tuple[str, str], int]:
    """How many listings of all countries there are by way and term."""
    return Counter(
        (way.name, term) for way in WAYS for r in site.resources for term in way.of(site, r)
    )


@lru_cache(maxsize=1)
def entry_views(site: Site) -> Mapping[str, EntryView]:
    """Every listing of a site for a list of many, by its id; several lists show the same."""
    return {resource.id: entry_view(site, resource) for resource in site.resources}


def found_entry(site: Site, resource: Resource) -> EntryView:
    """The short entry of a listing, with all that it can be found by."""
    terms = [(way.name, tuple(way.of(site, resource))) for way in WAYS]
    # By its own areas it comes before what is for a whole country.
    terms.append(("own", areas_of(resource)))
    return replace(entry_views(site)[resource.id], terms=tuple(terms))
