"""JSON export of technique guides, with the same sections as on their pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator.exports.records import (
    Address,
    Depth,
    Exported,
    Html,
    Reason,
    Reviewed,
    depth,
    html_writer,
    optional,
    reasons,
    reviewed,
)
from generator.pages.parts.sheets import sheets_of
from generator.site.site import Site
from generator.site.urls import technique_url


class ExampleRecord(Exported):
    """A made-up example; wherever it is shown, say that it is made up."""

    who: str
    """One line on the made-up writer and the moment."""
    text: Html
    """What the made-up writer wrote."""


class ResearchRecord(Exported):
    """What studies say, never without what they do not say."""

    grade: str
    """Id in the vocabulary of evidence-grades."""
    summary: Html
    """What was found."""
    limits: Html
    """What the studies do not show. Show it wherever the summary is shown."""
    studies: tuple[str, ...]
    """Ids of the studies."""


class TherapistRecord(Exported):
    """Notes for a therapist."""

    rationale: Html
    """Why to suggest it."""
    homework: Html
    """How to set it between sessions."""
    what_may_come_up: Html
    """What to expect, and what to do then."""
    review: Html
    """How to come back to it in the next session."""
    cautions: Html
    """When to choose another technique, or to wait."""
    phase: Html
    """Where it fits in treatment."""


class AdaptationRecord(Exported):
    """A way to change it for somebody."""

    need: str
    """For whom."""
    text: Html
    """What to do differently."""


class TechniqueRecord(Exported):
    """A guide to one way of writing."""

    id: str
    """Id; never changes once published."""
    url: Address
    """The guide's own page."""
    title: str
    """Name of the technique."""
    summary: str
    """One sentence on it."""
    deepest: Depth
    """How deep its prompts go at most. Show it wherever the guide is shown."""
    choose_another_if: tuple[Reason, ...]
    """Who should choose something else."""
    choose_another_note: Html | None = None
    """What to choose instead."""
    structure: int
    """1 (contained) to 4 (open)."""
    time: timedelta
    """Usual time for one sitting."""
    rhythm: str
    """How often it is usually done."""
    phases: tuple[str, ...]
    """Ids of phases of recovery in which it fits best."""
    formats: tuple[str, ...]
    """Ids of ways of writing that it suits."""
    what_it_is: Html
    """What it is."""
    when_it_can_help: Html
    """When people find it useful; an aim, never a promise."""
    what_you_need: tuple[str, ...]
    """What to have at hand."""
    steps: tuple[str, ...]
    """What to do."""
    two_minute_version: Html
    """The smallest version that still counts."""
    if_too_much: Html
    """What to do when it feels like too much. Show it wherever the steps are shown."""
    after_writing: Html
    """How to end."""
    example: ExampleRecord
    """A made-up example."""
    research: ResearchRecord
    """What the research says."""
    for_therapists: TherapistRecord
    """Notes for therapists."""
    for_groups: Html | None = None
    """How to use it in a group."""
    adapting: tuple[AdaptationRecord, ...]
    """Changes for those who need them."""
    privacy: Html
    """How to keep what was written private."""
    related: tuple[str, ...] = ()
    """Ids of techniques to try next or instead."""
    worksheets: tuple[str, ...] = ()
    """Ids of worksheets that go with it."""
    review: Reviewed
    """Who wrote and reviewed it."""


def technique_records(site: Site) -> Iterator[TechniqueRecord]:
    """Shown techniques by id; references to techniques that are not shown are left out."""
    full, html = site.absolute, html_writer(site)
    techniques = site.techniques
    shown = {technique.id for technique in techniques}
    for technique in sorted(techniques, key=lambda t: t.id):
        notes, research = technique.for_therapists, technique.research
        yield TechniqueRecord(
            id=technique.id,
            url=full(technique_url(technique.id)),
            title=technique.title,
            summary=technique.summary,
            deepest=depth(site, technique.intensity_max),
            choose_another_if=reasons(site, technique.choose_another_if),
            choose_another_note=optional(html, technique.choose_another_note),
            structure=technique.structure,
            time=technique.time,
            rhythm=technique.rhythm,
            phases=technique.phases,
            formats=technique.formats,
            what_it_is=html(technique.what_it_is),
            when_it_can_help=html(technique.when_it_can_help),
            what_you_need=technique.what_you_need,
            steps=technique.steps,
            two_minute_version=html(technique.two_minute_version),
            if_too_much=html(technique.if_too_much),
            after_writing=html(technique.after_writing),
            example=ExampleRecord(who=technique.example.who, text=html(technique.example.text)),
            research=ResearchRecord(
                grade=research.grade,
                summary=html(research.summary),
                limits=html(research.limits),
                studies=research.studies,
            ),
            for_therapists=TherapistRecord(
                **{name: html(getattr(notes, name)) for name in TherapistRecord.model_fields}
            ),
            for_groups=optional(html, technique.for_groups),
            adapting=tuple(
                AdaptationRecord(need=a.need, text=html(a.text)) for a in technique.adapting
            ),
            privacy=html(technique.privacy),
            related=tuple(i for i in technique.related if i in shown),
            worksheets=tuple(sheet.id for sheet in sheets_of(site, technique)),
            review=reviewed(technique.review),
        )
