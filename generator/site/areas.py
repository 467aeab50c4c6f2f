"""Areas: where a listing can be used, nearest to the clinic first."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from generator.content.models.resource import Area, Resource, Scope
from generator.content.models.taxonomy import CityTerm, Term
from generator.site.site import Site

WORLDWIDE = "worldwide"


def areas_of(resource: Resource) -> tuple[str, ...]:
    """Ids of the areas that a listing is for: its city, its regions, its countries, or worldwide.

    The id of an area begins with that of the one in which it lies: us, us-ca, us-ca-los-angeles.
    """
    return _areas_of(resource.area)


# A page of every area asks this of every listing.
@lru_cache(maxsize=2_000)
def _areas_of(area: Area) -> tuple[str, ...]:
    if area.scope is Scope.WORLDWIDE:
        return (WORLDWIDE,)
    codes = area.regions if area.scope is Scope.REGION else area.countries
    own = tuple(code.lower() for code in codes)
    return (f"{own[0]}-{area.city}", *own) if area.city and own else own


def lies_in(area: str, wide: str) -> bool:
    """Whether an area is another one or lies within it."""
    return area == wide or area.startswith(f"{wide}-")


def reaches(resource: Resource, area: str) -> bool:
    """Whether somebody in an area can use a listing: it is for that area, or for all around it."""
    own = areas_of(resource)
    if area in own or resource.area.city:
        return area in own
    return any(lies_in(area, wide) for wide in own)


def by_country(resources: Iterable[Resource], site: Site) -> dict[str, tuple[Resource, ...]]:
    """The listings of each country in their order, the clinic's first, and the others by name.

    Whoever is in the clinic's country can use what is for anywhere too; so that stands there.
    """
    here = site.clinic.country.lower()
    found: dict[str, list[Resource]] = {here: []}
    for resource in resources:
        for country in dict.fromkeys(area.partition("-")[0] for area in areas_of(resource)):
            found.setdefault(here if country == WORLDWIDE else country, []).append(resource)
    others = sorted(found.keys() - {here}, key=lambda country: area_name(country, site))
    return {country: tuple(found[country]) for country in (here, *others)}


def areas_with(resource: Resource, used: Iterable[str]) -> tuple[str, ...]:
    """The areas in which it can be used: its own, and those that lie within them."""
    own = areas_of(resource)
    return own + tuple(area for area in used if area not in own and reaches(resource, area))


def by_reach(
    resources: Iterable[Resource], area: str, site: Site
) -> tuple[tuple[str, tuple[Resource, ...]], ...]:
    """Listings for somebody in an area, the nearest first: for it alone, then for what is wider."""
    groups: dict[str, list[Resource]] = {}
    for resource in resources:
        nearest = max((a for a in areas_of(resource) if area.startswith(a)), key=len, default=area)
        groups.setdefault(nearest, []).append(resource)
    order = sorted(groups, key=len, reverse=True)
    return tuple((area_name(a, site), tuple(groups[a])) for a in order)


def areas_in_use(site: Site, resources: Iterable[Resource]) -> tuple[str, ...]:
    """Ids of all areas with listings: local first, then the country, anywhere, and the rest."""
    clinic = site.clinic
    here = clinic.country.lower()
    used = {area for resource in resources for area in areas_of(resource)}

    def order(area: str) -> tuple[int, str]:
        own = (clinic.region or here).lower()
        if own != here and lies_in(area, own):
            rank = 0
        elif area.startswith(f"{here}-"):
            rank = 1
        else:
            rank = {here: 2, WORLDWIDE: 3}.get(area, 4)
        return rank, area_name(area, site)

    return tuple(sorted(used, key=order))


def city_of(area: str, site: Site) -> Term | None:
    """The city that an area is; None if it is a region, a country, or all of the world."""
    cities = site.taxonomies["cities"].terms
    return next((c for c in cities if isinstance(c, CityTerm) and _area_of(c) == area), None)


def area_name(area: str, site: Site) -> str:
    """What an area is called."""
    if area == WORLDWIDE:
        return site.words("resources.worldwide")
    city = city_of(area, site)
    if city:
        return city.label
    code = area.upper()
    return site.words.region_name(code) if "-" in code else site.words.country_name(code)


def _area_of(city: CityTerm) -> str:
    return f"{(city.region or city.country).lower()}-{city.id}"
