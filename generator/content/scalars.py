"""The kinds of value that a field can hold, each checked by a library that knows its standard.

Three kinds of text, by how they reach a page: plain text (escaped wherever it goes), rich text
(our small Markdown, see `text/rich.py`) and ids (which are only ever compared).
A mark at the end of an annotation (`TermOf`, `EntryOf`, `Rich`, `FromPlace`) says what a later
stage must look at: whether an id exists, whether rich text is safe, where a value comes from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import phonenumbers
from babel import Locale, UnknownLocaleError
from dateutil.rrule import rrulestr
from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError
from stdnum import isbn
from stdnum.exceptions import ValidationError as NumberError


@dataclass(frozen=True)
class TermOf:
    """The value is the id of a term in this taxonomy."""

    taxonomy: str


@dataclass(frozen=True)
class EntryOf:
    """The value is the id of an entry of this kind."""

    kind: str


@dataclass(frozen=True)
class FromPlace:
    """The value comes from the file's name or folder; nobody writes it."""


@dataclass(frozen=True)
class Rich:
    """The value is rich text: paragraphs, lists, emphasis and links; never HTML."""


ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Slug = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=64)]
Title = Annotated[str, StringConstraints(min_length=2, max_length=90)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=2_000)]
RichText = Annotated[str, StringConstraints(min_length=1, max_length=8_000), Rich()]


def shaped(pattern: str, rule: str, sentence: str) -> AfterValidator:
    """A check that the whole text has this form; `sentence` goes on from the quoted value."""
    form = re.compile(pattern)

    def check(value: str) -> str:
        if not form.fullmatch(value):
            raise PydanticCustomError(rule, sentence)
        return value

    return AfterValidator(check)


def _link(value: str) -> str:
    parts = urlsplit(value)
    host = parts.hostname or ""
    if parts.scheme != "https" or "." not in host.strip(".") or parts.username or parts.password:
        raise PydanticCustomError(
            "link-is-safe", "is not an address such as https://example.org/page"
        )
    return value


def _phone(value: str) -> str:
    try:
        number = phonenumbers.parse(value)
    except phonenumbers.NumberParseException:
        number = None
    if (
        number is None
        or not phonenumbers.is_possible_number(number)
        or value != phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    ):
        raise PydanticCustomError(
            "phone-is-international",
            "is not a full phone number with country code and digits only, such as +18005550100; "
            "a short code such as 988 has none",
        )
    return value


def _isbn(value: str) -> str:
    try:
        number = str(isbn.validate(value))
    except NumberError:
        raise PydanticCustomError(
            "isbn-is-valid", "is not an ISBN: its last digit does not fit the others"
        ) from None
    if len(number) != 13:
        raise PydanticCustomError("isbn-is-valid", "is an old ISBN; use the one with 13 digits")
    return number


def _language(value: str) -> str:
    try:
        Locale.parse(value, sep="-")
    except (ValueError, UnknownLocaleError):
        raise PydanticCustomError(
            "language-is-known", "is not a language code such as en, es or zh-Hant"
        ) from None
    return value


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise PydanticCustomError(
            "zone-is-known", "is not a time zone such as America/Los_Angeles"
        ) from None
    return value


def _repeat_rule(value: str) -> str:
    try:
        rrulestr(value)
        fine = "FREQ=" in value and "DTSTART" not in value and "\n" not in value
    except (ValueError, TypeError, KeyError, AttributeError):
        fine = False
    if not fine:
        raise PydanticCustomError(
            "repeat-rule-is-valid", "is not a repeat rule such as FREQ=WEEKLY;BYDAY=MO"
        )
    return value


def _country(value: str) -> str:
    if value not in phonenumbers.SUPPORTED_REGIONS:
        raise PydanticCustomError(
            "country-is-known", "is not a two-letter country code such as US or GB"
        )
    return value


def _length_of_time(value: timedelta) -> timedelta:
    if not timedelta() < value <= timedelta(days=366):
        raise PydanticCustomError(
            "duration-is-valid", "is not a length of time between a second and a year"
        )
    return value


Link = Annotated[
    str,
    shaped(
        r"[^\s\"'<>\\^`{|}]+", "link-is-safe", "has a space, quote or bracket, which no address has"
    ),
    AfterValidator(_link),
    Field(json_schema_extra={"format": "uri"}),
]
Email = Annotated[
    str,
    shaped(
        r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+",
        "email-is-valid",
        "is not an e-mail address",
    ),
    Field(json_schema_extra={"format": "email"}),
]
Phone = Annotated[str, AfterValidator(_phone)]
Dialled = Annotated[
    str, shaped(r"[0-9]{2,15}", "dial-is-digits", "is not digits only, as they are dialled")
]
Keyword = Annotated[
    str, shaped(r"[A-Z0-9]{1,20}", "keyword-is-capitals", "is not one word in capital letters")
]
Isbn = Annotated[str, AfterValidator(_isbn)]
Doi = Annotated[
    str,
    shaped(
        r"10\.[0-9]{4,9}/[^\s\"<>\\]+",
        "doi-is-well-formed",
        "is not a DOI such as 10.1037/0033-2909.132.6.823, written without https://doi.org/",
    ),
]
Orcid = Annotated[
    str,
    shaped(r"([0-9]{4}-){3}[0-9]{3}[0-9X]", "orcid-is-valid", "is not an ORCID"),
]
Figure = Annotated[
    str, shaped(r"-?[0-9]*\.?[0-9]+%?", "figure-is-a-number", "is not a figure such as -0.12")
]
Language = Annotated[str, AfterValidator(_language)]
Zone = Annotated[str, AfterValidator(_zone)]
RepeatRule = Annotated[str, AfterValidator(_repeat_rule)]
Country = Annotated[str, AfterValidator(_country)]
Region = Annotated[
    str,
    shaped(r"[A-Z]{2}-[A-Z0-9]{1,3}", "region-is-coded", "is not a region code such as US-CA"),
]
Colour = Annotated[str, shaped(r"#[0-9a-f]{6}", "colour-is-hex", "is not a colour such as #2b4a6f")]
Duration = Annotated[timedelta, AfterValidator(_length_of_time)]
ClockTime = Annotated[
    str,
    shaped(
        r"([01][0-9]|2[0-3]):[0-5][0-9]",
        "clock-time-is-valid",
        "is not a time of day such as 09:30 or 19:00",
    ),
]
Day = date

Mood = Annotated[str, TermOf("moods")]
Phase = Annotated[str, TermOf("phases")]
Benefit = Annotated[str, TermOf("benefits")]
Setting = Annotated[str, TermOf("settings")]
Format = Annotated[str, TermOf("formats")]
AgeBand = Annotated[str, TermOf("age-bands")]
Audience = Annotated[str, TermOf("audiences")]
StopReason = Annotated[str, TermOf("stop-reasons")]
Closing = Annotated[str, TermOf("closings")]
Modality = Annotated[str, TermOf("modalities")]
Grade = Annotated[str, TermOf("evidence-grades")]
TechniqueId = Annotated[str, EntryOf("technique")]
PromptId = Annotated[str, EntryOf("prompt")]
WorksheetId = Annotated[str, EntryOf("worksheet")]
ResourceId = Annotated[str, EntryOf("resource")]
StudyId = Annotated[str, EntryOf("study")]
