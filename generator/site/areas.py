"""Geographic coverage of listings: hierarchical area ids from ISO 3166 codes, and their order.

The id of an area begins with that of the area which contains it, so containment is a prefix test:
us (country, ISO 3166-1), us-ca (subdivision, ISO 3166-2), us-ca-los-angeles (city).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from generator.content.models.resource import Area, Resource, Scope
from generator.content.models.taxonomy import CityTerm, Term
from generator.site.site import Site

WORLDWIDE = "worldwide"


def areas_of(resource: Resource) -> tuple[str, ...]:
    """Area ids of a listing: worldwide, countries, or regions; its city, if any, before them.

    The city's id begins with that of the first region or country.
    """
    return _areas_of(resource.area)


# Cached: the page of every area asks this of every listing.
@lru_cache(maxsize=2_000)
def _areas_of(area: Area) -> tuple[str, ...]:
    if area.scope is Scope.WORLDWIDE:
        return (WORLDWIDE,)
    codes = area.regions if area.scope is Scope.REGION else area.countries
    own = tuple(code.lower() for code in codes)
    return (f"{own[0]}-{area.city}", *own) if area.city and own else own


def is_within(area: str, wide: str) -> bool:
    """Whether area `area` equals area `wide` or is contained in it (prefix test)."""
    return area == wide or area.startswith(f"{wide}-")


def covers(resource: Resource, area: str) -> bool:
    """Whether a listing covers an area: it is for that area or for one that contains it.

    A listing of a city covers its own area ids alone. Worldwide listings cover no other area here.
    """
    own = areas_of(resource)
    if area in own or resource.area.city:
        return area in own
    return any(is_within(area, wide) for wide in own)


def by_country(resources: Iterable[Resource], site: Site) -> dict[str, tuple[Resource, ...]]:
    """Listings by ISO 3166-1 country code in lower case, in the order given.

    The clinic's country is the first key, also without listings; the others are sorted by name.
    Worldwide listings are grouped with the clinic's country, where they can be used too.
    """
    here = site.clinic.country.lower()
    found: dict[str, list[Resource]] = {here: []}
    for resource in resources:
        for country in dict.fromkeys(area.partition("-")[0] for area in areas_of(resource)):
            found.setdefault(here if country == WORLDWIDE else country, []).append(resource)
    others = sorted(found.keys() - {here}, key=lambda country: area_name(country, site))
    return {country: tuple(found[country]) for country in (here, *others)}


def areas_with(resource: Resource, used: Iterable[str]) -> tuple[str, ...]:
    """Ids of the areas that a listing covers: its own, then those of `used` contained in them."""
    own = areas_of(resource)
    return own + tuple(area for area in used if area not in own and covers(resource, area))


def by_reach(
    resources: Iterable[Resource], area: str, site: Site
) -> tuple[tuple[str, tuple[Resource, ...]], ...]:
    """Listings grouped by their most specific area that contains `area`, as (area name, listings).

    The most specific group comes first; listings keep their order. A listing for none of these
    areas is in the group of `area` itself.
    """
    groups: dict[str, list[Resource]] = {}
    for resource in resources:
        nearest = max((a for a in areas_of(resource) if area.startswith(a)), key=len, default=area)
        groups.setdefault(nearest, []).append(resource)
    order = sorted(groups, key=len, reverse=True)
    return tuple((area_name(a, site), tuple(groups[a])) for a in order)


def areas_in_use(site: Site, resources: Iterable[Resource]) -> tuple[str, ...]:
    """Ids of all areas with listings: the clinic's region and what it contains, then the rest of
    its country, the country itself, worldwide, all others; each group sorted by name.

    Without a region of its own the clinic has no first group.
    """
    clinic = site.clinic
    here = clinic.country.lower()
    used = {area for resource in resources for area in areas_of(resource)}

    def order(area: str) -> tuple[int, str]:
        own = (clinic.region or here).lower()
        if own != here and is_within(area, own):
            rank = 0
        elif area.startswith(f"{here}-"):
            rank = 1
        else:
            rank = {here: 2, WORLDWIDE: 3}.get(area, 4)
        return rank, area_name(area, site)

    return tuple(sorted(used, key=order))


def city_of(area: str, site: Site) -> Term | None:
    """The term of the city with this area id; None for a region, a country or worldwide."""
    cities = site.taxonomies["cities"].terms
    return next((c for c in cities if isinstance(c, CityTerm) and _city_area(c) == area), None)


def area_name(area: str, site: Site) -> str:
    """Display name of an area id in the language of the edition."""
    if area == WORLDWIDE:
        return site.words("resources.worldwide")
    city = city_of(area, site)
    if city:
        return city.label
    code = area.upper()
    return site.words.region_name(code) if "-" in code else site.words.country_name(code)


def _city_area(city: CityTerm) -> str:
    return f"{(city.region or city.country).lower()}-{city.id}"
