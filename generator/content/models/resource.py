"""Pydantic models of listings: services, lines, books, apps; with contacts and verification."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.content.models.field_types import (
    Audience,
    ClockTime,
    Country,
    Day,
    Dialled,
    Duration,
    Email,
    FromPlace,
    Isbn,
    Keyword,
    Language,
    Line,
    Link,
    Modality,
    Phone,
    Region,
    RepeatRule,
    TechniqueId,
    TermOf,
    Text,
    Title,
    Zone,
)  # fmt: skip
from generator.content.models.review import EntryRecord, Record


class ContactKind(StrEnum):
    """A way of reaching somebody."""

    VOICE = "voice"
    TEXT = "text"
    CHAT = "chat"
    VIDEO_RELAY = "video-relay"
    TTY = "tty"
    EMAIL = "email"
    POST = "post"
    IN_PERSON = "in-person"


class Hours(Record):
    """When somebody answers."""

    always: bool = False
    """true if day and night, every day."""
    words: Line | None = None
    """The hours as they should be read, such as 'Monday to Friday, 10 am to 10 pm Eastern'."""
    rule: RepeatRule | None = None
    """Days on which it opens, as a repeat rule."""
    opens: ClockTime | None = None
    """Opening time, 24-hour clock, such as 10:00."""
    closes: ClockTime | None = None
    """Closing time, 24-hour clock, such as 22:00."""
    zone: Zone | None = None
    """Time zone of these times."""


class Contact(Record):
    """One way to reach a service. What is shown is what can be dialled."""

    kind: ContactKind
    """voice, text, chat, video-relay, tty, email, post or in-person."""
    display: Line
    """Exactly what is printed: the number, address or name."""
    dial: Dialled | None = None
    """Digits to dial or text, without spaces; a short code such as 988 is fine."""
    e164: Phone | None = None
    """The full international number, only if there really is one; a short code has none."""
    dial_from: tuple[Country, ...] = ()
    """Countries from which the number works."""
    keyword: Keyword | None = None
    """Word to send to a text line, such as HOME."""
    menu: Line | None = None
    """What to press after dialling, in words."""
    link: Link | None = None
    """Address of a chat or web form."""
    email: Email | None = None
    """E-mail address."""
    hours: Hours
    """When somebody answers."""
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    """Languages spoken there."""
    cost: Line | None = None
    """What it costs to call or write, if known."""
    note: Line | None = None
    """One more thing that a caller should know."""


class VerificationStatus(StrEnum):
    """How well the facts of a listing have been checked."""

    OFFICIAL = "official"
    AUTHORITY = "authority"
    CROSS_REFERENCED = "cross-referenced"
    UNVERIFIED = "unverified"
    DISPUTED = "disputed"
    CLOSED = "closed"

    @property
    def is_sure(self) -> bool:
        """Whether somebody in need may be sent there, and nowhere else."""
        doubtful = (
            VerificationStatus.UNVERIFIED, VerificationStatus.DISPUTED, VerificationStatus.CLOSED,
        )  # fmt: skip
        return self not in doubtful


class Method(StrEnum):
    """How it was checked."""

    WEB = "web"
    CALL = "call"
    PRINT = "print"
    EMAIL = "email"


class Verification(Record):
    """Who checked a listing, when and how."""

    status: VerificationStatus
    """official (its owner says so), authority (a public body says so), cross-referenced (others
    say so), unverified, disputed or closed."""
    on: Day
    """Day of the check."""
    method: Method
    """web, call, print or email."""
    by: Line
    """Who checked."""
    source: Link | None = None
    """Page on which it was checked, if it is a page of its owner or of a public body."""
    due: Day | None = None
    """Day by which it should be checked again, if sooner than its kind asks for."""


class CostKind(StrEnum):
    """Whether it costs anything."""

    FREE = "free"
    PAID = "paid"
    MIXED = "mixed"
    SLIDING = "sliding-scale"
    UNKNOWN = "unknown"


class Cost(Record):
    """What it costs."""

    kind: CostKind
    """free, paid, mixed, sliding-scale or unknown."""
    note: Line | None = None
    """Details in words."""


class Scope(StrEnum):
    """How far a resource reaches."""

    WORLDWIDE = "worldwide"
    COUNTRY = "country"
    REGION = "region"


class Area(Record):
    """Where it can be used."""

    scope: Scope
    """worldwide, country or region."""
    countries: tuple[Country, ...] = ()
    """Two-letter country codes."""
    regions: tuple[Region, ...] = ()
    """Codes of states or provinces, such as US-CA."""
    city: Annotated[str, TermOf("cities")] | None = None
    """Id of the city or county for which alone it is, such as los-angeles."""
    place: Line | None = None
    """The place in words, such as Los Angeles County."""


class Meeting(Record):
    """When a group or workshop meets."""

    words: Line
    """The times as they should be read."""
    rule: RepeatRule
    """Repeat rule, such as FREQ=MONTHLY;BYDAY=1TU."""
    first: Day
    """A day on which it met or will meet; the rule counts from here."""
    starts: ClockTime
    """Start, 24-hour clock."""
    length: Duration
    """How long it lasts, such as PT90M."""
    zone: Zone
    """Time zone of these times."""
    skipped: Annotated[tuple[Day, ...], Field(alias="except", max_length=100)] = ()
    """Days on which it does not meet although the rule names them, such as a holiday."""


class Book(Record):
    """What identifies a book or guided journal."""

    authors: Annotated[tuple[Line, ...], Field(min_length=1)]
    """Authors, as printed."""
    publisher: Line | None = None
    """Publisher."""
    year: Annotated[int, Field(ge=1900, le=2100)] | None = None
    """Year of this edition."""
    edition: Line | None = None
    """Edition, such as 3rd."""
    isbn: Isbn | None = None
    """ISBN with 13 digits."""


class App(Record):
    """What to know about an app before trusting it with private writing."""

    platforms: Annotated[tuple[Line, ...], Field(min_length=1)]
    """Systems on which it runs."""
    account: Line | None = None
    """Whether it asks for an account."""
    privacy: Text
    """What is known of where entries are kept and who can read them."""
    privacy_policy: Link | None = None
    """Address of its privacy policy."""


class Resource(EntryRecord):
    """A listing. One file in content/resources/<kind>/; the file name is the id."""

    kind: Annotated[str, TermOf("resource-kinds"), FromPlace()]
    """Kind of resource; the name of the folder."""
    name: Title
    """Its name as it calls itself."""
    other_names: tuple[Line, ...] = ()
    """Other names under which people look for it."""
    summary: Text
    """What it offers, in two or three plain sentences."""
    good_to_know: Text | None = None
    """Limits and cautions that a careful friend would mention."""
    alert: Line | None = None
    """Short-term notice."""
    url: Link | None = None
    """Its owner's own page."""
    emergency: bool = False
    """Whether this is the local emergency number."""
    for_anyone: bool = False
    """Whether anybody in distress may call; it then stands before lines for one situation."""
    contacts: Annotated[tuple[Contact, ...], Field(max_length=8)] = ()
    """Ways to reach it."""
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    """Languages in which it is offered."""
    interpreters: Line | None = None
    """Interpreting, sign language or relay, if offered."""
    cost: Cost
    """What it costs."""
    modality: Annotated[tuple[Modality, ...], Field(min_length=1)]
    """How it is used."""
    area: Area
    """Where it can be used."""
    audience: Annotated[tuple[Audience, ...], Field(min_length=1)]
    """Whom it is for."""
    eligibility: Line | None = None
    """Who may use it, if not everybody."""
    age_from: Annotated[int, Field(ge=0, le=120)] | None = None
    """Youngest age."""
    age_to: Annotated[int, Field(ge=0, le=120)] | None = None
    """Oldest age."""
    how_to_join: Line | None = None
    """What to do first."""
    meeting: Meeting | None = None
    """When it meets."""
    address: Line | None = None
    """Street address."""
    access: Line | None = None
    """Steps, lifts, captions and the like."""
    techniques: tuple[TechniqueId, ...] = ()
    """Techniques that it goes with."""
    book: Book | None = None
    """For books and guided journals."""
    app: App | None = None
    """For apps."""
    verification: Verification
    """Who checked it, when and how."""

    def is_for(self, country: str) -> bool:
        """Whether people of this country can use it: by its area, or by what they can dial."""
        dialled = {code for contact in self.contacts for code in contact.dial_from}
        return self.area.scope is Scope.WORLDWIDE or country in {*self.area.countries, *dialled}
