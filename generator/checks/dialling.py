"""What is shown is what is dialled: display, dial, e164 and country are one number that exists.

Wherever a number stands that a page links to: contacts of listings, the clinic's own phones, and
links of messengers that have the number in their address.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pycountry

from generator.checks.rule import Example, Rule
from generator.content.clinic import Clinic, Phone
from generator.content.library import Library
from generator.content.messengers import linked_number
from generator.content.resource import Contact, ContactKind, Resource
from generator.content.telephone import (
    as_dialled,
    countries_of_number,
    extension,
    international,
    is_emergency,
    is_known_short,
    is_short,
    reached,
    shown,
)  # fmt: skip
from generator.problems import Location, Problems

BY_NUMBER = (ContactKind.VOICE, ContactKind.TEXT, ContactKind.TTY)
"""Ways that cannot do without a number."""
KNOWN = "short-number-is-known"
COMPARE = "Compare it with the number on its owner's own page."


@dataclass(frozen=True)
class Fault:
    """Something wrong with a number, in the field of this name."""

    field: str
    rule: str
    message: str
    hint: str


def check_contacts(library: Library, problems: Problems) -> None:
    """Each contact is one number, in all of its forms, in the countries that it works from."""
    for resource in library.resources.values():
        for index, contact in enumerate(resource.contacts):
            at = _locator(library, "resource", resource.id, "contacts", index)
            from_where = countries_of(library, resource, contact)
            for fault in contact_faults(contact, from_where):
                _report(fault, at, resource, problems)


def check_phones(library: Library, problems: Problems) -> None:
    """The clinic's own phones are numbers of its country, and what they show they dial."""
    clinic = library.clinic
    for index, phone in enumerate(clinic.phones if clinic else ()):
        assert clinic is not None
        at = _locator(library, "clinic", clinic.id, "phones", index)
        for fault in phone_faults(phone, clinic):
            if fault.rule == KNOWN:  # inside of a house, four digits are often right
                hint = "If it works inside of your house only, add the number for callers outside."
                problems.warn(at(fault.field), fault.rule, fault.message, hint)
            else:
                _report(fault, at, None, problems)


def check_emergency(library: Library, problems: Problems) -> None:
    """Whoever calls the emergency number of a country reaches its emergency services."""
    for resource in library.resources.values():
        if not resource.emergency:
            continue
        called = [c for c in resource.contacts if c.kind is ContactKind.VOICE and c.dial]
        place = library.locate("resource", resource.id, "contacts")
        if not called:
            problems.error(
                place,
                "emergency-can-be-called",
                f'The emergency number "{resource.id}" has no number to call.',
                "Add a contact of kind voice with 'dial:'.",
            )
        for country in resource.area.countries:
            if called and not any(is_emergency(c.dial or "", country) for c in called):
                fault = Fault(
                    "",
                    KNOWN,
                    f"{called[0].dial} is not known as an emergency number of {_name(country)}.",
                    f"{COMPARE} If it is right, say so under 'allow:' with the reason.",
                )
                _report(fault, lambda *_, p=place: p, resource, problems)


def countries_of(library: Library, resource: Resource, contact: Contact | None) -> tuple[str, ...]:
    """The countries whose numbering plans a number of a listing belongs to."""
    regions = dict.fromkeys(region.partition("-")[0] for region in resource.area.regions)
    own = (library.clinic.country,) if library.clinic else ()
    said = contact.dial_from if contact else ()
    return said or resource.area.countries or tuple(regions) or own


def contact_faults(contact: Contact, countries: Sequence[str]) -> Iterator[Fault]:
    """What is wrong with the number of a contact, of which each field is looked at once."""
    if contact.dial is None:
        if contact.kind in BY_NUMBER:
            hint = "Add 'dial:' with the digits, such as dial: \"988\"."
            yield Fault("", "number-can-be-dialled", "A phone contact has no 'dial'.", hint)
        yield from _link_faults(contact)
        return
    found = {country: reached(contact.dial, country) for country in countries}
    missing = [country for country, number in found.items() if number is None]
    # From abroad one dials what is in 'e164'; without it, the digits have to do everywhere.
    everywhere = bool(contact.dial_from) and contact.e164 is None
    if len(missing) == len(found) or (missing and everywhere):
        yield _no_number("dial", contact.dial, contact.display, contact.keyword, missing)
        return
    reachable = {country: number for country, number in found.items() if number}
    if is_short(contact.dial):
        yield from _short_faults(contact.dial, list(reachable))
        if contact.e164:
            message = f"{contact.dial} is a short code, which has no international number."
            yield Fault("e164", "short-code-has-no-e164", message, "Remove 'e164'.")
    elif contact.e164 and contact.e164 not in reachable.values():
        yield _odd_one_out(contact, reachable)
        return
    yield from _shown_faults(contact.display, contact.keyword, contact.dial, reachable)


def _odd_one_out(contact: Contact, found: dict[str, str]) -> Fault:
    """A sentence at the one of display, dial and e164 that differs from the others."""
    number = shown(contact.display, contact.keyword)
    seen = {reached(number, country) for country in found} if number else set()
    hint = f"Mend the one that is wrong. {COMPARE}"
    if contact.e164 in seen:
        message = f'The page shows "{contact.display}", and {contact.dial} is another number.'
        return Fault("dial", "shown-is-dialled", message, hint)
    message = f"The international number {contact.e164} is not that of {contact.dial}."
    return Fault("e164", "shown-is-dialled", message, hint)


