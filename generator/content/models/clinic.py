"""Pydantic model of clinic.yaml: branding, contacts, crisis block, hidden entries.

A site has exactly one clinic; `default` is the unbranded one.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.content.models.field_types import (
    Colour,
    Country,
    FromPlace,
    Language,
    Line,
    Link,
    Region,
    ResourceId,
    SiteAddress,
    Slug,
    TermOf,
    Text,
    Title,
)  # fmt: skip
from generator.content.models.paper import Paper
from generator.content.models.patterns import matching_pattern
from generator.content.models.review import Record

SAMPLE_NAME = "Our Clinic"
"""Name of a new clinic that nobody has named yet."""
SAMPLE_ADDRESS = "https://example.org/our-clinic/"
"""Address of a new clinic for which nobody has written one yet."""


class ExitPage(StrEnum):
    """Where a button to leave the site quickly is shown."""

    NOWHERE = "nowhere"
    CRISIS = "crisis-pages"
    EVERYWHERE = "everywhere"


class Logo(Record):
    """The clinic's logo."""

    file: Annotated[
        str,
        matching_pattern(
            r"[A-Za-z0-9_-]+\.(svg|png|jpg|jpeg)",
            "logo-is-a-picture",
            "is not the name of an SVG, PNG or JPEG file, such as logo.svg",
        ),
        Field(examples=["logo.svg"]),
    ]
    """Name of the file beside clinic.yaml."""
    alt: Line
    """What the logo says, for somebody who cannot see it."""


class WhoToCall(Record):
    """One row of the table that says which number is for what."""

    situation: Line
    """The situation, in a caller's words."""
    call: ResourceId
    """Id of the listing to call then."""
    elsewhere: tuple[ResourceId, ...] = ()
    """Listings for the same in other countries; each stands under those that it is for."""
    reasons: tuple[Annotated[str, TermOf("stop-reasons")], ...] = ()
    """Reasons to choose something else; whatever names one of them shows this row beside it."""


class CrisisBlock(Record):
    """The numbers that stand on the crisis page and on every sheet."""

    emergency: ResourceId
    """Listing of the local emergency number; always shown first."""
    lines: Annotated[tuple[ResourceId, ...], Field(min_length=1, max_length=4)]
    """Listings of crisis lines, most general first."""
    elsewhere: ResourceId
    """Listing where somebody from another country finds a line."""
    who_to_call: tuple[WhoToCall, ...] = ()
    """Which number is for what."""


class Phone(Record):
    """A phone number of the clinic."""

    label: Annotated[Line, Field(examples=["Front desk"])]
    """What it is for."""
    display: Annotated[Line, Field(examples=["(213) 555-0100"])]
    """The number as printed."""
    dial: Annotated[
        str,
        matching_pattern(
            r"\+?[0-9]{2,15}", "dial-is-digits", "is not digits only, as they are dialled"
        ),
        Field(examples=["+12135550100"]),
    ]
    """The number as dialled."""


class Clinic(Record):
    """A clinic. One file, content/clinics/<id>/clinic.yaml."""

    id: Annotated[Slug, FromPlace()]
    """Id of the clinic; the name of the folder."""
    name: Title
    """Name of the site or clinic."""
    short_name: Annotated[str, Field(min_length=2, max_length=30)]
    """Name where there is little room."""
    tagline: Line
    """One line under the name."""
    base_url: SiteAddress
    """Address at which the site will be found, with a slash at the end."""
    country: Country
    """Two-letter code of the country whose numbers come first."""
    region: Region | None = None
    """Code of the state or province, such as US-CA."""
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    """Languages of the site."""
    paper: Paper
    """a4 or letter."""
    logo: Logo | None = None
    """Logo, if there is one."""
    primary_colour: Colour | None = None
    """Main colour, such as #2b4a6f."""
    accent_colour: Colour | None = None
    """Second colour, for links."""
    address: Line | None = None
    """Street address."""
    phones: Annotated[tuple[Phone, ...], Field(max_length=4)] = ()
    """Phone numbers."""
    hours: Line | None = None
    """Opening hours."""
    contact_link: Link | None = None
    """Page on which somebody can get in touch."""
    contact_words: Line | None = None
    """Invitation to get in touch."""
    crisis: CrisisBlock
    """The crisis numbers."""
    exit_page: ExitPage = ExitPage.NOWHERE
    """Where the button to leave quickly is shown."""
    exit_target: Link | None = None
    """Page to which that button leads."""
    disclaimer: Text
    """What the site is not, in plain words."""
    mistakes: Line
    """How to report a mistake."""
    hide: Annotated[tuple[Line, ...], Field(examples=["worksheet:found-poem"])] = ()
    """What not to show: as kind and id, such as worksheet:found-poem (a technique takes its prompts
    and worksheets along), or all prompts and worksheets that have a term, such as
    intensity:deep or mood:grieving (also phase, benefit, setting, format, age-band, audience)."""
