"""Lint rules for listings: required fields by kind, reachable crisis lines, consistent areas."""

from __future__ import annotations

from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.content.models.resource import (
    Contact,
    ContactKind,
    Resource,
    Scope,
    VerificationStatus,
)  # fmt: skip
from generator.content.models.review import Status
from generator.content.models.taxonomy import CityTerm
from generator.problems import Problems
from generator.text.shown_address import shown_elsewhere

CRISIS_KIND = "crisis-line"
BY_PHONE = (ContactKind.VOICE, ContactKind.TEXT)
"""Contact kinds that need only a telephone; that they have a number is a rule in `dialling`."""


def check_contacts(library: Library, problems: Problems) -> None:
    """Report an error for each contact without a field that its kind needs, or without hours."""
    for resource in library.resources.values():
        for index, contact in enumerate(resource.contacts):
            for field, rule, message, hint in _contact_faults(contact):
                keys = ("contacts", index, field) if field else ("contacts", index)
                place = library.locate("resource", resource.id, *keys)
                problems.error(place, rule, message, hint)


def check_crisis_lines(library: Library, problems: Problems) -> None:
    """Report an error for each published crisis line that is unverified or has no voice or text
    contact."""
    for resource in library.resources.values():
        if resource.kind != CRISIS_KIND or resource.status is not Status.PUBLISHED:
            continue
        if resource.verification.status is VerificationStatus.UNVERIFIED:
            problems.error(
                library.locate("resource", resource.id, "verification", "status"),
                "crisis-line-is-verified",
                "A crisis line that nobody has verified cannot be published.",
                "Check it with its owner, or set 'status: draft' on the listing.",
            )
        if not any(contact.kind in BY_PHONE for contact in resource.contacts):
            problems.error(
                library.locate("resource", resource.id, "contacts"),
                "crisis-line-can-be-reached",
                f'The crisis line "{resource.id}" has no number to call or text.',
                "Add a contact of kind voice or text with 'dial:'.",
            )


def check_kinds(library: Library, problems: Problems) -> None:
    """Report an error for each book or app without its details, and each listing without any URL,
    contact, address or publication details."""
    needs = {"book": "book", "guided-journal": "book", "app": "app"}
    for resource in library.resources.values():
        part = needs.get(resource.kind)
        if part and getattr(resource, part) is None:
            problems.error(
                library.locate("resource", resource.id),
                "listing-is-complete",
                f'A listing of kind {resource.kind} has the fields of "{part}:".',
                f"Add '{part}:' with its fields.",
            )
        elif not _can_be_found(resource):
            problems.error(
                library.locate("resource", resource.id),
                "listing-can-be-found",
                "The listing has no address and no contact, so nobody can find it.",
                "Add 'url:' or 'contacts:', or say under 'how_to_join:' how to look for it.",
            )


def check_areas(library: Library, problems: Problems) -> None:
    """Report an error where scope, countries, regions and city contradict each other, or the lowest
    age is above the highest; and where the clinic's region is not in its country."""
    clinic = library.clinic
    if clinic and clinic.region and clinic.country not in clinic.region.upper().split("-"):
        problems.error(
            library.locate("clinic", clinic.id, "region"),
            "region-lies-in-its-country",
            f"The region {clinic.region} does not lie in the country {clinic.country}.",
            "Mend the one that is wrong, or take 'region:' out.",
        )
    for resource in library.resources.values():
        area = resource.area
        missing = {Scope.COUNTRY: "countries", Scope.REGION: "regions"}.get(area.scope)
        if missing and not getattr(area, missing):
            problems.error(
                library.locate("resource", resource.id, "area", "scope"),
                "area-is-named",
                f"The listing is for one {area.scope}, and does not say which.",
                f"Add '{missing}:' with the code, or write 'scope: worldwide'.",
            )
        city = library.terms.get("cities", {}).get(area.city or "")
        if isinstance(city, CityTerm):
            lies_in = {"regions": city.region} if city.region else {"countries": city.country}
            field, code = next(iter(lies_in.items()))
            scope = Scope.REGION if city.region else Scope.COUNTRY
            if area.scope is not scope or getattr(area, field) != (code,):
                problems.error(
                    library.locate("resource", resource.id, "area", "city"),
                    "city-lies-in-its-area",
                    f"{city.label} lies in {code}, and the listing says otherwise.",
                    f"Write 'scope: {scope}' and '{field}: [{code}]', or remove 'city:'.",
                )
        if (
            resource.age_from is not None
            and resource.age_to is not None
            and resource.age_from > resource.age_to
        ):
            problems.error(
                library.locate("resource", resource.id, "age_to"),
                "ages-are-in-order",
                f"The oldest age, {resource.age_to}, is below the youngest, {resource.age_from}.",
                "Mend the one that is wrong.",
            )


