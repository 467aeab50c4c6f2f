"""Contacts as links (tel:, sms:, mailto:, https:) with notes, and the crisis block of them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.content.models.resource import Contact, ContactKind, Hours, Resource
from generator.pages.page import Link
from generator.site.site import Site
from generator.site.urls import CRISIS, resource_url
from generator.site.words import Words

ANSWERED = frozenset(
    {
        ContactKind.VOICE,
        ContactKind.TEXT,
        ContactKind.CHAT,
        ContactKind.VIDEO_RELAY,
        ContactKind.TTY,
    }
)
"""Kinds of contact that are answered at opening hours; to the others one can write at any time."""


_ICONS = {
    ContactKind.TEXT: "message",
    ContactKind.CHAT: "chat",
    ContactKind.EMAIL: "envelope",
}


@dataclass(frozen=True)
class ContactView:
    """A contact as a link; `action` is its text, `href` is empty if it cannot be a link."""

    action: str
    href: str
    notes: tuple[str, ...]
    whose: str = ""
    """Service and menu option, for the accessible name: tells links with the same text apart."""
    menu: str = ""
    """What to press after dialling; the notes have it too."""
    icon: str = "phone"
    """Name of its icon, for large links."""
    keyword: str = ""
    """Keyword of a text message, which browser translation must not change."""


@dataclass(frozen=True)
class LineView:
    """A service and its contacts."""

    name: str
    url: str
    summary: str
    contacts: tuple[ContactView, ...]
    website: Link | None
    interpreters: str = ""
    """Sentence on interpreters; empty if there are none."""


@dataclass(frozen=True)
class CrisisView:
    """The crisis block: emergency number, crisis lines, directory of lines in other countries."""

    emergency: LineView
    lines: tuple[LineView, ...]
    elsewhere: LineView
    page: str = CRISIS


def crisis_view(site: Site) -> CrisisView:
    """The crisis block of the edition's clinic."""
    crisis = site.crisis
    return CrisisView(
        line_view(site.resource[crisis.emergency], site.words),
        tuple(line_view(site.resource[line], site.words) for line in crisis.lines),
        line_view(site.resource[crisis.elsewhere], site.words),
    )


def line_view(resource: Resource, words: Words) -> LineView:
    """A service with its contacts in authored order."""
    return LineView(
        service_name(resource, words),
        resource_url(resource.kind, resource.id),
        resource.summary,
        tuple(contact_view(contact, words, of=resource) for contact in resource.contacts),
        Link(words("resources.website", name=resource.name), resource.url)
        if resource.url
        else None,
        words("crisis.interpreters", languages=resource.interpreters)
        if resource.interpreters
        else "",
    )


def service_name(resource: Resource, words: Words) -> str:
    """Its name; of an emergency number in digits also what it is and the countries it is for.

    Several countries have 911.
    """
    if not _only_digits(resource):
        return resource.name
    what = _emergency_number(resource, words)
    return words("contact.emergency_name", number=resource.name, what=what)


def _only_digits(resource: Resource) -> bool:
    return resource.emergency and not any(sign.isalpha() for sign in resource.name)


def _emergency_number(resource: Resource, words: Words) -> str:
    countries = [words.country_name(code) for code in resource.area.countries]
    return words("contact.emergency", countries=words.listing(countries))


def _whose(resource: Resource, menu: str | None, words: Words) -> str:
    name = _emergency_number(resource, words) if _only_digits(resource) else resource.name
    return f"{name}, {menu}" if menu else name


def website_view(resource: Resource, words: Words) -> ContactView:
    """A link to the website of a service, for one without contacts."""
    return ContactView(words("contact.website"), resource.url or "", (), whose=resource.name)


def contact_view(
    contact: Contact, words: Words, *, of: Resource, where: bool = False
) -> ContactView:
    """A contact `of` a service with its link and notes (menu, hours, languages, cost).

    With `where`, the countries in which it works are a note too.
    """
    values = {"display": contact.display, "keyword": contact.keyword or ""}
    key = _ACTIONS[contact.kind]
    if contact.kind is ContactKind.TEXT and contact.keyword:
        key = "text_word"
        # What is printed may say the word already: "HOME to 741741".
        values["display"] = contact.dial or contact.display
    notes = (
        contact.menu,
        hours_words(contact.hours, words),
        _spoken(contact, words),
        contact.cost,
        contact.note,
        _works_in(contact, words) if where else "",
    )
    return ContactView(
        words(f"contact.{key}", **values),
        _href(contact),
        tuple(note.rstrip(".") for note in notes if note),
        _whose(of, contact.menu, words),
        contact.menu or "",
        icon=_ICONS.get(contact.kind, "phone"),
        keyword=values["keyword"],
    )


def hours_words(hours: Hours, words: Words) -> str:
    """Opening hours in words; empty if nothing is known of them."""
    return words("contact.always") if hours.always else hours.words or ""


def _works_in(contact: Contact, words: Words) -> str:
    names = [words.country_name(code) for code in contact.dial_from]
    return words("contact.works_in", countries=words.listing(names)) if names else ""


def _spoken(contact: Contact, words: Words) -> str:
    """The languages in words; empty if the edition's language is the only one."""
    if contact.languages == (words.language,):
        return ""
    names = [words.language_name(code) for code in contact.languages]
    return words("contact.languages", languages=words.listing(names))


def _href(contact: Contact) -> str:
    number = contact.e164 or contact.dial
    if contact.kind in (ContactKind.VOICE, ContactKind.TTY) and number:
        return f"tel:{number}"
    if contact.kind is ContactKind.TEXT and number:
        # Phones disagree on ? and & before the message; both together work on either.
        return f"sms:{number}" + (f"?&body={contact.keyword}" if contact.keyword else "")
    if contact.email:
        return f"mailto:{contact.email}"
    return contact.link or ""


_ACTIONS = {
    ContactKind.VOICE: "call",
    ContactKind.TEXT: "text",
    ContactKind.CHAT: "chat",
    ContactKind.VIDEO_RELAY: "video",
    ContactKind.TTY: "tty",
    ContactKind.EMAIL: "email",
    ContactKind.POST: "post",
    ContactKind.IN_PERSON: "visit",
}
