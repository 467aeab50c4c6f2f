"""Plans the resource pages: one for each kind, with every listing that is fresh enough."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.library import Library
from generator.content.resource import Resource, Scope
from generator.content.taxonomy import KindTerm
from generator.pages.page import Card, Fact, Link, Page
from generator.pages.parts.cards import shortened
from generator.pages.parts.contacts import ContactView, contact_view
from generator.pages.parts.shown import clinic_of, shown_resources
from generator.pages.urls import CRISIS, RESOURCES, resource_kind_url
from generator.words import Words


@dataclass(frozen=True)
class ListingView:
    """One listing as its page shows it."""

    resource: Resource
    facts: tuple[Fact, ...]
    contacts: tuple[ContactView, ...]
    links: tuple[Link, ...]
    verified: str


def plan_resources(library: Library, words: Words) -> Iterator[Page]:
    """The index of kinds, then a page for each kind that has a listing."""
    by_kind: dict[str, list[Resource]] = {}
    for resource in shown_resources(library):
        by_kind.setdefault(resource.kind, []).append(resource)
    kinds = [
        term
        for term in library.taxonomies["resource-kinds"].terms
        if isinstance(term, KindTerm) and term.id in by_kind
    ]
    yield _index(kinds, by_kind, words)
    for kind in kinds:
        yield _kind_page(library, kind, by_kind[kind.id], words)


def _index(kinds: list[KindTerm], by_kind: dict[str, list[Resource]], words: Words) -> Page:
    return Page(
        url=RESOURCES,
        template="resources",
        title=words("resources.title"),
        description=words("resources.description"),
        context={
            "crisis": Link(words("resources.now"), CRISIS),
            "cards": tuple(
                Card(
                    kind.plural,
                    resource_kind_url(kind.id),
                    kind.definition,
                    (words.count("resources.count", len(by_kind[kind.id])),),
                )
                for kind in kinds
            ),
        },
    )


def _kind_page(library: Library, kind: KindTerm, listings: list[Resource], words: Words) -> Page:
    ordered = sorted(listings, key=lambda r: (not r.emergency, _reach(library, r), r.name))
    return Page(
        url=resource_kind_url(kind.id),
        template="resource-kind",
        title=kind.plural,
        description=shortened(kind.definition),
        toc=len(ordered) > 3,
        context={
            "definition": kind.definition,
            "search_terms": kind.search_terms,
            "listings": tuple(_listing(library, resource, words) for resource in ordered),
        },
    )


def _reach(library: Library, resource: Resource) -> int:
    """How near a listing is to the clinic: its own region, its country, anywhere, elsewhere."""
    clinic = clinic_of(library)
    if clinic.region and clinic.region in resource.area.regions:
        return 0
    if resource.area.scope is Scope.COUNTRY and clinic.country in resource.area.countries:
        return 1
    if resource.area.scope is Scope.WORLDWIDE:
        return 2
    return 3 if clinic.country in resource.area.countries else 4


def _listing(library: Library, resource: Resource, words: Words) -> ListingView:
    links = []
    if resource.url:
        links.append(Link(words("resources.website", name=resource.name), resource.url))
    if resource.app and resource.app.privacy_policy:
        name = words("resources.privacy_policy", name=resource.name)
        links.append(Link(name, resource.app.privacy_policy))
    check = resource.verification
    verified = words(
        "resources.checked", date=words.day(check.on), how=words(f"resources.{check.status}")
    )
    return ListingView(
        resource,
        tuple(_facts(library, resource, words)),
        tuple(contact_view(contact, words) for contact in resource.contacts),
        tuple(links),
        verified,
    )


def _facts(library: Library, resource: Resource, words: Words) -> Iterator[Fact]:
    def fact(name: str, value: str | None) -> Iterator[Fact]:
        if value:
            yield Fact(words(f"resources.{name}"), (value,))

    if resource.book:
        book = resource.book
        yield from fact("authors", words.listing(book.authors))
        parts = (book.publisher, book.edition, str(book.year) if book.year else None)
        yield from fact("published", ", ".join(part for part in parts if part))
        yield from fact("isbn", book.isbn)
    yield from fact("where", _where(resource, words))
    cost = words(f"resources.{resource.cost.kind}")
    yield from fact("cost", f"{cost}. {resource.cost.note}" if resource.cost.note else cost)
    names = [words.language_name(code) for code in resource.languages]
    yield from fact("languages", words.listing(names))
    yield from fact("interpreters", resource.interpreters)
    how = tuple(library.term("modalities", i).label for i in resource.modality)
    yield Fact(words("resources.how"), how)
    yield from fact("for_whom", _for_whom(library, resource, words))
    yield from fact("join", resource.how_to_join)
    yield from fact("meets", resource.meeting.words if resource.meeting else None)
    yield from fact("address", resource.address)
    yield from fact("access", resource.access)
    if resource.app:
        yield from fact("platforms", words.listing(resource.app.platforms))
        yield from fact("account", resource.app.account)
        yield from fact("privacy", resource.app.privacy)


def _where(resource: Resource, words: Words) -> str:
    area = resource.area
    if area.place:
        return area.place
    if area.scope is Scope.WORLDWIDE:
        return words("resources.worldwide")
    return words.listing([words.country_name(code) for code in area.countries])


def _for_whom(library: Library, resource: Resource, words: Words) -> str:
    people = [library.term("audiences", i).label for i in resource.audience]
    ages = {"from": resource.age_from, "to": resource.age_to}
    key = {(True, True): "both", (True, False): "from", (False, True): "to"}.get(
        (resource.age_from is not None, resource.age_to is not None)
    )
    age = words(f"resources.ages_{key}", **ages) if key else ""
    parts = (words.listing(people), age, resource.eligibility or "")
    return "; ".join(part for part in parts if part)