def _contact_faults(contact: Contact) -> list[tuple[str, str, str, str]]:
    faults = []
    if contact.keyword and contact.kind is not ContactKind.TEXT:
        message = "A word to send belongs to a contact of kind text."
        hint = "Remove 'keyword:', or write 'kind: text'."
        faults.append(("keyword", "keyword-is-texted", message, hint))
    if contact.kind is ContactKind.CHAT and contact.link is None:
        hint = "Add 'link:' with the address of the chat."
        faults.append(("", "chat-has-a-link", "A chat has no 'link' to open.", hint))
    if contact.kind is ContactKind.EMAIL and contact.email is None:
        hint = "Add 'email:' with the address."
        faults.append(("", "email-has-an-address", "An e-mail contact has no 'email'.", hint))
    if not (contact.hours.always or contact.hours.words):
        hint = "Write 'always: true', or the hours in 'words:'."
        faults.append(("hours", "hours-are-given", "Nobody can tell when it is open.", hint))
    if (opened := _opened(contact)) and (other := shown_elsewhere(contact.display, opened)):
        message = f'The page shows "{other}" and opens {opened}.'
        faults.append(("display", "shown-is-opened", message, _ONE_OF_THEM))
    return faults


def _opened(contact: Contact) -> str:
    """URL that a tap on the contact opens, other than a telephone number's; empty if there is
    none."""
    if contact.kind in (*BY_PHONE, ContactKind.TTY):
        return ""
    return f"mailto:{contact.email}" if contact.email else contact.link or ""


def _can_be_found(resource: Resource) -> bool:
    book = resource.book
    return bool(
        resource.url or resource.how_to_join or resource.contacts or resource.address
        or resource.app or (book and (book.isbn or book.publisher or book.authors))
    )  # fmt: skip


_ONE_OF_THEM = "Mend the one that is wrong. Compare it with its owner's own page."

RULES = (
    Rule("hours-are-given", "A contact has what its kind cannot do without, and says when "
         "somebody answers.", check_contacts,
         ("keyword-is-texted", "chat-has-a-link", "email-has-an-address", "shown-is-opened"),
         example=Example(
             "resource",
             "contacts:\n"
             '  - {kind: voice, display: 800-555-0100, dial: "8005550100",\n'
             "     hours: {always: true}, languages: [en]}",
             "contacts:\n"
             '  - {kind: voice, display: 800-555-0100, dial: "8005550100",\n'
             "     hours: {}, languages: [en]}")),
    Rule("crisis-line-is-verified", "A crisis line has been verified and has a number.",
         check_crisis_lines, ("crisis-line-can-be-reached",),
         example=Example(
             "resource",
             "verification:\n"
             "  status: official",
             "verification:\n"
             "  status: unverified")),
    Rule("area-is-named", "A listing for one country or region names it, and its youngest age is "
         "not above its oldest.", check_areas,
         ("ages-are-in-order", "city-lies-in-its-area", "region-lies-in-its-country"),
         example=Example(
             "resource",
             "area:\n"
             "  scope: region\n"
             "  regions: [US-CA]",
             "area:\n"
             "  scope: region")),
    Rule("listing-is-complete", "A listing has what its kind cannot do without.", check_kinds,
         ("listing-can-be-found",),
         example=Example(
             "book",
             "book:\n"
             "  authors: [A. Writer]",
             "url: https://example.org/book")),
)  # fmt: skip
