"""Pydantic models of techniques: a guide to one way of writing, with its evidence."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.content.models.field_types import (
    Duration,
    Format,
    Grade,
    Line,
    Phase,
    RichText,
    StopReason,
    StudyId,
    TechniqueId,
    Text,
    Title,
    WorksheetId,
)  # fmt: skip
from generator.content.models.review import EntryRecord, Record, Review


class Example(Record):
    """A made-up example; the page labels it as made up."""

    who: Line
    """One line on the made-up writer and the moment."""
    text: RichText
    """What the made-up writer wrote."""


class Research(Record):
    """What studies say, with its limits beside it."""

    grade: Grade
    """Strength of the evidence for the technique as this guide describes it."""
    summary: RichText
    """What was found, in words and numbers. Claim no more than the studies cited do."""
    limits: RichText
    """What the studies do not show, and for whom results may differ. Required beside any effect."""
    studies: Annotated[tuple[StudyId, ...], Field(max_length=30)] = ()
    """Ids of the studies that the text rests on."""


class TherapistNotes(Record):
    """Guidance for a therapist who suggests this technique."""

    rationale: RichText
    """Why to suggest it, in words that a therapist can say to a client."""
    homework: RichText
    """How to set it between sessions: purpose, time, place, obstacle."""
    what_may_come_up: RichText
    """Feelings and difficulties to expect, and what to do then."""
    review: RichText
    """How to come back to it in the next session without collecting the writing."""
    cautions: RichText
    """When to choose another technique, or to wait."""
    phase: RichText
    """Where it fits in treatment."""


class Adaptation(Record):
    """One way to change the technique for somebody."""

    need: Line
    """For whom, such as 'If your hands hurt'."""
    text: RichText
    """What to do differently."""


class Technique(EntryRecord):
    """A technique guide. One file in content/techniques/; the file name is the id."""

    title: Title
    """Name of the technique as readers see it."""
    summary: Line
    """One sentence for lists and search results."""
    structure: Annotated[int, Field(ge=1, le=4)]
    """How contained it is: 1 (small and guided) to 4 (open page)."""
    intensity_max: Annotated[int, Field(ge=1, le=4)]
    """Highest intensity that its prompts may have."""
    time: Duration
    """Usual time for one sitting, such as PT10M (10 minutes)."""
    rhythm: Line
    """How often it is usually done, in words."""
    phases: Annotated[tuple[Phase, ...], Field(min_length=1)]
    """Phases of recovery in which it fits best."""
    formats: Annotated[tuple[Format, ...], Field(min_length=1)]
    """Ways of writing it suits."""
    what_it_is: RichText
    """What it is, in at most 60 words."""
    when_it_can_help: RichText
    """Situations in which people find it useful; an aim, never a promise."""
    choose_another_if: tuple[StopReason, ...] = ()
    """Situations in which something else is the better choice."""
    choose_another_note: RichText | None = None
    """What to choose instead, with a link."""
    what_you_need: Annotated[tuple[Text, ...], Field(min_length=1, max_length=7)]
    """What to have at hand."""
    steps: Annotated[tuple[Text, ...], Field(min_length=2, max_length=7)]
    """What to do, one step an item, each with something to do."""
    example: Example
    """A made-up example."""
    two_minute_version: RichText
    """The smallest version that still counts."""
    if_too_much: RichText
    """What to do when it feels like too much: stop, come back to the room, reach somebody."""
    after_writing: RichText
    """How to end: a short check with oneself; keep, share or destroy the page."""
    research: Research
    """What the research says."""
    for_therapists: TherapistNotes
    """Notes for therapists."""
    for_groups: RichText | None = None
    """How to use it in a group, if it suits one."""
    adapting: Annotated[tuple[Adaptation, ...], Field(min_length=2, max_length=8)]
    """Changes for low literacy, painful hands, attention, language, culture."""
    privacy: RichText
    """How to keep what was written private."""
    related: tuple[TechniqueId, ...] = ()
    """Techniques to try next or instead."""
    worksheets: tuple[WorksheetId, ...] = ()
    """Worksheets that go with it."""
    review: Review
    """Who wrote and reviewed this guide."""
