"""Plans the handouts: for each area one page that prints on one sheet of paper."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.pages.page import Link, Page
from generator.pages.parts.handouts import handout, handout_areas
from generator.site.areas import area_name
from generator.site.shown import clinic_of
from generator.site.urls import CRISIS, handout_url, resource_facet_url
from generator.site.words import Words


def plan_handouts(library: Library, words: Words) -> Iterator[Page]:
    """A page for each area that has numbers of its own."""
    clinic = clinic_of(library)
    for area in handout_areas(library, words):
        view = handout(library, area, words)
        name = area_name(area, words)
        days = sorted(resource.verification.on for resource in view.listed)
        yield Page(
            url=handout_url(area),
            template="handout",
            title=words("handout.title", area=name),
            description=words("handout.description", area=name),
            searchable=False,
            context={
                "sheet": view,
                "clinic": clinic.name,
                "phones": tuple(
                    Link(words("handout.phone", label=p.label, display=p.display), f"tel:{p.dial}")
                    for p in clinic.phones
                ),
                "checked": words("handout.checked", date=words.day(days[0])),
                "printed": words(
                    "handout.printed", site=clinic.base_url, date=words.day(library.today)
                ),
                "more": Link(words("handout.more", area=name), resource_facet_url("area", area)),
                "crisis": CRISIS,
            },
        )
