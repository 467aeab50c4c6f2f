"""Validator for one telephone number: its display, dial and E.164 forms normalize to the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.content.models.clinic import Clinic, Phone
from generator.content.models.messengers import linked_number
from generator.content.models.resource import Contact, ContactKind
from generator.content.models.telephone import (
    as_dialled,
    countries_of_number,
    extension,
    international,
    is_known_short,
    is_short,
    resolve_dialled,
    shown,
)
from generator.content.models.validators import country_name
from generator.text.characters import described, hidden_in, ordinary, special_in

BY_NUMBER = (ContactKind.VOICE, ContactKind.TEXT, ContactKind.TTY)
"""Contact kinds that require `dial`."""
KNOWN = "short-number-is-known"
COMPARE = "Compare it with the number on its owner's own page."


@dataclass(frozen=True)
class Fault:
    """One fault of a number: field (empty for the contact as a whole), rule, message, hint."""

    field: str
    rule: str
    message: str
    hint: str
    sign: str = ""
    """Invisible or unusual character of the field, whose column is reported; empty for none."""


def contact_faults(contact: Contact, countries: Sequence[str]) -> Iterator[Fault]:
    """Faults of a contact's number in the numbering plans of `countries`.

    Stops at the first fault after which comparing the other fields would mislead.
    """
    if contact.dial is None:
        if contact.kind in BY_NUMBER:
            hint = "Add 'dial:' with the digits, such as dial: \"988\"."
            yield Fault("", "number-can-be-dialled", "A phone contact has no 'dial'.", hint)
        yield from _link_faults(contact)
        return
    found = {country: resolve_dialled(contact.dial, country) for country in countries}
    missing = [country for country, number in found.items() if number is None]
    # Without 'e164', the digits of 'dial' have to work in all countries of 'dial_from'.
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
    """Fault at `dial` if `display` agrees with `e164`; else at `e164`."""
    number = shown(contact.display, contact.keyword)
    seen = {resolve_dialled(number, country) for country in found} if number else set()
    hint = f"Mend the one that is wrong. {COMPARE}"
    if contact.e164 in seen:
        message = f'The page shows "{contact.display}", and {contact.dial} is another number.'
        return Fault("dial", "shown-is-dialled", message, hint)
    message = f"The international number {contact.e164} is not that of {contact.dial}."
    return Fault("e164", "shown-is-dialled", message, hint)


def phone_faults(phone: Phone, clinic: Clinic) -> Iterator[Fault]:
    """Faults of one of the clinic's phones in its country's numbering plan."""
    number = resolve_dialled(phone.dial, clinic.country)
    if number is None:
        yield _no_number("dial", phone.dial, phone.display, None, [clinic.country])
        return
    if is_short(phone.dial):
        yield from _short_faults(phone.dial, [clinic.country])
    yield from _shown_faults(phone.display, None, phone.dial, {clinic.country: number})


def _shown_faults(
    display: str, keyword: str | None, dial: str, found: dict[str, str]
) -> Iterator[Fault]:
    """Faults of `display`: invisible characters, or another number than `dial`.

    `found` has the number reached by `dial`, by country.
    """
    sign = hidden_in(display) or special_in(display)
    if sign:
        known = described(sign) if hidden_in(display) else f"a space or hyphen U+{ord(sign):04X}"
        message = f'"{display}" has {known} in it.'
        hint = f'Type it by hand, with ordinary spaces and hyphens: "{ordinary(display)}".'
        yield Fault("display", "address-is-visible", message, hint, sign)
        return
    number = shown(display, keyword)
    message = f'The page shows "{display}" and would dial {dial}.'
    if not number:
        hint = (
            "Show one number, with its extension if it has one; another number is a contact of its "
            "own, and what to press after dialling belongs to 'menu:'."
        )
        yield Fault("display", "shown-is-dialled", message, hint)
    elif not any(resolve_dialled(number, country) == dialled for country, dialled in found.items()):
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
    """Fault for an invalid number; the hint suggests digits if `display` is a valid one."""
    message = f"{dial} is no number that can be dialled in {_names(countries)}."
    number = shown(display, keyword)
    for country in countries:
        meant = resolve_dialled(number, country) if number else None
        if meant and meant.startswith("+"):
            digits = as_dialled(meant, country)
            hint = f'"{display}" is dialled as {digits} there.'
            if extension(display) and dial.endswith(extension(display)):
                hint += " An extension is not dialled with the number: say it in 'menu:'."
            return Fault(field, "number-exists", message, f"{hint} {COMPARE}")
    return Fault(field, "number-exists", message, COMPARE)


def _link_faults(contact: Contact) -> Iterator[Fault]:
    """Faults of a messenger link: its number is invalid, or differs from `display`."""
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
        seen = next(
            (n for c in countries_of_number(number) if (n := resolve_dialled(seen, c))), seen
        )
    if seen and seen != number:
        message = f'The page shows "{contact.display}" and its link leads to {written}.'
        hint = f"Mend the one that is wrong. {COMPARE}"
        yield Fault("display", "shown-is-dialled", message, hint)


def _names(countries: Sequence[str]) -> str:
    return " or ".join(country_name(country) for country in countries)
