"""Pydantic models of worksheets: a tagged union of blocks, rendered to HTML and to PDF."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from generator.content.models.field_types import (
    Duration,
    Line,
    Need,
    RichText,
    Slug,
    StopReason,
    TechniqueId,
    Text,
    Title,
)  # fmt: skip
from generator.content.models.review import EntryRecord, Record, Review

Rows = Annotated[int, Field(ge=1, le=40)]
Label = Annotated[str, Field(min_length=1, max_length=60)]


class Width(StrEnum):
    """How much of the line a field takes on paper."""

    FULL = "full"
    HALF = "half"
    THIRD = "third"


class TitledBlock(Record):
    """What blocks have above them."""

    title: Line | None = None
    """Heading of the block."""
    help: Line | None = None
    """A line of help below the heading."""


class FieldBlock(TitledBlock):
    """A block that is itself one place to write or to mark."""

    name: Slug
    """Name of the field, unique on the sheet."""
    title: Line
    """What is asked."""


class TextField(Record):
    """One labelled place to write."""

    name: Slug
    """Name of the field, unique on the sheet."""
    label: Line
    """What stands before it, or above it where it has several rows."""
    help: Line | None = None
    """A line of help below the label."""
    rows: Rows = 1
    """Ruled lines."""
    width: Width = Width.FULL
    """full, half or third; fields that fit side by side share a line on paper."""


class Fields(TitledBlock):
    """Labelled places to write."""

    kind: Literal["fields"]
    """fields"""
    fields: Annotated[tuple[TextField, ...], Field(min_length=1, max_length=12)]
    """The fields, easiest first."""


class Steps(TitledBlock):
    """Numbered steps to read."""

    kind: Literal["steps"]
    """steps"""
    steps: Annotated[tuple[Text, ...], Field(min_length=1, max_length=7)]
    """One thing to do in each."""


class Safety(TitledBlock):
    """A boxed word of care, such as a stop rule."""

    kind: Literal["safety"]
    """safety"""
    text: Text
    """What it says."""
    points: Annotated[tuple[Text, ...], Field(max_length=7)] = ()
    """Points below the text, if it has any."""


class Starters(TitledBlock):
    """Sentence beginnings with lines to go on."""

    kind: Literal["starters"]
    """starters"""
    name: Slug
    """Name of the fields, unique on the sheet."""
    starters: Annotated[tuple[Line, ...], Field(min_length=1, max_length=12)]
    """The beginnings."""
    rows: Rows = 2
    """Ruled lines below each."""


class TitledList(Record):
    """One titled list with empty rows."""

    name: Slug
    """Name of the field, unique on the sheet."""
    title: Line
    """What the list is of."""
    help: Line | None = None
    """A line of help below the title."""


class Lists(TitledBlock):
    """One list with empty rows, or up to three side by side."""

    kind: Literal["list"]
    """list"""
    lists: Annotated[tuple[TitledList, ...], Field(min_length=1, max_length=3)]
    """The lists; side by side on paper, one under the other in large print."""
    rows: Annotated[int, Field(ge=1, le=20)] = 7
    """Empty rows in each."""


class Checks(FieldBlock):
    """Tick boxes, of which any number can be ticked."""

    kind: Literal["checks"]
    """checks"""
    options: Annotated[tuple[Line, ...], Field(min_length=1, max_length=24)]
    """One box each."""


class Scale(FieldBlock):
    """A row of numbers of which one is marked."""

    kind: Literal["scale"]
    """scale"""
    low: Annotated[int, Field(ge=-10, le=10)] = 0
    """Lowest number."""
    high: Annotated[int, Field(ge=1, le=100)] = 10
    """Highest number."""
    step: Annotated[int, Field(ge=1, le=25)] = 1
    """From one number to the next: 10 for a scale of 0 to 100."""
    low_label: Label
    """What the lowest number means."""
    high_label: Label
    """What the highest number means."""

    @property
    def numbers(self) -> range:
        """The numbers, lowest first."""
        return range(self.low, self.high + 1, self.step)

    @model_validator(mode="after")
    def _has_room(self) -> Self:
        if self.low >= self.high or (self.high - self.low) % self.step:
            raise ValueError("the scale goes from low to high in steps that end at high")
        if len(self.numbers) > 11:
            raise ValueError("the scale has at most 11 numbers; a larger step makes fewer")
        return self


class Table(FieldBlock):
    """A grid to fill in, such as a week."""

    kind: Literal["table"]
    """table"""
    row_label: Label | None = None
    """What the headings of the rows are, such as Day; stands above them."""
    columns: Annotated[tuple[Label, ...], Field(min_length=1, max_length=8)]
    """Headings of the columns."""
    widths: tuple[Annotated[int, Field(ge=1, le=9)], ...] = ()
    """Widths of the columns relative to each other, such as [1, 3, 1]. Usual: all alike."""
    rows: Annotated[tuple[Label, ...], Field(max_length=31)] = ()
    """Headings of the rows, such as the days."""
    empty_rows: Annotated[int, Field(ge=1, le=31)] | None = None
    """Instead of rows: so many rows with a number."""
    parts: Annotated[tuple[Label, ...], Field(max_length=4)] = ()
    """Rows inside each row, such as morning, noon and evening of each day."""
    lines: Annotated[int, Field(ge=1, le=8)] = 1
    """Height of a cell, in lines of handwriting."""

    @property
    def row_headings(self) -> tuple[str, ...]:
        """The headings of the rows, or their numbers."""
        return self.rows or tuple(str(n + 1) for n in range(self.empty_rows or 0))

    @model_validator(mode="after")
    def _is_a_grid(self) -> Self:
        if bool(self.rows) == bool(self.empty_rows):
            raise ValueError("a table has either rows, with headings, or empty_rows")
        if self.widths and len(self.widths) != len(self.columns):
            raise ValueError("widths has one number for each column")
        return self


class Letter(FieldBlock):
    """A letter: a greeting, lines and a close."""

    kind: Literal["letter"]
    """letter"""
    greeting: Label
    """Such as 'Dear'; room for a name follows it."""
    rows: Rows = 20
    """Ruled lines; the fewest, if it fills the page."""
    close: Label
    """Such as 'From'; room for a name follows it."""
    fill_page: bool = False
    """Whether the lines go on as far as the page has room."""


class Lines(FieldBlock):
    """Ruled lines."""

    kind: Literal["lines"]
    """lines"""
    rows: Rows = 10
    """Ruled lines; the fewest, if they fill the page."""
    fill_page: bool = False
    """Whether the lines go on as far as the page has room."""


class Box(FieldBlock):
    """An empty box to write or draw in."""

    kind: Literal["box"]
    """box"""
    height_mm: Annotated[int, Field(ge=10, le=230)] = 40
    """Height in millimetres; the least, if it fills the page."""
    fill_page: bool = False
    """Whether the box goes on as far as the page has room."""


class Body(FieldBlock):
    """The outline of a body, front and back, to mark; and parts to write about instead."""

    kind: Literal["body"]
    """body"""
    parts: Annotated[tuple[Label, ...], Field(min_length=2, max_length=12)]
    """Parts of the body, each with a line, for whoever cannot draw or does not wish to."""


class WordBank(TitledBlock):
    """Words to choose from."""

    kind: Literal["word-bank"]
    """word-bank"""
    words: Annotated[tuple[Label, ...], Field(min_length=2, max_length=100)]
    """The words."""


class Note(TitledBlock):
    """A paragraph to read."""

    kind: Literal["note"]
    """note"""
    text: Text
    """What it says."""
    spaced: bool = False
    """Whether it is set wide apart, for circling words in it."""


class PageBreak(Record):
    """A new page starts here."""

    kind: Literal["page-break"]
    """page-break"""


Block = Annotated[
    Fields | Steps | Safety | Starters | Lists | Checks | Scale | Table | Letter | Lines | Box
    | Body | WordBank | Note | PageBreak,
    Field(discriminator="kind"),
]  # fmt: skip


class Worksheet(EntryRecord):
    """A worksheet. One file in content/worksheets/; the file name is the id."""

    title: Title
    """Name of the sheet."""
    purpose: Line
    """What it is for, in one line."""
    technique: TechniqueId
    """Technique that it belongs to."""
    need: Need | None = None
    """What people come with who want this sheet; the list of all sheets is sorted by it."""
    intensity: Annotated[int, Field(ge=1, le=4)]
    """1 light, 2 medium, 3 deep."""
    time: Duration
    """Time for filling it in."""
    pages: Annotated[int, Field(ge=1, le=8)] = 1
    """Printed pages in ordinary print, on A4 and on Letter; large print takes what it needs."""
    choose_another_if: tuple[StopReason, ...] = ()
    """Who should choose something else. Required at intensity 3."""
    how_to_use: RichText
    """How to use it, in a few sentences; stands on its page, not on the paper."""
    two_minute_version: Annotated[str, Field(min_length=1, max_length=300)] | None = None
    """The smallest version that still counts; stands on the paper below the purpose."""
    blocks: Annotated[tuple[Block, ...], Field(min_length=1, max_length=40)]
    """What stands on the sheet, from top to bottom."""
    for_therapists: RichText | None = None
    """Note for the therapist; never printed on the client's sheet."""
    review: Review
    """Who wrote and reviewed it."""
