"""Plans the guides to techniques and their index, from contained to open."""

from __future__ import annotations

from collections.abc import Container, Iterator

from generator.content.library import Library
from generator.content.models.prompt import Prompt
from generator.content.models.review import Status
from generator.content.models.technique import Technique
from generator.pages.page import Card, Fact, Link, Page
from generator.pages.parts.cards import prompt_card, technique_card
from generator.pages.parts.evidence import grade_view
from generator.pages.parts.reviews import review_view
from generator.pages.parts.sheets import sheets_of, worksheet_card
from generator.pages.parts.timer import timer_minutes
from generator.pages.parts.who import who_for
from generator.site.facets import level_term
from generator.site.shown import offered_prompts, shown_techniques
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
"""Hand-written pages to read before or beside any technique."""

TRY_IT = 6
"""Prompts shown in a guide; its sets have the rest."""
SECTIONS = (
    "glance", "what_it_is", "when_it_can_help", "choose_another", "what_you_need", "steps",
    "example", "try_it", "worksheets", "two_minutes", "write", "too_much", "after", "adapting",
    "privacy", "related", "research", "therapists", "groups", "references",
)  # fmt: skip
"""Sections of a guide, in order: those for its reader, then four that are folded."""


def plan_techniques(library: Library, words: Words) -> Iterator[Page]:
    """The index of guides, then each guide."""
    techniques = shown_techniques(library)
    yield Page(
        url=TECHNIQUES,
        template="techniques",
        title=words("techniques.title"),
        description=words("techniques.description"),
        context={
            "cards": tuple(technique_card(t, words) for t in techniques),
            "first": tuple(Link(words(f"techniques.read_{p}"), SITE_PAGES[p]) for p in FIRST_READS),
        },
    )
    by_technique: dict[str, list[Prompt]] = {technique.id: [] for technique in techniques}
    browsable: set[str] = set()
    for prompt in offered_prompts(library):
        by_technique.setdefault(library.technique_of(prompt).id, []).append(prompt)
        browsable.update(prompt.phases)
    for technique in techniques:
        facts = _facts(library, technique, browsable, words)
        yield _guide(library, technique, by_technique[technique.id], facts, words)


def _guide(
    library: Library,
    technique: Technique,
    prompts: list[Prompt],
    facts: tuple[Fact, ...],
    words: Words,
) -> Page:
    shown = dict.fromkeys(library.set_of_prompt[prompt.id] for prompt in prompts)
    sets = [library.prompt_sets[set_id] for set_id in sorted(shown)]
    related = tuple(
        technique_card(other, words)
        for other in (library.techniques.get(i) for i in technique.related)
        if other and other.status is Status.PUBLISHED  # a draft with mistakes is not there
    )
    sheets = tuple(worksheet_card(library, s, words) for s in sheets_of(library, technique))
    return Page(
        url=technique_url(technique.id),
        template="technique",
        title=technique.title,
        description=technique.summary,
        toc=True,
        context={
            "technique": technique,
            "minutes": timer_minutes(technique.time),
            "sections": _sections(technique, bool(prompts), sheets, related, words),
            "facts": facts,
            "who": who_for(library, technique.choose_another_if, words),
            "reasons": tuple(
                library.term("stop-reasons", i).sentence
                or library.term("stop-reasons", i).definition
                for i in technique.choose_another_if
            ),
            "cards": tuple(prompt_card(library, p, words) for p in prompts[:TRY_IT]),
            "sheets": sheets,
            "sets": tuple(Link(s.title, prompt_set_url(s.id)) for s in sets),
            "grade": grade_view(library, technique.research.grade),
            "studies": tuple(
                Link(library.studies[i].citation, study_url(i)) for i in technique.research.studies
            ),
            "related": related,
            "review": review_view(technique.review, words),
        },
    )


def _sections(
    technique: Technique,
    has_prompts: bool,
    sheets: tuple[Card, ...],
    related: tuple[Card, ...],
    words: Words,
) -> tuple[Link, ...]:
    """The sections that this guide has; they are marked in the template by the same names."""
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


def _facts(
    library: Library, technique: Technique, browsable: Container[str], words: Words
) -> tuple[Fact, ...]:
    def labels(taxonomy: str, ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(library.term(taxonomy, i).label for i in ids)

    level = level_term(library, technique.intensity_max)
    phases = tuple(
        Link(label, facet_url("phase", phase)) if phase in browsable else label
        for phase, label in zip(technique.phases, labels("phases", technique.phases), strict=True)
    )
    return (
        Fact(words("facts.time"), (words.duration(technique.time),)),
        Fact(words("facts.rhythm"), (technique.rhythm,)),
        Fact(words("facts.structure"), (words(f"facts.structure_{technique.structure}"),)),
        Fact(words("facts.intensity"), (level.label,), level=technique.intensity_max),
        Fact(words("facts.phases"), phases),
        Fact(words("facts.formats"), labels("formats", technique.formats)),
        Fact(words("facts.evidence"), (grade_view(library, technique.research.grade).label,)),
    )