def phone_faults(phone: Phone, clinic: Clinic) -> Iterator[Fault]:
    """What is wrong with one of the clinic's own phones."""
    number = reached(phone.dial, clinic.country)
    if number is None:
        yield _no_number("dial", phone.dial, phone.display, None, [clinic.country])
        return
    if is_short(phone.dial):
        yield from _short_faults(phone.dial, [clinic.country])
    yield from _shown_faults(phone.display, None, phone.dial, {clinic.country: number})


def _shown_faults(
    display: str, keyword: str | None, dial: str, found: dict[str, str]
) -> Iterator[Fault]:
    """Whether what is shown reaches the same as what is dialled."""
    number = shown(display, keyword)
    message = f'The page shows "{display}" and would dial {dial}.'
    if not number:
        hint = (
            "Show one number, with its extension if it has one; another number is a contact of its "
            "own, and what to press after dialling belongs to 'menu:'."
        )
        yield Fault("display", "shown-is-dialled", message, hint)
    elif not any(reached(number, country) == dialled for country, dialled in found.items()):
        hint = f"Mend the one that is wrong. {COMPARE}"
        yield Fault("display", "shown-is-dialled", message, hint)


def _short_faults(dial: str, countries: list[str]) -> Iterator[Fault]:
    if countries and not any(is_known_short(dial, country) for country in countries):
        message = f"{dial} is not known as a short number of {_names(countries)}."
        hint = f"{COMPARE} If it is right, say so under 'allow:' with the reason."
        yield Fault("dial", KNOWN, message, hint)


def _no_number(
    field: str, dial: str, display: str, keyword: str | None, countries: Sequence[str]
) -> Fault:
    """A sentence about digits that reach nothing, and how to write what is shown, if that does."""
    message = f"{dial} is no number that can be dialled in {_names(countries)}."
    number = shown(display, keyword)
    for country in countries:
        meant = reached(number, country) if number else None
        if meant and meant.startswith("+"):
            digits = as_dialled(meant, country)
            hint = f'"{display}" is dialled as {digits} there.'
            if extension(display) and dial.endswith(extension(display)):
                hint += " An extension is not dialled with the number: say it in 'menu:'."
            return Fault(field, "number-exists", message, f"{hint} {COMPARE}")
    return Fault(field, "number-exists", message, COMPARE)


def _link_faults(contact: Contact) -> Iterator[Fault]:
    """Whether a messenger's link has a number that exists, and the one that is shown."""
    written = linked_number(contact.link or "")
    if not written:
        return
    number = international(written)
    if number is None:
        message = f"The link leads to the number {written}, which does not exist."
        yield Fault("link", "number-exists", message, COMPARE)
        return
    seen = shown(contact.display)
    if seen and not seen.startswith("+"):
        seen = next((n for c in countries_of_number(number) if (n := reached(seen, c))), seen)
    if seen and seen != number:
        message = f'The page shows "{contact.display}" and its link leads to {written}.'
        hint = f"Mend the one that is wrong. {COMPARE}"
        yield Fault("display", "shown-is-dialled", message, hint)


def _report(
    fault: Fault, at: Callable[..., Location], resource: Resource | None, problems: Problems
) -> None:
    allowed = {allowance.rule for allowance in resource.allow} if resource else set()
    if resource and fault.rule == KNOWN and fault.rule in allowed:
        problems.excuse("resource", resource.id, fault.rule)
    else:
        keys = (fault.field,) if fault.field else ()
        problems.error(at(*keys), fault.rule, fault.message, fault.hint)


def _locator(
    library: Library, kind: str, entry_id: str, *above: str | int
) -> Callable[..., Location]:
    return lambda *keys: library.locate(kind, entry_id, *above, *keys)


def _name(country: str) -> str:
    found = pycountry.countries.get(alpha_2=country)
    return str(getattr(found, "common_name", None) or found.name) if found else country


def _names(countries: Sequence[str]) -> str:
    return " or ".join(_name(country) for country in countries)


_ONE = (
    "contacts:\n"
    '  - {kind: voice, display: 800-555-0100, dial: "8005550100",\n'
    "     hours: {always: true}, languages: [en]}"
)

_SHORT = (
    "contacts:\n"
    '  - {kind: voice, display: "988", dial: "988", hours: {always: true}, languages: [en]}'
)

RULES = (
    Rule("shown-is-dialled", "What is shown, what is dialled and the international form are one "
         "number, and it exists in the countries that it is said to work from.", check_contacts,
         ("number-can-be-dialled", "number-exists", "short-code-has-no-e164"),
         example=Example("resource", _ONE, _ONE.replace('"8005550100"', '"8005550199"'))),
    Rule(KNOWN, "A short number is one that is known in its country, or somebody says why it is "
         "right all the same.", check_phones,
         example=Example("resource", _SHORT, _SHORT.replace("988", "123")),
         may_be_allowed=True),
    Rule("emergency-can-be-called", "An emergency number can be called, and is one of its country.",
         check_emergency,
         example=Example(
             "resource",
             "emergency: true\n"
             "contacts:\n"
             '  - {kind: voice, display: "911", dial: "911", hours: {always: true}, '
             "languages: [en]}",
             "emergency: true\n"
             "contacts:\n"
             '  - {kind: text, display: "911", dial: "911", hours: {always: true}, '
             "languages: [en]}")),
)  # fmt: skip
