"""View models of listings: short entry, details, verification, and sort keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.models.resource import Contact, CostKind, Resource, Scope, VerificationStatus
from generator.content.models.taxonomy import KindTerm
from generator.pages.page import Fact, Link
from generator.pages.parts.contacts import (
    ANSWERED,
    ContactView,
    contact_view,
    hours_words,
    service_name,
    website_view,
)
from generator.pages.parts.meetings import MeetingView, meeting_view
from generator.pages.parts.time_spans import open_spans
from generator.site.site import Site
from generator.site.urls import calendar_url, resource_url
from generator.site.words import Words

CRISIS_KIND = "crisis-line"
WAYS = 3
"""Most contacts of a short entry; the page of its kind has all."""

_SURE = {
    VerificationStatus.OFFICIAL: "at_owner",
    VerificationStatus.AUTHORITY: "at_owner",
    VerificationStatus.CROSS_REFERENCED: "elsewhere",
}
"""Key of the short verification text by status; any other status is "doubted"."""


@dataclass(frozen=True)
class ListingView:
    """Details of a listing that only the page of its kind shows, below its entry."""

    resource: Resource
    facts: tuple[Fact, ...]
    contacts: tuple[ContactView, ...]
    links: tuple[Link, ...]
    verified: str


@dataclass(frozen=True)
class EntryView:
    """A listing in a list: facts to choose by, contacts, and date of verification."""

    name: str
    url: str
    summary: str
    alert: str
    meta: tuple[str, ...]
    ways: tuple[ContactView, ...]
    begin: str
    """How to join, if there is no link."""
    in_crisis: bool
    """Whether it is a crisis line."""
    hours: tuple[str, ...]
    counted: tuple[str, ...]
    """Opening times encoded as in `time_spans.py`, one string for each distinct hours."""
    meeting: MeetingView | None
    verified: str
    terms: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """(facet, term ids), by which the finder filters."""


def kind_term(site: Site, kind: str) -> KindTerm:
    """The taxonomy term of a kind of listing."""
    term = site.term("resource-kinds", kind)
    assert isinstance(term, KindTerm)
    return term


def local_first(site: Site, resource: Resource) -> tuple[int, bool, bool, int, str]:
    """Sort key: nearest to the clinic first (`_reach`), then as in `urgent_first`."""
    return _reach(site, resource), *urgent_first(site, resource)


def urgent_first(site: Site, resource: Resource) -> tuple[bool, bool, int, str]:
    """Sort key: emergency numbers, lines for anyone, then by kind in taxonomy order, then name."""
    kinds = [term.id for term in site.taxonomies["resource-kinds"].terms]
    return (
        not resource.emergency,
        not resource.for_anyone,
        kinds.index(resource.kind),
        resource.name,
    )


def listing_view(site: Site, resource: Resource) -> ListingView:
    """The details of a listing that its entry does not have."""
    links = []
    if resource.url:
        links.append(Link(site.words("resources.website", name=resource.name), resource.url))
    if resource.app and resource.app.privacy_policy:
        name = site.words("resources.privacy_policy", name=resource.name)
        links.append(Link(name, resource.app.privacy_policy))
    if resource.meeting:
        links.append(Link(site.words("resources.calendar"), calendar_url(resource.id)))
    return ListingView(
        resource,
        tuple(_facts(site, resource)),
        tuple(contact_view(c, site.words, of=resource, where=True) for c in resource.contacts),
        tuple(links),
        verified(resource, site.words),
    )


def entry_view(site: Site, resource: Resource) -> EntryView:
    """The entry of a listing, without `terms`."""
    answered = [c for c in resource.contacts if c.kind in ANSWERED]
    ways = [
        view
        for contact in resource.contacts
        if (view := contact_view(contact, site.words, of=resource)).href
    ]
    if not ways and resource.url:
        ways = [website_view(resource, site.words)]
    spoken = site.words.listing([site.words.language_name(code) for code in resource.languages])
    return EntryView(
        name=service_name(resource, site.words),
        url=resource_url(resource.kind, resource.id),
        summary=resource.summary,
        alert=resource.alert or "",
        meta=(
            kind_term(site, resource.kind).label,
            *((site.words.listing(resource.book.authors),) if resource.book else ()),
            where(site, resource),
            *_cost(site, resource),
            spoken,
        ),
        ways=tuple(ways[:WAYS]),
        begin="" if ways else resource.how_to_join or "",
        in_crisis=resource.kind == CRISIS_KIND,
        hours=tuple(dict.fromkeys(hours_words(contact.hours, site.words) for contact in answered)),
        counted=tuple(dict.fromkeys(filter(None, (_counted(site, resource, c) for c in answered)))),
        meeting=meeting_view(site, resource),
        verified=_verified_short(resource, site.words),
    )


def _cost(site: Site, resource: Resource) -> tuple[str, ...]:
    """Cost label; empty if unknown, which only the page of its kind says."""
    kind = resource.cost.kind
    return () if kind is CostKind.UNKNOWN else (site.words(f"resources.{kind}"),)


def _counted(site: Site, resource: Resource, contact: Contact) -> str:
    return open_spans(site, resource, contact.hours) if contact.kind in ANSWERED else ""


def verified(resource: Resource, words: Words) -> str:
    """Verification in a sentence: date, who, method and status."""
    check = resource.verification
    return words(
        "resources.checked",
        date=words.day(check.on),
        who=check.by,
        way=words(f"resources.by_{check.method}"),
        how=words(f"resources.{check.status}"),
    )


def _verified_short(resource: Resource, words: Words) -> str:
    """Verification as month, with the status only where it is "doubted"."""
    check = resource.verification
    known = _SURE.get(check.status, "doubted")
    how = words(f"resources.{check.status}")
    return words(f"resources.checked_{known}", month=words.month(check.on), how=how)


def where(site: Site, resource: Resource) -> str:
    """Coverage area of a listing in words."""
    area = resource.area
    if area.place:
        return area.place
    if area.city:
        return site.term("cities", area.city).label
    if area.scope is Scope.WORLDWIDE:
        return site.words("resources.worldwide")
    if area.scope is Scope.REGION:
        return site.words.listing([site.words.region_name(code) for code in area.regions])
    return site.words.listing([site.words.country_name(code) for code in area.countries])


def _reach(site: Site, resource: Resource) -> int:
    """Distance rank: 0 the clinic's region, 1 its whole country, 2 worldwide, 3 a part of its
    country, 4 elsewhere."""
    clinic = site.clinic
    if clinic.region and clinic.region in resource.area.regions:
        return 0
    if resource.area.scope is Scope.COUNTRY and clinic.country in resource.area.countries:
        return 1
    if resource.area.scope is Scope.WORLDWIDE:
        return 2
    return 3 if clinic.country in resource.area.countries else 4


def _facts(site: Site, resource: Resource) -> Iterator[Fact]:
    def fact(name: str, value: str | None) -> Iterator[Fact]:
        if value:
            yield Fact(site.words(f"resources.{name}"), (value,))

    if resource.book:
        book = resource.book
        yield from fact("authors", site.words.listing(book.authors))
        parts = (book.publisher, book.edition, str(book.year) if book.year else None)
        yield from fact("published", ", ".join(part for part in parts if part))
        yield from fact("isbn", book.isbn)
    yield from fact("where", where(site, resource))
    cost = site.words(f"resources.{resource.cost.kind}")
    yield from fact("cost", f"{cost}. {resource.cost.note}" if resource.cost.note else cost)
    names = [site.words.language_name(code) for code in resource.languages]
    yield from fact("languages", site.words.listing(names))
    yield from fact("interpreters", resource.interpreters)
    how = tuple(site.term("modalities", i).label for i in resource.modality)
    yield Fact(site.words("resources.how"), how)
    people = tuple(site.term("audiences", i).label for i in resource.audience)
    yield Fact(site.words("resources.for_whom"), people)
    yield from fact("ages", _ages(resource, site.words))
    yield from fact("eligibility", resource.eligibility)
    yield from fact("join", resource.how_to_join)
    yield from fact("address", resource.address)
    yield from fact("access", resource.access)
    if resource.app:
        yield from fact("platforms", site.words.listing(resource.app.platforms))
        yield from fact("account", resource.app.account)
        yield from fact("privacy", resource.app.privacy)


def _ages(resource: Resource, words: Words) -> str:
    ages = {"from": resource.age_from, "to": resource.age_to}
    key = {(True, True): "both", (True, False): "from", (False, True): "to"}.get(
        (resource.age_from is not None, resource.age_to is not None)
    )
    return words(f"resources.ages_{key}", **ages) if key else ""
