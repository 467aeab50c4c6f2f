"""Lint rules for telephone numbers in fields: `display`, `dial` and `e164` are one valid number.

Validity is that of the numbering plans of the countries served. Covers whatever a page links to:
contacts of listings, the clinic's phones, and messenger links with a number in their URL.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from generator.checks.numbers_dialled import COMPARE, KNOWN, Fault, contact_faults, phone_faults
from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.content.models.resource import Contact, ContactKind, Resource
from generator.content.models.telephone import is_emergency
from generator.content.models.validators import country_name
from generator.problems import Location, Problems


def check_contacts(library: Library, problems: Problems) -> None:
    """Report an error for each fault of a contact's number, in each country it is dialled from."""
    for resource in library.resources.values():
        for index, contact in enumerate(resource.contacts):
            at = _locator(library, "resource", resource.id, "contacts", index)
            from_where = countries_of(library, resource, contact)
            for fault in contact_faults(contact, from_where):
                _report(fault, at, resource, problems)


def check_phones(library: Library, problems: Problems) -> None:
    """Report faults of the clinic's phones in its country's numbering plan; an unknown short code
    is only a warning."""
    clinic = library.clinic
    for index, phone in enumerate(clinic.phones if clinic else ()):
        assert clinic is not None
        at = _locator(library, "clinic", clinic.id, "phones", index)
        for fault in phone_faults(phone, clinic):
            if fault.rule == KNOWN:  # it may be an internal extension of four digits
                hint = "If it works inside of your house only, add the number for callers outside."
                problems.warn(at(fault.field), fault.rule, fault.message, hint)
            else:
                _report(fault, at, None, problems)


def check_emergency(library: Library, problems: Problems) -> None:
    """Report an error for each emergency listing without a voice number, or whose numbers are not
    known emergency numbers of a country it serves (unless allowed with a reason)."""
    for resource in library.resources.values():
        if not resource.emergency:
            continue
        called = [c for c in resource.contacts if c.kind is ContactKind.VOICE and c.dial]
        at = partial(library.locate, "resource", resource.id, "contacts")
        if not called:
            problems.error(
                at(),
                "emergency-can-be-called",
                f'The emergency number "{resource.id}" has no number to call.',
                "Add a contact of kind voice with 'dial:'.",
            )
        for country in resource.area.countries:
            if called and not any(is_emergency(c.dial or "", country) for c in called):
                name = country_name(country)
                fault = Fault(
                    "",
                    KNOWN,
                    f"{called[0].dial} is not known as an emergency number of {name}.",
                    f"{COMPARE} If it is right, say so under 'allow:' with the reason.",
                )
                _report(fault, lambda *_, sign="", p=at: p(), resource, problems)


def countries_of(library: Library, resource: Resource, contact: Contact | None) -> tuple[str, ...]:
    """ISO 3166-1 codes of the countries whose numbering plans a contact's number is checked in.

    The first of these that is given: `dial_from`, the area's countries, the countries of its
    regions, the clinic's country; else empty.
    """
    regions = dict.fromkeys(region.partition("-")[0] for region in resource.area.regions)
    own = (library.clinic.country,) if library.clinic else ()
    dial_from = contact.dial_from if contact else ()
    return dial_from or resource.area.countries or tuple(regions) or own


def _report(
    fault: Fault, at: Callable[..., Location], resource: Resource | None, problems: Problems
) -> None:
    allowed = {allowance.rule for allowance in resource.allow} if resource else set()
    if resource and fault.rule == KNOWN and fault.rule in allowed:
        problems.excuse("resource", resource.id, fault.rule)
    else:
        keys = (fault.field,) if fault.field else ()
        place = at(*keys, sign=fault.sign)
        problems.error(place, fault.rule, fault.message, fault.hint)


def _locator(
    library: Library, kind: str, entry_id: str, *above: str | int
) -> Callable[..., Location]:
    """Function from keys below `above`, and optionally a character in the text, to a location."""

    def locate(*keys: str | int, sign: str = "") -> Location:
        if not sign:
            return library.locate(kind, entry_id, *above, *keys)
        return library.entries[kind, entry_id].locate_text((*above, *keys), sign)

    return locate


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
