"""Listings as Open Referral's Human Services Data Specification (HSDS), version 3.0.

What the specification has no field for is in its free text or left out, never forced into another
field: a short code is the phone number, an unstructured address the description of its location,
and books and apps, which are no services, are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from generator.content.models.resource import (
    Contact,
    ContactKind,
    CostKind,
    Resource,
    Scope,
    VerificationStatus,
)
from generator.content.models.telephone import is_short
from generator.exports.hsds_times import schedules
from generator.site.site import Site
from generator.site.urls import resource_url
from generator.site.words import Words

VERSION = "3.0"
PROFILE = "https://docs.openreferral.org/en/v3.0.0/"
NAMESPACE = UUID("7b0f5d3e-52f4-4f0c-9c1b-0a5c1be0d6a4")
"""Namespace of the UUIDv5 ids, which makes them stable; never change it."""

_PHONES = {
    ContactKind.VOICE: "voice",
    ContactKind.TEXT: "text",
    ContactKind.TTY: "textphone",
    ContactKind.VIDEO_RELAY: "video",
}
"""Telephone types of vCard (RFC 6350, 6.4.1); other contacts are exported as attributes."""


@dataclass(frozen=True)
class _Ids:
    """Makes the UUIDv5 of a listing and of its parts, deterministic for site and entry."""

    site: str
    """Base URL of the site: globally unique, which the id of a clinic is not."""
    listing: str

    def __call__(self, *parts: str) -> str:
        return str(uuid5(NAMESPACE, "/".join((self.site, self.listing, *parts))))


def _ids(site: Site, resource: Resource) -> _Ids:
    return _Ids(site.clinic.base_url.rstrip("/"), resource.id)


def hsds_services(site: Site) -> tuple[dict[str, Any], ...]:
    """Shown listings as HSDS `service` objects, by our id; without books and apps."""
    listed = sorted(site.resources, key=lambda r: r.id)
    return tuple(_service(site, r) for r in listed if not (r.book or r.app))


def listing_id(site: Site, resource: Resource) -> str:
    """Globally unique, stable id (UUIDv5) of a listing, for HSDS and iCalendar."""
    return _ids(site, resource)()


def hsds_page(contents: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The whole list as the only page of a paginated HSDS response."""
    contents = tuple(contents)
    return {
        "total_items": len(contents),
        "total_pages": 1,
        "page_number": 1,
        "size": len(contents),
        "first_page": True,
        "last_page": True,
        "empty": not contents,
        "contents": contents,
    }


def _service(site: Site, resource: Resource) -> dict[str, Any]:
    own = _ids(site, resource)
    check = resource.verification
    emails = [c.email for c in resource.contacts if c.email]
    return _without_empty(
        id=own(),
        organization_id=own("organization"),
        name=resource.name,
        alternate_name="; ".join(resource.other_names),
        description=f"{resource.summary} {resource.good_to_know or ''}".strip(),
        url=resource.url or site.absolute(resource_url(resource.kind, resource.id)),
        email=next(iter(emails), ""),
        status="defunct" if check.status is VerificationStatus.CLOSED else "active",
        interpretation_services=resource.interpreters,
        application_process=resource.how_to_join,
        fees_description=resource.cost.note,
        eligibility_description=resource.eligibility,
        minimum_age=resource.age_from,
        maximum_age=resource.age_to,
        assured_date=check.on.isoformat(),
        alert=resource.alert,
        organization=_without_empty(
            id=own("organization"),
            name=resource.name,
            description=site.words("exports.hsds_organization"),
            website=resource.url,
        ),
        phones=[
            _phone(contact, resource, own, str(n), site.words)
            for n, contact in enumerate(resource.contacts)
            if contact.kind in _PHONES
        ],
        schedules=[
            {"id": own("schedule", str(n)), **schedule}
            for n, schedule in enumerate(schedules(site, resource))
        ],
        service_areas=[
            {"id": own("area", area["name"]), **area} for area in _areas(site, resource)
        ],
        service_at_locations=list(_places(resource, own)),
        languages=[
            _language(code, own("language", code), site.words) for code in resource.languages
        ],
        cost_options=_costs(resource, own, site.words),
        attributes=list(_attributes(site, resource, own)),
    )


