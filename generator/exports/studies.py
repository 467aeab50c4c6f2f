"""JSON export of studies and of taxonomy terms, which other lists refer to by id."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.content.models.study import Design, Direction, Effect
from generator.content.models.taxonomy import TAXONOMIES
from generator.exports.records import Address, Exported
from generator.site.site import Site
from generator.site.urls import study_url


class StudyRecord(Exported):
    """A piece of evidence, with why not to read more into it."""

    id: str
    """Id; never changes once published."""
    url: Address
    """Where it stands on the site."""
    short: str
    """How it is named in running text."""
    citation: str
    """Full reference without the DOI."""
    year: int
    """Year of publication."""
    doi: str | None = None
    """DOI, without https://doi.org/."""
    link: Address | None = None
    """Where it can be read, if there is no DOI."""
    design: Design
    """Kind of study."""
    people: int | None = None
    """Number of people in it."""
    studies: int | None = None
    """For reviews: number of studies in it."""
    population: str
    """Who took part."""
    finding: str
    """What was found."""
    limits: str
    """Why not to read more into it. Show it wherever the finding is shown."""
    effects: tuple[Effect, ...] = ()
    """Effect sizes."""
    direction: Direction
    """Which way the result points."""
    techniques: tuple[str, ...] = ()
    """Ids of techniques that it tells something about."""
    checked_on: date
    """Day on which the facts were last compared with the source."""


class TermRecord(Exported):
    """A word of a vocabulary."""

    vocabulary: str
    """Name of the vocabulary."""
    id: str
    """Id by which the other lists name it."""
    label: str
    """How readers see it."""
    definition: str
    """What it means."""
    sentence: str | None = None
    """The same as a sentence to a reader."""
    level: int | None = None
    """For levels of intensity: 1 to 4."""
    rank: int | None = None
    """For grades of evidence: 0 (tradition only) to 4 (strong)."""
    valence: str | None = None
    """For moods: pleasant or unpleasant."""
    energy: str | None = None
    """For moods: low, middle or high."""


def study_records(site: Site) -> Iterator[StudyRecord]:
    """Shown studies by id; references to techniques that are not shown are left out."""
    full = site.absolute
    shown = {technique.id for technique in site.techniques}
    for study in site.studies:
        own = {
            "url": full(study_url(study.id)),
            "techniques": tuple(i for i in study.techniques if i in shown),
        }
        same = StudyRecord.model_fields.keys() - own.keys()
        yield StudyRecord(**own, **{name: getattr(study, name) for name in same})


def term_records(site: Site) -> Iterator[TermRecord]:
    """Every term of every taxonomy, in the order of its file."""
    names = TermRecord.model_fields.keys() - {"vocabulary"}
    for vocabulary in TAXONOMIES:
        for term in site.taxonomies[vocabulary].terms:
            values = {name: getattr(term, name, None) for name in names}
            yield TermRecord(vocabulary=vocabulary, **values)
