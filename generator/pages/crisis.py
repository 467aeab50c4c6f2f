"""Crisis page: phone numbers first, few words, works without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.models.resource import ContactKind, Resource
from generator.pages.page import Link, Page
from generator.pages.parts.alternates import card
from generator.pages.parts.clinic import clinic_view
from generator.pages.parts.contacts import (
    ContactView,
    LineView,
    contact_view,
    crisis_view,
    line_view,
)
from generator.pages.parts.crisis_situations import CountryRowView, rows_in_country, who_to_call
from generator.pages.parts.handouts import handout_links
from generator.pages.parts.listings import CRISIS_KIND
from generator.site.areas import areas_in_use
from generator.site.site import Site
from generator.site.urls import CRISIS, resource_facet_url


@dataclass(frozen=True)
class CountryView:
    """The crisis lines of one country."""

    id: str
    """ISO 3166-1 code in lower case, which is its anchor."""
    name: str
    lines: tuple[LineView, ...]
    """Emergency numbers, and lines for anyone."""
    who: tuple[CountryRowView, ...]
    """Lines by situation."""
    others: tuple[LineView, ...]
    """Crisis lines for particular groups that no row of `who` names."""
    more: Link | None
    """All listings of the country, crisis lines or not; None if there is no such page."""


@dataclass(frozen=True)
class CallView:
    """One of the call buttons at the top of the page."""

    contact: ContactView
    said: str
    """Label below it: name of the line, or what it is for."""
    first: bool
    """Whether it is one of the general line's, which come before all others."""


def plan_crisis(site: Site) -> Iterator[Page]:
    """The crisis page of the edition."""
    where = _where(site)
    yield Page(
        url=CRISIS,
        template="crisis",
        title=site.words("crisis.title"),
        description=site.words("crisis.description"),
        alternates=(card(site, "crisis", site.words("crisis.title")),),
        context={
            "crisis": crisis_view(site),
            "calls": _calls(site, where),
            "where": where,
            "who": who_to_call(site),
            "clinic": clinic_view(site),
            "handouts": handout_links(site, near=True),
            "countries": _countries(site),
        },
    )


FIRST = 2
"""Contacts of the general line before the emergency number: all three are above the fold."""

_DIALLED = frozenset({ContactKind.VOICE, ContactKind.TEXT, ContactKind.TTY})


def _calls(site: Site, where: str) -> tuple[CallView, ...]:
    """Contacts of the crisis block with a link: general line, emergency number, then the others.

    Of the others, calls and text messages come first. Each says in which countries it works,
    unless `where` says so for all.
    """
    general, *others = (site.resource[line] for line in site.crisis.lines)
    emergency = site.resource[site.crisis.emergency]
    first = [(general, contact) for contact in general.contacts]
    later = [(line, contact) for line in others for contact in line.contacts]
    later = sorted([*first[FIRST:], *later], key=lambda way: way[1].kind not in _DIALLED)
    urgent = [(emergency, contact) for contact in emergency.contacts]
    ways = (*first[:FIRST], *urgent, *later)
    views = (
        CallView(
            contact_view(contact, site.words, of=resource, where=not where),
            site.words("crisis.emergency") if resource is emergency else resource.name,
            first=place < FIRST,
        )
        for place, (resource, contact) in enumerate(ways)
    )
    return tuple(view for view in views if view.contact.href)


def _where(site: Site) -> str:
    """Sentence on the countries in which all numbers of the block work; empty if they differ."""
    shown = (site.crisis.emergency, *site.crisis.lines)
    contacts = [contact for line in shown for contact in site.resource[line].contacts]
    countries = {tuple(contact.dial_from) for contact in contacts if contact.dial_from}
    if len(countries) != 1:
        return ""
    names = [site.words.country_name(code) for code in countries.pop()]
    return site.words("crisis.where", countries=site.words.listing(names))


def _countries(site: Site) -> tuple[CountryView, ...]:
    """Crisis lines beside those of the block, by country: the clinic's first, then by name.

    Helplines for anyone too: who looks for somebody to talk to does not ask of which kind it is.
    """
    clinic = site.clinic
    crisis = site.crisis
    above = {crisis.emergency, *crisis.lines, crisis.elsewhere}
    by_country: dict[str, list[Resource]] = {}
    suited = [r for r in site.resources if r.kind == CRISIS_KIND or r.for_anyone]
    lines = [r for r in suited if r.id not in above]
    for resource in sorted(lines, key=lambda r: (not r.emergency, not r.for_anyone, r.name)):
        for country in resource.area.countries:
            by_country.setdefault(country, []).append(resource)
    names = {code: site.words.country_name(code) for code in by_country}
    order = sorted(by_country, key=lambda code: (code != clinic.country, names[code]))
    used = areas_in_use(site, site.resources)
    who = {code: rows_in_country(site, code) if code != clinic.country else () for code in order}
    named = {code: {line.name for row in who[code] for line in row.lines} for code in order}
    return tuple(
        CountryView(
            id=code.lower(),
            name=names[code],
            lines=tuple(line_view(r, site.words) for r in by_country[code] if _general(r)),
            who=who[code],
            others=tuple(
                line_view(r, site.words)
                for r in by_country[code]
                if not _general(r) and r.name not in named[code]
            ),
            more=Link(
                site.words("crisis.more_in", country=names[code]),
                resource_facet_url("area", code.lower()),
            )
            if code.lower() in used
            else None,
        )
        for code in order
    )


def _general(resource: Resource) -> bool:
    return resource.emergency or resource.for_anyone
