"""Pydantic models of packets: an ordered plan of prompts and worksheets, with days."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from generator.content.models.field_types import (
    Audience,
    Line,
    PromptId,
    RepeatRule,
    RichText,
    StopReason,
    Text,
    Title,
    WorksheetId,
)  # fmt: skip
from generator.content.models.review import EntryRecord, Record, Review


class PacketItem(Record):
    """One thing on the plan: a prompt, a worksheet or a note."""

    prompt: PromptId | None = None
    """Id of a prompt."""
    worksheet: WorksheetId | None = None
    """Id of a worksheet."""
    note: Text | None = None
    """A few words to the reader; alone, or beside a prompt or worksheet."""
    day: Annotated[int, Field(ge=1, le=90)] | None = None
    """Suggested day, counted from 1."""

    @model_validator(mode="after")
    def _holds_something(self) -> PacketItem:
        if self.prompt and self.worksheet:
            raise ValueError("an item has a prompt or a worksheet, not both")
        if not (self.prompt or self.worksheet or self.note):
            raise ValueError("an item has a prompt, a worksheet or a note")
        return self


class Packet(EntryRecord):
    """A packet. One file in content/packets/; the file name is the id."""

    title: Title
    """Name of the packet."""
    summary: Line
    """One sentence on what it is."""
    purpose: Text
    """What it aims at."""
    for_whom: Text
    """Whom it may suit."""
    not_for_whom: Text
    """Who should choose something else, in words."""
    choose_another_if: tuple[StopReason, ...] = ()
    """The same as terms."""
    audience: Audience
    """person, or group-leader for a group pack."""
    session_goal: Line | None = None
    """What therapist and client want from it."""
    schedule: RepeatRule | None = None
    """Suggested days as a repeat rule."""
    items: Annotated[tuple[PacketItem, ...], Field(min_length=1, max_length=60)]
    """The plan, in order."""
    for_therapists: RichText | None = None
    """Note for the therapist or group leader."""
    review: Review
    """Who wrote and reviewed it."""
