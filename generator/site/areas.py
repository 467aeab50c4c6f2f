"""Areas: where a listing can be used, nearest to the clinic first."""

from __future__ import annotations

from collections.abc import Iterable

from generator.content.models.resource import Resource, Scope
from generator.site.site import Site
from generator.site.words import Words

WORLDWIDE = "worldwide"


def areas_of(resource: Resource) -> tuple[str, ...]:
    """Ids of the areas that a listing is for: its regions, or its countries, or worldwide."""
    area = resource.area
    if area.scope is Scope.WORLDWIDE:
        return (WORLDWIDE,)
    codes = area.regions if area.scope is Scope.REGION else area.countries
    return tuple(code.lower() for code in codes)


def areas_with(resource: Resource, used: Iterable[str]) -> tuple[str, ...]:
    """The areas in which it can be used: its own, and those that lie within its countries."""
    own = areas_of(resource)
    if resource.area.scope is not Scope.COUNTRY:
        return own
    return own + tuple(area for area in used if area.partition("-")[0] in own and area not in own)


def areas_in_use(site: Site, resources: Iterable[Resource]) -> tuple[str, ...]:
    """Ids of all areas with listings: local first, then the country, anywhere, and the rest."""
    clinic = site.clinic
    here = clinic.country.lower()
    used = {area for resource in resources for area in areas_of(resource)}

    def order(area: str) -> tuple[int, str]:
        if area == (clinic.region or "").lower():
            rank = 0
        elif area.startswith(f"{here}-"):
            rank = 1
        else:
            rank = {here: 2, WORLDWIDE: 3}.get(area, 4)
        return rank, area_name(area, site.words)

    return tuple(sorted(used, key=order))


def area_name(area: str, words: Words) -> str:
    """What an area is called."""
    if area == WORLDWIDE:
        return words("resources.worldwide")
    code = area.upper()
    return words.region_name(code) if "-" in code else words.country_name(code)
