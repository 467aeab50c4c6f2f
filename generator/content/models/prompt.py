"""Pydantic models of prompts and prompt sets; a prompt inherits fields from its set."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.content.models.field_types import (
    AgeBand,
    Audience,
    Benefit,
    Closing,
    Duration,
    Format,
    Involvement,
    Line,
    Mood,
    Phase,
    PromptId,
    Setting,
    Slug,
    StopReason,
    StudyId,
    TechniqueId,
    Text,
    Title,
    WorksheetId,
)  # fmt: skip
from generator.content.models.review import Credit, EntryRecord, Review

IN_SESSION = "in-session"
"""Id of the setting that is a therapist's room."""


class Basis(StrEnum):
    """On what a prompt rests when no study stands behind it."""

    PRACTICE_BASED = "practice-based"


class PromptDefaults(EntryRecord):
    """What a set can say once for all of its prompts; a prompt's own word wins."""

    audience: Audience | None = None
    """Who it speaks to. Usual: person."""
    age_bands: tuple[AgeBand, ...] = ()
    """Ages that it suits. Usual: adult."""
    formats: tuple[Format, ...] = ()
    """Ways of writing that it suits. Usual: those of the technique."""
    evidence: Annotated[tuple[StudyId, ...], Field(max_length=6)] = ()
    """Ids of studies that tried this kind of writing itself."""
    near_evidence: Annotated[tuple[StudyId, ...], Field(max_length=6)] = ()
    """Ids of studies of something near it, but not of this: a whole treatment, talking, a task in
    a laboratory. The page says so."""
    basis: Basis | None = None
    """practice-based, where no study stands behind it."""
    source: Credit | None = None
    """Where the text comes from, if it is not original."""


class Prompt(PromptDefaults):
    """One prompt. Its id is part of its address and is never changed once published."""

    id: Slug
    """Unique among all prompts: lower-case words joined by hyphens."""
    title: Title
    """Short name that says what is asked, so that nobody is surprised."""
    task: Line
    """What to write and how much, in one plain sentence of at most 20 words that stands alone."""
    text: Annotated[Text, Field(max_length=900)]
    """An idea or a longer way in, for whoever wants one; it does not say the task again. A blank
    line begins a new line on the page, for a sentence to finish."""
    starter: Line | None = None
    """First words that the reader may copy and go on from."""
    purpose: Annotated[Text, Field(max_length=400)]
    """What it aims at, as an aim and not a promise."""
    follow_ups: Annotated[tuple[Line, ...], Field(max_length=4)] = ()
    """Questions for a reader who wants to go on, each able to stand alone."""
    benefits: Annotated[tuple[Benefit, ...], Field(min_length=1, max_length=2)]
    """One or two benefits that it aims at."""
    moods: Annotated[tuple[Mood, ...], Field(min_length=1, max_length=6)]
    """Moods in which it may fit."""
    phases: Annotated[tuple[Phase, ...], Field(min_length=1)]
    """Phases of recovery in which it may fit."""
    settings: Annotated[tuple[Setting, ...], Field(min_length=1)]
    """Where and with whom it can be done."""
    intensity: Annotated[int, Field(ge=1, le=4)]
    """1 light, 2 medium, 3 deep. Level 4 is for clinicians and never a prompt."""
    involves: tuple[Involvement, ...] = ()
    """What it does or touches, such as voices or body; reasons to choose something else follow
    from it."""
    structure: Annotated[int, Field(ge=1, le=4)] | None = None
    """1 (contained) to 4 (open), where it differs from the technique's."""
    time: Duration
    """Time for one sitting, such as PT5M."""
    sessions: Annotated[int, Field(ge=1, le=30)] = 1
    """How many sittings it is meant for."""
    interval_days: Annotated[int, Field(ge=1, le=30)] | None = None
    """Days between sittings, where there are several."""
    classic: bool = False
    """Whether it is a plain one that people look for; it comes before the others of its depth."""
    by_chance: bool = True
    """Whether the prompt of the day and "Another prompt" may offer it. Write false for one that
    fits a single situation, such as a pregnancy that ended; browsing and search still find it."""
    body_first: bool = False
    """Whether it starts from the body or the senses rather than from a feeling word."""
    closing: Closing | None = None
    """How to end. Required at intensity 2 and 3."""
    choose_another_if: tuple[StopReason, ...] = ()
    """Who should choose something else. Required at intensity 3."""
    pairs_with: Annotated[tuple[PromptId, ...], Field(max_length=4)] = ()
    """Prompts that go well before or after it."""
    worksheet: WorksheetId | None = None
    """Worksheet that goes with it."""
    review: Review | None = None
    """Who wrote and reviewed it, if it differs from the set's."""
    replaces: tuple[Slug, ...] = ()
    """Ids of older prompts that this one stands in for."""

    @property
    def is_session_only(self) -> bool:
        """Whether it is meant for a session alone: never offered by chance, filter or feed."""
        return self.settings == (IN_SESSION,)


class PromptSet(PromptDefaults):
    """A set of prompts for one technique. One file in content/prompts/; the file name is the id."""

    title: Title
    """Name of the set."""
    technique: TechniqueId
    """Technique that all of its prompts use."""
    summary: Line
    """One sentence on what ties the prompts together."""
    review: Review
    """Who wrote and reviewed the prompts."""
    prompts: Annotated[tuple[Prompt, ...], Field(min_length=1, max_length=100)]
    """The prompts, in the order in which a reader should meet them."""
