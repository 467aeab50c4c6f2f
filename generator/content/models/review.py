"""`Record`, the base of all models, and models for status, review, source and suppressions."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from generator.content.models.field_types import Day, FromPlace, Line, Link, Orcid, Slug


class Record(BaseModel):
    """Base of every record: frozen, nothing unknown, text trimmed.

    Validators are compiled on first use, for whole entries only, not for each part of one as well.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        use_attribute_docstrings=True,
        defer_build=True,
    )


class Status(StrEnum):
    """Whether a piece is shown."""

    DRAFT = "draft"
    PUBLISHED = "published"
    ARCHIVED = "archived"


UNWRITTEN = "To be written."
"""What stands in a new file for a text that is yet to be written."""


class Person(Record):
    """Somebody who answers for a piece."""

    name: Line
    """Name as it should be shown."""
    role: Line
    """What makes this person fit to judge it, such as 'clinical psychologist'."""
    orcid: Orcid | None = None
    """The person's ORCID, if there is one."""


class Review(Record):
    """Who wrote it, who reviewed it, and when it should be looked at again."""

    written_by: Line
    """Person or group that wrote it."""
    written_on: Day
    """Day on which this wording was written."""
    reviewed_by: Annotated[tuple[Person, ...], Field(max_length=6)] = ()
    """People other than the writer who read it with care. Leave it out if nobody has: the page
    then says so."""
    reviewed_on: Day | None = None
    """Day of the newest review."""
    due_on: Day
    """Day by which it should be read again."""

    @property
    def newest(self) -> date:
        """The day of the newest wording or review."""
        return max(self.written_on, self.reviewed_on or self.written_on)


class Origin(StrEnum):
    """Where a text comes from."""

    ORIGINAL = "original"
    ADAPTED = "adapted"
    PUBLIC_DOMAIN = "public-domain"


class Credit(Record):
    """Where a text comes from and on what terms, if it is not original work."""

    kind: Origin
    """original, adapted or public-domain."""
    credit: Line
    """Whose work it builds on."""
    licence: Line
    """Licence under which it may be used, such as CC BY 4.0."""
    link: Link | None = None
    """Where the source can be read."""


class Allowance(Record):
    """A rule that an entry breaks for a good reason."""

    rule: Slug
    """Id of the rule, as a message of `writing-site check` names it."""
    because: Annotated[str, Field(min_length=12, max_length=300)]
    """The reason, in a sentence that convinces a colleague."""


class EntryRecord(Record):
    """What every entry says of itself."""

    id: Annotated[Slug, FromPlace()]
    """Id of the entry; the name of its file."""
    status: Status = Status.PUBLISHED
    """draft (checked, not shown), published, or archived (no longer shown)."""
    search_terms: Annotated[tuple[Line, ...], Field(max_length=20)] = ()
    """Other words under which people look for this; found by the search, not shown."""
    tags: Annotated[tuple[Slug, ...], Field(max_length=8)] = ()
    """Free words of your own; the site does not browse by them."""
    allow: Annotated[tuple[Allowance, ...], Field(max_length=6)] = ()
    """Rules of wording that this entry breaks for a good reason, each with that reason."""
