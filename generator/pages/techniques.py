"""Pages of technique guides, and their index by structure (contained to open)."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from generator.content.models.prompt import Prompt
from generator.content.models.technique import Technique
from generator.pages.page import Card, Fact, Link, Page
from generator.pages.parts.alternates import card
from generator.pages.parts.cards import prompt_card, technique_card
from generator.pages.parts.crisis_situations import rows_for_reasons
from generator.pages.parts.evidence import grade_view
from generator.pages.parts.reasons import by_severity
from generator.pages.parts.reviews import review_view
from generator.pages.parts.sheets import sheets_of, worksheet_card
from generator.pages.parts.structured_data import guide_facts, list_facts
from generator.pages.parts.timer import timer_minutes
from generator.site.site import Site
from generator.site.urls import (
    SITE_PAGES,
    TECHNIQUES,
    facet_url,
    prompt_set_url,
    study_url,
    technique_url,
)
from generator.site.words import Words

FIRST_READS = ("starting", "rhythm", "paper-or-phone", "sharing", "when-it-gets-worse")
"""Ids of handwritten pages that introduce all techniques."""

TRY_IT = 6
"""Most prompts shown in a guide; the pages of its sets have all."""
SECTIONS = (
    "glance", "what_it_is", "choose_another", "what_you_need", "steps", "two_minutes", "try_it",
    "worksheets", "write", "too_much", "more", "related", "research", "therapists", "groups",
    "references",
)  # fmt: skip
"""Keys of the sections of a guide, in order."""


def plan_techniques(site: Site) -> Iterator[Page]:
    """The index of guides, then each guide."""
    techniques = site.techniques
    written = {page.id for page in site.pages}
    yield Page(
        url=TECHNIQUES,
        template="techniques",
        title=site.words("techniques.title"),
        description=site.words("techniques.description"),
        facts=list_facts(site, ((t.title, technique_url(t.id)) for t in techniques)),
        context={
            "steps": _steps(site, techniques),
            "first": tuple(
                Link(site.words(f"techniques.read_{p}"), SITE_PAGES[p])
                for p in FIRST_READS
                if p in written
            ),
        },
    )
    by_technique: dict[str, list[Prompt]] = {technique.id: [] for technique in techniques}
    browsable: set[str] = set()
    for prompt in site.offered:
        by_technique.setdefault(site.technique_of(prompt).id, []).append(prompt)
        browsable.update(prompt.phases)
    for technique in techniques:
        facts = _facts(site, technique, browsable)
        yield _guide(site, technique, by_technique[technique.id], facts)


def _steps(
    site: Site, techniques: Sequence[Technique]
) -> tuple[tuple[str, tuple[tuple[str, Card], ...]], ...]:
    """(name of the structure, ((id, card), ...)) from the most contained on.

    `techniques` are sorted by structure.
    """
    return tuple(
        (
            site.words(f"facts.structure_{structure}"),
            tuple((way.id, _row(site, way)) for way in ways),
        )
        for structure, ways in groupby(techniques, key=lambda way: way.structure)
    )


def _row(site: Site, way: Technique) -> Card:
    """Card without the structure, which is the heading that it is under."""
    return replace(technique_card(way, site.words), meta=(site.words.duration(way.time),))


def _guide(
    site: Site, technique: Technique, prompts: list[Prompt], facts: tuple[Fact, ...]
) -> Page:
    shown = {site.set_id_of(prompt): site.set_of(prompt) for prompt in prompts}
    sets = [shown[set_id] for set_id in sorted(shown)]
    related = tuple(
        technique_card(other, site.words)
        for other in (site.technique.get(i) for i in technique.related)
        if other
    )
    sheets = tuple(worksheet_card(site, s) for s in sheets_of(site, technique))
    reasons = by_severity(site, technique.choose_another_if)
    return Page(
        url=technique_url(technique.id),
        template="technique",
        title=technique.title,
        description=technique.summary,
        toc=True,
        facts=guide_facts(site, technique),
        alternates=(card(site, f"technique-{technique.id}", technique.title),),
        changed=technique.review.newest,
        context={
            "technique": technique,
            "minutes": timer_minutes(technique.time),
            "sections": _sections(technique, bool(prompts), sheets, related, site.words),
            "facts": facts,
            "who": rows_for_reasons(site, technique.choose_another_if),
            "reasons": tuple(reason.definition for reason in reasons),
            "instead": tuple(reason.sentence for reason in reasons if reason.sentence),
            "cards": tuple(prompt_card(site, p) for p in prompts[:TRY_IT]),
            "sheets": sheets,
            "sets": tuple(Link(s.title, prompt_set_url(s.id)) for s in sets),
            "grade": grade_view(site, technique.research.grade),
            "studies": tuple(
                Link(site.study[i].citation, study_url(i)) for i in technique.research.studies
            ),
            "related": related,
            "review": review_view(technique.review, site.words),
        },
    )


def _sections(
    technique: Technique,
    has_prompts: bool,
    sheets: tuple[Card, ...],
    related: tuple[Card, ...],
    words: Words,
) -> tuple[Link, ...]:
    """Links to the sections that this guide has; anchors are the keys with hyphens."""
    has = {
        "choose_another": bool(technique.choose_another_if),
        "try_it": has_prompts,
        "worksheets": bool(sheets),
        "groups": technique.for_groups is not None,
        "related": bool(related),
        "references": bool(technique.research.studies),
    }
    url = technique_url(technique.id)
    return tuple(
        Link(words(f"technique.{name}"), f"{url}#{name.replace('_', '-')}")
        for name in SECTIONS
        if has.get(name, True)
    )


def _facts(site: Site, technique: Technique, browsable: Container[str]) -> tuple[Fact, ...]:
    def labels(taxonomy: str, ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(site.term(taxonomy, i).label for i in ids)

    level = site.level(technique.intensity_max)
    phases = tuple(
        Link(label, facet_url("phase", phase)) if phase in browsable else label
        for phase, label in zip(technique.phases, labels("phases", technique.phases), strict=True)
    )
    structure = site.words(f"facts.structure_{technique.structure}")
    return (
        Fact(site.words("facts.time"), (site.words.duration(technique.time),)),
        Fact(site.words("facts.rhythm"), (technique.rhythm,)),
        Fact(site.words("facts.intensity"), (level.label,), level=technique.intensity_max),
        Fact(site.words("facts.structure"), (structure,)),
        Fact(site.words("facts.formats"), labels("formats", technique.formats)),
        Fact(site.words("facts.evidence"), (grade_view(site, technique.research.grade).label,)),
        Fact(site.words("facts.phases"), phases),  # its links take a row
    )
