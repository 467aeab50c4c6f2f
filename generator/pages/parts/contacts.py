"""Ways to reach somebody: big things to tap, and the crisis block made of them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.content.library import Library
from generator.content.resource import Contact, ContactKind, Resource
from generator.pages.page import Link
from generator.pages.parts.shown import crisis_of
from generator.pages.urls import CRISIS, resource_url
from generator.words import Words


@dataclass(frozen=True)
class ContactView:
    """One way to reach somebody; `href` is empty where there is nothing to tap."""

    action: str
    href: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class LineView:
    """A service and the ways to reach it."""

    name: str
    url: str
    summary: str
    contacts: tuple[ContactView, ...]
    website: Link | None


@dataclass(frozen=True)
class CrisisView:
    """The crisis block: the local emergency number first, then lines, then other countries."""

    emergency: LineView
    lines: tuple[LineView, ...]
    elsewhere: LineView
    page: str = CRISIS


def crisis_view(library: Library, words: Words) -> CrisisView:
    """The crisis block of the edition's clinic."""
    crisis = crisis_of(library)
    return CrisisView(
        line_view(library.resources[crisis.emergency], words),
        tuple(line_view(library.resources[line], words) for line in crisis.lines),
        line_view(library.resources[crisis.elsewhere], words),
    )


def line_view(resource: Resource, words: Words) -> LineView:
    """A service with its contacts in the order in which its author gave them."""
    return LineView(
        resource.name,
        resource_url(resource.kind, resource.id),
        resource.summary,
        tuple(contact_view(contact, words) for contact in resource.contacts),
        Link(words("resources.website", name=resource.name), resource.url)
        if resource.url
        else None,
    )


def contact_view(contact: Contact, words: Words) -> ContactView:
    """One contact as something to tap, with what a caller should know."""
    values = {"display": contact.display, "keyword": contact.keyword or ""}
    key = _ACTIONS[contact.kind]
    if contact.kind is ContactKind.TEXT and contact.keyword:
        key = "text_word"
        # What is printed may say the word already: "HOME to 741741".
        values["display"] = contact.dial or contact.display
    hours = words("contact.always") if contact.hours.always else contact.hours.words
    notes = (contact.menu, hours, _spoken(contact, words), contact.cost, contact.note)
    return ContactView(
        words(f"contact.{key}", **values),
        _href(contact),
        tuple(note.rstrip(".") for note in notes if note),
    )


def _spoken(contact: Contact, words: Words) -> str:
    """The languages, if there is another than the reader's own."""
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
