"""Worksheets: a printable as a list of blocks, read alike by the web page and by the PDF."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.content.review import Published, Record, Review
from generator.content.scalars import (
    Duration,
    Line,
    RichText,
    Slug,
    StopReason,
    TechniqueId,
    Text,
    Title,
)  # fmt: skip

Rows = Annotated[int, Field(ge=1, le=40)]


class TextField(Record):
    """One labelled place to write."""

    name: Slug
    """Name of the field, unique on the sheet."""
    label: Line
    """What stands before it."""
    help: Line | None = None
    """A line of help below the label."""
    rows: Rows = 1
    """Ruled lines."""


class Fields(Record):
    """Labelled places to write, one under the other."""

    kind: Literal["fields"]
    """fields"""
    title: Line | None = None
    """Heading of the block."""
    fields: Annotated[tuple[TextField, ...], Field(min_length=1, max_length=12)]
    """The fields, easiest first."""


class Steps(Record):
    """Numbered steps to read."""

    kind: Literal["steps"]
    """steps"""
    title: Line | None = None
    """Heading of the block."""
    steps: Annotated[tuple[Text, ...], Field(min_length=1, max_length=7)]
    """One thing to do in each."""


class Safety(Record):
    """A boxed word of care, such as a stop rule."""

    kind: Literal["safety"]
    """safety"""
    title: Line | None = None
    """Heading of the block."""
    text: Text
    """What it says."""


class Starters(Record):
    """Sentence beginnings with lines to go on."""

    kind: Literal["starters"]
    """starters"""
    name: Slug
    """Name of the field, unique on the sheet."""
    title: Line | None = None
    """Heading of the block."""
    starters: Annotated[tuple[Line, ...], Field(min_length=1, max_length=12)]
    """The beginnings."""
    rows: Rows = 2
    """Ruled lines for each."""


class ListBox(Record):
    """A titled list with empty rows."""

    kind: Literal["list"]
    """list"""
    name: Slug
    """Name of the field, unique on the sheet."""
    title: Line
    """What the list is of."""
    rows: Rows = 7
    """Empty rows."""


class Checks(Record):
    """Tick boxes."""

    kind: Literal["checks"]
    """checks"""
    name: Slug
    """Name of the field, unique on the sheet."""
    title: Line
    """What is ticked."""
    options: Annotated[tuple[Line, ...], Field(min_length=1, max_length=24)]
    """One box each."""


class Scale(Record):
    """A row of numbers to mark."""

    kind: Literal["scale"]
    """scale"""
    name: Slug
    """Name of the field, unique on the sheet."""
    title: Line
    """What is rated."""
    low: int = 0
    """Lowest number."""
    high: int = 10
    """Highest number."""
    low_label: Line
    """What the lowest number means."""
    high_label: Line
    """What the highest number means."""


class Table(Record):
    """A grid to fill in."""

    kind: Literal["table"]
    """table"""
    name: Slug
    """Name of the field, unique on the sheet."""
    title: Line
    """What the table is for."""
    columns: Annotated[tuple[Line, ...], Field(min_length=1, max_length=8)]
    """Headings of the columns."""
    rows: Annotated[tuple[Line, ...], Field(min_length=1, max_length=31)]
    """Headings of the rows, such as the days."""
    rows_each: Annotated[int, Field(ge=1, le=4)] = 1
    """Empty lines in each row."""


class Letter(Record):
    """A letter: a greeting, lines and a close."""

    kind: Literal["letter"]
    """letter"""
    name: Slug
    """Name of the field, unique on the sheet."""
    greeting: Line
    """Such as 'Dear'."""
    rows: Rows = 20
    """Ruled lines."""
    close: Line
    """Such as 'From'."""


class Lines(Record):
    """Ruled lines."""

    kind: Literal["lines"]
    """lines"""
    name: Slug
    """Name of the field, unique on the sheet."""
    title: Line
    """What to write there."""
    rows: Rows = 10
    """Ruled lines."""


class Box(Record):
    """An empty box to write or draw in."""

    kind: Literal["box"]
    """box"""
    name: Slug
    """Name of the field, unique on the sheet."""
    title: Line
    """What goes into it."""
    height_mm: Annotated[int, Field(ge=10, le=230)] = 40
    """Height in millimetres."""


class WordBank(Record):
    """Words to choose from."""

    kind: Literal["word-bank"]
    """word-bank"""
    title: Line
    """What the words are for."""
    words: Annotated[tuple[Line, ...], Field(min_length=2, max_length=100)]
    """The words."""


class Note(Record):
    """A paragraph to read."""

    kind: Literal["note"]
    """note"""
    title: Line | None = None
    """Heading of the block."""
    text: Text
    """What it says."""


class PageBreak(Record):
    """A new page starts here."""

    kind: Literal["page-break"]
    """page-break"""


Block = Annotated[
    Fields | Steps | Safety | Starters | ListBox | Checks | Scale | Table | Letter | Lines | Box
    | WordBank | Note | PageBreak,
    Field(discriminator="kind"),
]  # fmt: skip


class Worksheet(Published):
    """A worksheet. One file in content/worksheets/; the file name is the id."""

    title: Title
    """Name of the sheet."""
    purpose: Line
    """What it is for, in one line."""
    technique: TechniqueId
    """Technique that it belongs to."""
    intensity: Annotated[int, Field(ge=1, le=4)]
    """1 light, 2 medium, 3 deep."""
    time: Duration
    """Time for filling it in."""
    pages: Annotated[int, Field(ge=1, le=8)] = 1
    """Printed pages, in every paper size."""
    choose_another_if: tuple[StopReason, ...] = ()
    """Who should choose something else. Required at intensity 3."""
    two_minute_version: Text | None = None
    """The smallest version that still counts."""
    blocks: Annotated[tuple[Block, ...], Field(min_length=1, max_length=40)]
    """What stands on the sheet, from top to bottom."""
    for_therapists: RichText | None = None
    """Note for the therapist; never printed on the client's sheet."""
    review: Review
    """Who wrote and reviewed it."""
