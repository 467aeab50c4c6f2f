"""What is shown is what is dialled: display, dial, e164 and country are one number that exists.

Wherever a number stands that a page links to: contacts of listings, the clinic's own phones, and
links of messengers that have the number in their address.
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
    """The countries whose numbering plans a number of a listing belongs to."""
    regions = dict.fromkeys(region.partition("-")[0] for region in resource.area.regions)
    own = (library.clinic.country,) if library.clinic else ()
    said = contact.dial_from if contact else ()
    return said or resource.area.countries or tuple(regions) or own


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
    """Finds a field below `above`, and a character in it if there is one to point at."""

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