def _phone(contact: Contact, resource: Resource, own: _Ids, n: str, words: Words) -> dict[str, Any]:
    hours = words("contact.always") if contact.hours.always else contact.hours.words
    from_where = contact.dial_from or resource.area.countries
    countries = words.listing([words.country_name(code) for code in from_where])
    short = bool(contact.dial) and is_short(contact.dial or "")
    as_dialled = bool(contact.dial) and not (short or contact.e164 or contact.dial_from)
    notes = (
        contact.display,
        words("exports.hsds_short_code") if short else "",
        words("exports.hsds_as_dialled", countries=countries) if as_dialled and countries else "",
        words("exports.hsds_dial_from", countries=countries) if contact.dial_from else "",
        words("exports.hsds_keyword", keyword=contact.keyword) if contact.keyword else "",
        contact.menu,
        hours,
        contact.cost,
        contact.note,
    )
    return _without_empty(
        id=own("phone", n),
        number=contact.e164 or contact.dial or contact.display,
        type=_PHONES[contact.kind],
        description=" ".join(f"{note.rstrip('.')}." for note in notes if note),
        languages=[_language(code, own("phone", n, code), words) for code in contact.languages],
    )


def _areas(site: Site, resource: Resource) -> Iterator[dict[str, str]]:
    area = resource.area
    if area.scope is Scope.WORLDWIDE:
        yield {"name": site.words("resources.worldwide")}
    elif area.place or area.regions:
        codes = ", ".join(area.regions or area.countries)
        city = site.term("cities", area.city).label if area.city else ""
        names = dict.fromkeys(name for name in (city, area.place) if name)
        for name in names or (codes,):
            yield {"name": name, "description": f"ISO 3166: {codes}"}
    else:
        for code in area.countries:
            yield {"name": site.words.country_name(code), "description": f"ISO 3166: {code}"}


def _places(resource: Resource, own: _Ids) -> Iterator[dict[str, Any]]:
    """`service_at_location`: physical with a one-line address, virtual with its URL, or none."""
    if resource.address:
        access = {"id": own("access"), "description": resource.access}
        location = _without_empty(
            id=own("location"),
            location_type="physical",
            name=resource.area.place or resource.name,
            description=resource.address,
            accessibility=[access] if resource.access else [],
        )
        yield {"id": own("at"), "location": location}
    elif resource.url and {"online", "chat"} & set(resource.modality):
        location = _without_empty(id=own("location"), location_type="virtual", url=resource.url)
        yield {"id": own("at"), "location": location}


def _language(code: str, entry_id: str, words: Words) -> dict[str, str]:
    """A language by its ISO 639 code; a BCP 47 code that says more is in the note."""
    short = code.partition("-")[0]
    return _without_empty(
        id=entry_id, name=words.language_name(code), code=short, note=code if code != short else ""
    )


def _costs(resource: Resource, own: _Ids, words: Words) -> list[dict[str, Any]]:
    """`cost_options` in words; an amount (0) only if it is free. Empty if the cost is unknown."""
    cost = resource.cost
    if cost.kind is CostKind.UNKNOWN:
        return []
    option = words(f"resources.{cost.kind}")
    amount = 0 if cost.kind is CostKind.FREE else None
    return [
        _without_empty(id=own("cost"), option=option, amount=amount, amount_description=cost.note)
    ]


def _attributes(site: Site, resource: Resource, own: _Ids) -> Iterator[dict[str, Any]]:
    """Terms of our own taxonomies, and the contacts that are no telephone."""
    kinds = (("resource-kinds", (resource.kind,)), ("modalities", resource.modality),
             ("audiences", resource.audience))  # fmt: skip
    for taxonomy, ids in kinds:
        for term_id in ids:
            term = site.term(taxonomy, term_id)
            yield {
                "id": own(taxonomy, term_id),
                "link_entity": "service",
                "taxonomy_term": {
                    "id": str(uuid5(NAMESPACE, f"{taxonomy}/{term_id}")),
                    "code": term_id,
                    "name": term.label,
                    "description": term.definition,
                    "taxonomy": taxonomy,
                    "language": site.edition.locale,
                },
            }
    for n, contact in enumerate(resource.contacts):
        if contact.kind not in _PHONES:
            yield {
                "id": own("contact", str(n)),
                "link_entity": "service",
                "link_type": contact.kind.value,
                "value": contact.link or contact.email or contact.display,
            }


def _without_empty(**values: Any) -> dict[str, Any]:
    """The values without None, empty strings and empty lists; zero and False stay."""
    return {key: value for key, value in values.items() if value not in (None, "", [])}
