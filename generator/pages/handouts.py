"""Printable handouts: one page of contacts per area, which fits on one sheet of paper."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.page import Link, Page
from generator.pages.parts.handouts import handout, handout_areas
from generator.site.areas import area_name
from generator.site.site import Site
from generator.site.urls import CRISIS, handout_url, resource_facet_url


def plan_handouts(site: Site) -> Iterator[Page]:
    """A page for each area with lines of its own, dated by the oldest check of what it lists."""
    clinic = site.clinic
    for area in handout_areas(site):
        view = handout(site, area)
        name = area_name(area, site)
        days = sorted(resource.verification.on for resource in view.listed)
        yield Page(
            url=handout_url(area),
            template="handout",
            title=site.words("handout.title", area=name),
            description=site.words("handout.description", area=name),
            searchable=False,
            context={
                "sheet": view,
                "clinic": clinic.name,
                "phones": tuple(
                    Link(
                        site.words("handout.phone", label=p.label, display=p.display),
                        f"tel:{p.dial}",
                    )
                    for p in clinic.phones
                ),
                "checked": site.words("handout.checked", date=site.words.day(days[0])),
                "printed": site.words(
                    "handout.printed", site=clinic.base_url, date=site.words.day(site.today)
                ),
                "more": Link(
                    site.words("handout.more", area=name), resource_facet_url("area", area)
                ),
                "crisis": CRISIS,
            },
        )
