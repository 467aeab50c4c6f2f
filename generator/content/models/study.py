"""Pydantic models of studies: citation, design, effect sizes, limits."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.content.models.field_types import Day, Doi, Figure, Line, Link, TechniqueId, Text
from generator.content.models.review import EntryRecord, Record


class Direction(StrEnum):
    """Which way the result points, for the kind of writing studied."""

    HELPS = "helps"
    NO_DIFFERENCE = "no-difference"
    HARMS = "harms"
    MIXED = "mixed"


class Design(StrEnum):
    """How the study was made."""

    META_ANALYSIS = "meta-analysis"
    TRIAL = "randomised-trial"
    EXPERIMENT = "experiment"
    OBSERVATIONAL = "observational"
    REVIEW = "review"
    PILOT = "pilot"


class Effect(Record):
    """One effect size as the study reports it."""

    metric: Line
    """Which measure of effect: d, g, r, percentage points."""
    value: Figure
    """The figure as printed, such as -0.12."""
    interval: Line | None = None
    """95 % confidence interval as printed."""
    comparison: Line
    """Outcome, and against what it was compared."""


class Study(EntryRecord):
    """A study. One file in content/studies/; the file name is the id."""

    short: Line
    """How it is named in running text, such as 'Frattaroli, 2006'."""
    citation: Text
    """Full reference without the DOI."""
    year: Annotated[int, Field(ge=1950, le=2100)]
    """Year of publication."""
    doi: Doi | None = None
    """DOI without https://doi.org/, such as 10.1037/0033-2909.132.6.823."""
    link: Link | None = None
    """Where it can be read, if there is no DOI."""
    design: Design
    """Kind of study."""
    people: Annotated[int, Field(ge=1, le=10_000_000_000)] | None = None
    """Number of people in it."""
    studies: Annotated[int, Field(ge=2, le=1_000_000)] | None = None
    """For reviews: number of studies in it."""
    population: Line
    """Who took part."""
    finding: Text
    """What was found, in plain words with its figures."""
    limits: Text
    """Why not to read more into it."""
    effects: tuple[Effect, ...] = ()
    """Effect sizes."""
    direction: Direction
    """helps, no-difference, harms or mixed."""
    techniques: tuple[TechniqueId, ...] = ()
    """Techniques that it tells something about."""
    checked_on: Day
    """Day on which the facts were last compared with the source."""
