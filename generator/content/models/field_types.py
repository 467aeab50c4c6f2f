"""Annotated field types with constraints (slug, URL, E.164, ISBN, DOI, RRULE ...) and marks.

There are three kinds of text, by how they reach a page: plain text (escaped for its context), rich
text (our small Markdown, see `text/rich.py`) and ids (which are only ever compared).
Marks in an annotation (`TermOf`, `EntryOf`, `Rich`, `FromPlace`) are found by `reflection.py`: ids
to resolve, rich text to sanitize, values from the path of the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from generator.content.models.patterns import matching_pattern, written_as
from generator.content.models.url_validators import check_link, check_site_address
from generator.content.models.validators import (
    check_country,
    check_isbn,
    check_language,
    check_length_of_time,
    check_phone,
    check_region,
    check_repeat_rule,
    check_zone,
)  # fmt: skip


@dataclass(frozen=True)
class TermOf:
    """Mark: the value is the id of a term in this vocabulary."""

    taxonomy: str


@dataclass(frozen=True)
class EntryOf:
    """Mark: the value is the id of an entry of this kind."""

    kind: str


@dataclass(frozen=True)
class FromPlace:
    """Mark: the value comes from the name of the file or folder and is not written in the file."""


@dataclass(frozen=True)
class Rich:
    """Mark: the value is rich text, that is paragraphs, lists, emphasis and links; never HTML."""


ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

LONGEST_ID = 64

Slug = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=LONGEST_ID)]
Title = Annotated[str, StringConstraints(min_length=2, max_length=90)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=2_000)]
LONGEST_RICH = 8_000
RichText = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_RICH), Rich()]


_IS_URL = matching_pattern(
    r"""[^\s"'<>\\^`{|}]+""",
    "link-is-safe",
    "has a space, quote or bracket, which no address has",
)
_URI = {"format": "uri"}
Link = Annotated[
    str,
    _IS_URL,
    AfterValidator(check_link),
    Field(json_schema_extra=_URI, examples=["https://example.org/page"]),
]
SiteAddress = Annotated[
    str,
    _IS_URL,
    AfterValidator(check_site_address),
    Field(json_schema_extra=_URI, examples=["https://example.org/writing/"]),
]
Email = Annotated[
    str,
    matching_pattern(
        r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+",
        "email-is-valid",
        "is not an e-mail address",
    ),
    Field(json_schema_extra={"format": "email"}, examples=["info@example.org"]),
]
Phone = Annotated[str, AfterValidator(check_phone), Field(examples=["+18005550100"])]
Dialled = Annotated[
    str,
    matching_pattern(r"[0-9]{2,15}", "dial-is-digits", "is not digits only, as they are dialled"),
    Field(examples=["988"]),
]
Keyword = Annotated[
    str,
    matching_pattern(
        r"[A-Z0-9]{1,20}", "keyword-is-capitals", "is not one word in capital letters"
    ),
    Field(examples=["HOME"]),
]
Isbn = Annotated[str, AfterValidator(check_isbn), Field(examples=["9780306406157"])]
Doi = Annotated[
    str,
    matching_pattern(
        r'10\.[0-9]{4,9}/[^\s"<>\\]+',
        "doi-is-well-formed",
        "is not a DOI such as 10.1037/0033-2909.132.6.823, written without https://doi.org/",
    ),
    Field(examples=["10.1037/0033-2909.132.6.823"]),
]
Orcid = Annotated[
    str,
    matching_pattern(r"([0-9]{4}-){3}[0-9]{3}[0-9X]", "orcid-is-valid", "is not an ORCID"),
    Field(examples=["0000-0002-1825-0097"]),
]
Figure = Annotated[
    str,
    matching_pattern(r"-?[0-9]*\.?[0-9]+%?", "figure-is-a-number", "is not a figure such as -0.12"),
    Field(examples=["-0.12"]),
]
Language = Annotated[str, AfterValidator(check_language), Field(examples=["en"])]
Zone = Annotated[str, AfterValidator(check_zone), Field(examples=["America/Los_Angeles"])]
RepeatRule = Annotated[
    str, AfterValidator(check_repeat_rule), Field(examples=["FREQ=WEEKLY;BYDAY=MO"])
]
Country = Annotated[str, AfterValidator(check_country), Field(examples=["US"])]
Region = Annotated[
    str,
    matching_pattern(
        r"[A-Z]{2}-[A-Z0-9]{1,3}", "region-is-coded", "is not a region code such as US-CA"
    ),
    AfterValidator(check_region),
    Field(examples=["US-CA"]),
]
Colour = Annotated[
    str,
    matching_pattern(r"#[0-9a-f]{6}", "colour-is-hex", "is not a colour such as #2b4a6f"),
    Field(examples=["#2b4a6f"]),
]
Duration = Annotated[
    timedelta,
    written_as(
        r"P(?=[0-9T])([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?)?",
        "duration-is-valid",
        "is not written as a length of time",
    ),
    AfterValidator(check_length_of_time),
    Field(examples=["PT10M"]),
]
ClockTime = Annotated[
    str,
    matching_pattern(
        r"([01][0-9]|2[0-3]):[0-5][0-9]",
        "clock-time-is-valid",
        "is not a time of day such as 09:30 or 19:00",
    ),
    Field(examples=["19:00"]),
]
Day = Annotated[
    date,
    written_as(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "date-is-valid", "is not a date of the calendar"),
    Field(examples=["2026-01-31"]),
]

Mood = Annotated[str, TermOf("moods")]
Phase = Annotated[str, TermOf("phases")]
Benefit = Annotated[str, TermOf("benefits")]
Need = Annotated[str, TermOf("needs")]
Setting = Annotated[str, TermOf("settings")]
Format = Annotated[str, TermOf("formats")]
AgeBand = Annotated[str, TermOf("age-bands")]
Audience = Annotated[str, TermOf("audiences")]
StopReason = Annotated[str, TermOf("stop-reasons")]
Involvement = Annotated[str, TermOf("involves")]
Closing = Annotated[str, TermOf("closings")]
Modality = Annotated[str, TermOf("modalities")]
Grade = Annotated[str, TermOf("evidence-grades")]
TechniqueId = Annotated[str, EntryOf("technique")]
PromptId = Annotated[str, EntryOf("prompt")]
WorksheetId = Annotated[str, EntryOf("worksheet")]
ResourceId = Annotated[str, EntryOf("resource")]
StudyId = Annotated[str, EntryOf("study")]
