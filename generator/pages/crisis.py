"""Plans the page that somebody opens when it is too much: numbers first, few words, no script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages.page import Link, Page
from generator.pages.parts.alternates import card
from generator.pages.parts.clinic import clinic_view
from generator.pages.parts.contacts import LineView, crisis_view, line_view
from generator.pages.parts.handouts import handout_links
from generator.pages.parts.who import who_to_call
from generator.site.areas import areas_in_use
from generator.site.site import Site
from generator.site.urls import CRISIS, resource_facet_url

CRISIS_KIND = "crisis-line"


@dataclass(frozen=True)
class CountryView:
    """The lines of one country."""

    id: str
    """Its code, to jump to it."""
    name: str
    lines: tuple[LineView, ...]
    more: Link | None
    """Everything that is listed there: lines that are not for a crisis stand there only."""


def plan_crisis(site: Site) -> Iterator[Page]:
    """The crisis page of the edition."""
    yield Page(
        url=CRISIS,
        template="crisis",
        title=site.words("crisis.title"),
        description=site.words("crisis.description"),
        alternates=(card(site, "crisis", site.words("crisis.title")),),
        context={
            "crisis": crisis_view(site, where=True),
            "who": who_to_call(site),
            "clinic": clinic_view(site),
            "handouts": handout_links(site, near=True),
            "countries": _countries(site),
        },
    )


def _countries(site: Site) -> tuple[CountryView, ...]:
    """Crisis lines that the block above does not show, the clinic's own country first.

    Also a helpline for anyone: who looks for somebody to talk to does not ask of which kind it is.
    """
    clinic = site.clinic
    crisis = site.crisis
    above = {crisis.emergency, *crisis.lines, crisis.elsewhere}
    by_country: dict[str, list[LineView]] = {}
    asked = [r for r in site.resources if r.kind == CRISIS_KIND or r.for_anyone]
    lines = [r for r in asked if r.id not in above]
    for resource in sorted(lines, key=lambda r: (not r.emergency, not r.for_anyone, r.name)):
        for country in resource.area.countries:
            by_country.setdefault(country, []).append(line_view(resource, site.words))
    names = {code: site.words.country_name(code) for code in by_country}
    order = sorted(by_country, key=lambda code: (code != clinic.country, names[code]))
    used = areas_in_use(site, site.resources)
    return tuple(
        CountryView(
            id=code.lower(),
            name=names[code],
            lines=tuple(by_country[code]),
            more=Link(
                site.words("crisis.more_in", country=names[code]),
                resource_facet_url("area", code.lower()),
            )
            if code.lower() in used
            else None,
        )
        for code in order
    )
