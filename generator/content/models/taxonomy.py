"""Pydantic models of controlled vocabularies and their terms; one file each."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.content.models.field_types import (
    Country,
    FromPlace,
    Line,
    Link,
    Region,
    Slug,
    StopReason,
    Text,
    Title,
)  # fmt: skip
from generator.content.models.review import Record

DEEP = 3
"""The lowest level of intensity that asks for the safety frame: reasons, a way out, a closing."""


def is_deep(level: int) -> bool:
    """Whether a level of intensity asks for the safety frame."""
    return level >= DEEP


class TermStatus(StrEnum):
    """Whether a term may be used."""

    ACTIVE = "active"
    RETIRED = "retired"


class Term(Record):
    """One word of a vocabulary."""

    id: Slug
    """Stable id that content uses; never changed once published."""
    label: Title
    """How readers see it."""
    definition: Text
    """What it means, in one or two plain sentences."""
    sentence: Text | None = None
    """The term as a full sentence to a reader, where a page needs one."""
    broader: Slug | None = None
    """Id of the wider term in the same file."""
    exact_match: Link | None = None
    """Address of the same idea in a public vocabulary."""
    status: TermStatus = TermStatus.ACTIVE
    """active, or retired (no new content may use it)."""
    replaced_by: Slug | None = None
    """For a retired term: the id to use instead."""
    search_terms: Annotated[tuple[Line, ...], Field(max_length=20)] = ()
    """Lay words for the same, found by the search."""


class Pleasantness(StrEnum):
    """How a mood feels."""

    PLEASANT = "pleasant"
    UNPLEASANT = "unpleasant"


class Energy(StrEnum):
    """How much energy a mood carries."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


class MoodTerm(Term):
    """A mood, placed on the two axes of the mood map."""

    valence: Pleasantness
    """pleasant or unpleasant."""
    energy: Energy
    """low, middle or high."""
    families: tuple[Line, ...] = ()
    """Names of the feeling families that researchers use for it."""


class LevelTerm(Term):
    """A level of intensity."""

    level: Annotated[int, Field(ge=1, le=4)]
    """1 (light) to 4 (only with a clinician)."""


class TimeTerm(Term):
    """A length of time to browse by."""

    minutes: Annotated[int, Field(ge=1, le=240)]
    """Prompts that take at most this long, and longer than the bucket before, belong here."""


class GradeTerm(Term):
    """A grade of evidence."""

    rank: Annotated[int, Field(ge=0, le=4)]
    """0 (tradition only) to 4 (strong); the order of the grades."""


class KindTerm(Term):
    """A kind of resource."""

    plural: Title
    """Heading of the page that lists them."""
    fresh_days: Annotated[int, Field(ge=1, le=2000)]
    """After so many days without a new check, the build warns."""
    stale_days: Annotated[int, Field(ge=1, le=4000)]
    """After so many days without a new check, the listing is taken off the pages."""


class CityTerm(Term):
    """A city, with what belongs to it around it, that one can choose in the directory."""

    country: Country
    """Two-letter code of its country."""
    region: Region | None = None
    """Code of its state or province, such as US-CA."""


class RequiredReason(Record):
    """A reason to choose something else that prompts of a certain kind must give."""

    reason: StopReason
    """Id of the reason."""
    from_intensity: Annotated[int, Field(ge=1, le=3)] = 1
    """The lightest intensity at which it must be given."""


class InvolvementTerm(Term):
    """Something that a prompt does or touches, and the reasons it then has to give."""

    needs: tuple[RequiredReason, ...] = ()
    """Reasons to choose something else that every such prompt gives."""


class DangerTerm(Term):
    """A kind of danger, and how people in it put it."""

    phrases: Annotated[tuple[Line, ...], Field(min_length=1, max_length=400)]
    """What people type, in any form of `forms` and without the words of `skip`; a/b is either, a
    word in capitals any of `groups`, and " .. " stands for up to three other words."""


