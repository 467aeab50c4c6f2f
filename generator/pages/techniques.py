"""Plans the guides to techniques and their index, from contained to open."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.content.prompt import Prompt
from generator.content.review import Status
from generator.content.technique import Technique
from generator.pages.page import Fact, Link, Page
from generator.pages.parts.cards import prompt_card, technique_card
from generator.pages.parts.evidence import grade_view
from generator.pages.parts.facets import level_term
from generator.pages.parts.reviews import review_view
from generator.pages.parts.shown import shown_prompts, shown_techniques
from generator.pages.urls import TECHNIQUES, facet_url, prompt_set_url, study_url, technique_url
from generator.words import Words

TRY_IT = 6
"""Prompts shown in a guide; its sets have the rest."""


def plan_techniques(library: Library, words: Words) -> Iterator[Page]:
    """The index of guides, then each guide."""
    techniques = shown_techniques(library)
    yield Page(
        url=TECHNIQUES,
        template="techniques",
        title=words("techniques.title"),
        description=words("techniques.description"),
        context={"cards": tuple(technique_card(t, words) for t in techniques)},
    )
    by_technique: dict[str, list[Prompt]] = {technique.id: [] for technique in techniques}
    for prompt in shown_prompts(library):
        by_technique.setdefault(library.technique_of(prompt).id, []).append(prompt)
    for technique in techniques:
        yield _guide(library, technique, by_technique[technique.id], words)


def _guide(library: Library, technique: Technique, prompts: list[Prompt], words: Words) -> Page:
    sets = [s for s in library.prompt_sets.values() if s.technique == technique.id]
    return Page(
        url=technique_url(technique.id),
        template="technique",
        title=technique.title,
        description=technique.summary,
        toc=True,
        context={
            "technique": technique,
            "facts": _facts(library, technique, words),
            "reasons": tuple(
                library.term("stop-reasons", i).sentence
                or library.term("stop-reasons", i).definition
                for i in technique.choose_another_if
            ),
            "cards": tuple(prompt_card(library, p, words) for p in prompts[:TRY_IT]),
            "sets": tuple(Link(s.title, prompt_set_url(s.id)) for s in sets) if prompts else (),
            "grade": grade_view(library, technique.research.grade),
            "studies": tuple(
                Link(library.studies[i].citation, study_url(i)) for i in technique.research.studies
            ),
            "related": tuple(
                technique_card(library.techniques[i], words)
                for i in technique.related
                if library.techniques[i].status is Status.PUBLISHED
            ),
            "review": review_view(technique.review, words),
        },
    )


def _facts(library: Library, technique: Technique, words: Words) -> tuple[Fact, ...]:
    def labels(taxonomy: str, ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(library.term(taxonomy, i).label for i in ids)

    level = level_term(library, technique.intensity_max)
    phases = tuple(
        Link(library.term("phases", i).label, facet_url("phase", i)) for i in technique.phases
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