class Taxonomy(Record):
    """A vocabulary: one file in content/taxonomy/."""

    id: Annotated[Slug, FromPlace()]
    """Name of the vocabulary; the name of its file."""
    title: Title
    """Name of the facet, such as Mood."""
    question: Line
    """The question that it answers for a reader."""
    terms: Annotated[tuple[Term, ...], Field(min_length=1)]
    """The terms, in the order in which they are shown."""


class Moods(Taxonomy):
    """The moods."""

    terms: Annotated[tuple[MoodTerm, ...], Field(min_length=1)]
    """The terms, in the order in which they are shown."""


class Levels(Taxonomy):
    """The levels of intensity."""

    terms: Annotated[tuple[LevelTerm, ...], Field(min_length=4, max_length=4)]
    """The four levels."""


class Times(Taxonomy):
    """The lengths of time to browse by."""

    terms: Annotated[tuple[TimeTerm, ...], Field(min_length=1)]
    """The terms, shortest first."""


class Grades(Taxonomy):
    """The grades of evidence."""

    terms: Annotated[tuple[GradeTerm, ...], Field(min_length=1)]
    """The grades, strongest first."""


class Involvements(Taxonomy):
    """What prompts do or touch."""

    terms: Annotated[tuple[InvolvementTerm, ...], Field(min_length=1)]
    """The terms, in the order in which they are shown."""


class Cities(Taxonomy):
    """The cities that one can choose in the directory."""

    terms: Annotated[tuple[CityTerm, ...], Field(min_length=1)]
    """The cities, in any order; the directory shows those that have listings."""


class ResourceKinds(Taxonomy):
    """The kinds of resource."""

    terms: Annotated[tuple[KindTerm, ...], Field(min_length=1)]
    """The kinds, in the order in which they are shown."""


class DangerWords(Taxonomy):
    """The words for which a search shows the numbers to call, whatever else it finds.

    `theme/js/pages/danger-words.js` reads them: small letters, and no accents, apostrophes or
    hyphens; a word of four letters or more may have one letter wrong.
    """

    terms: Annotated[tuple[DangerTerm, ...], Field(min_length=1)]
    """The kinds of danger."""
    groups: Annotated[tuple[Line, ...], Field(max_length=100)] = ()
    """A name in capitals with the words, or earlier groups, that it stands for in phrases:
    "CHILD = baby, son, daughter"."""
    forms: Annotated[tuple[Line, ...], Field(max_length=600)] = ()
    """A word with what stands for it: "kill = kills, killing". Spellings that miss by more than
    one letter belong here too."""
    endings: Annotated[tuple[Line, ...], Field(max_length=40)] = ()
    """Endings with and without which a word says the same: "ing"."""
    keyboard: Annotated[tuple[Line, ...], Field(max_length=10)] = ()
    """Rows of keys: somebody who types in a hurry hits the one beside."""
    skip: Annotated[tuple[Line, ...], Field(max_length=200)] = ()
    """Words that change nothing: "want to just die" is found as "want die"."""
    alone: Annotated[tuple[Line, ...], Field(max_length=100)] = ()
    """Phrases that count only if there is nothing else in the query."""
    harmless: Annotated[tuple[Line, ...], Field(max_length=400)] = ()
    """Phrases that are passed over: "cutting board"."""
    real: Annotated[tuple[Line, ...], Field(max_length=1000)] = ()
    """Words that are spelt rightly, though a letter away from one of the others: "suited"."""


TAXONOMIES: dict[str, type[Taxonomy]] = {
    "moods": Moods,
    "phases": Taxonomy,
    "benefits": Taxonomy,
    "needs": Taxonomy,
    "settings": Taxonomy,
    "intensity": Levels,
    "times": Times,
    "formats": Taxonomy,
    "age-bands": Taxonomy,
    "audiences": Taxonomy,
    "modalities": Taxonomy,
    "resource-kinds": ResourceKinds,
    "cities": Cities,
    "evidence-grades": Grades,
    "stop-reasons": Taxonomy,
    "closings": Taxonomy,
    "involves": Involvements,
    "words-of-danger": DangerWords,
}
"""File name (without .yaml) of every vocabulary, and the model of its terms.

A new one is a line here, a file in content/taxonomy/ and a `TermOf("name")` where a field uses it.
"""
