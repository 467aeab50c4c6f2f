"""Plans the page of every prompt and of every set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.content.library import Library
from generator.content.models.prompt import Prompt
from generator.content.models.review import Status
from generator.content.models.taxonomy import is_deep
from generator.pages.page import Fact, Link, Page
from generator.pages.parts.cards import prompt_card, shortened, technique_card
from generator.pages.parts.contacts import CrisisView, crisis_view
from generator.pages.parts.evidence import study_links
from generator.pages.parts.reviews import review_view
from generator.pages.parts.timer import timer_minutes
from generator.pages.parts.times import time_needed
from generator.pages.parts.who import who_for
from generator.site.facets import FACETS, level_term, time_bucket
from generator.site.shown import offered_prompts, shown_prompts
from generator.site.urls import (
    PROMPTS,
    facet_url,
    packing_url,
    prompt_set_url,
    prompt_url,
    technique_url,
    worksheet_url,
)  # fmt: skip
from generator.site.words import Words

RELATED = 3


def plan_prompts(library: Library, words: Words) -> Iterator[Page]:
    """A page for each prompt that readers see, and one for each set that has any."""
    shown = shown_prompts(library)
    offered = offered_prompts(library)
    lightest = level_term(library, 1).id
    has_light = any(prompt.intensity == 1 for prompt in shown)
    shared = _Shared(
        crisis_view(library, words),
        _Neighbours.of(library, offered),
        facet_url("intensity", lightest) if has_light else PROMPTS,
    )
    for prompt in shown:
        yield _prompt_page(library, prompt, words, shared)
    yield from _moved_pages(library, shown, words)
    by_set: dict[str, list[Prompt]] = {}
    for prompt in offered:
        by_set.setdefault(library.set_of_prompt[prompt.id], []).append(prompt)
    for set_id, prompts in by_set.items():
        yield _set_page(library, set_id, prompts, words)


def _moved_pages(library: Library, shown: Iterable[Prompt], words: Words) -> Iterator[Page]:
    """At each address of a prompt that another stands in for, a page that leads on to that one."""
    there = {prompt.id for prompt in shown}
    for prompt in shown:
        for old in prompt.replaces:
            if old not in there:
                yield Page(
                    url=prompt_url(old),
                    template="moved",
                    title=words("moved.title"),
                    description=words("moved.description", title=prompt.title),
                    searchable=False,
                    leads_to=prompt_url(prompt.id),
                    context={"card": prompt_card(library, prompt, words)},
                )


@dataclass(frozen=True)
class _Shared:
    """What all prompt pages have in common, made once."""

    crisis: CrisisView
    neighbours: _Neighbours
    lighter: str
    """The page of the lightest prompts, or of all where there is no light one."""


@dataclass(frozen=True)
class _Neighbours:
    """Prompts in the order of each mood and set, to find near ones without comparing all."""

    rows: Mapping[str, tuple[Prompt, ...]]
    places: Mapping[tuple[str, str], int]

    @staticmethod
    def of(library: Library, prompts: Iterable[Prompt]) -> _Neighbours:
        rows: dict[str, list[Prompt]] = {}
        for prompt in prompts:
            for row in (f"set:{library.set_of_prompt[prompt.id]}", f"mood:{prompt.moods[0]}"):
                rows.setdefault(row, []).append(prompt)
        places = {(row, p.id): i for row, members in rows.items() for i, p in enumerate(members)}
        return _Neighbours({row: tuple(members) for row, members in rows.items()}, places)

    def after(self, row: str, prompt: Prompt) -> Iterator[Prompt]:
        """The few that follow it in a row, round to the start again; never deeper than it is."""
        members = self.rows.get(row, ())
        place = self.places.get((row, prompt.id), -1)
        for step in range(1, min(len(members) + (place < 0), 12)):
            other = members[(place + step) % len(members)]
            if other.intensity <= max(prompt.intensity, 1):
                yield other


def _related(library: Library, prompt: Prompt, neighbours: _Neighbours) -> tuple[Prompt, ...]:
    set_id = library.set_of_prompt[prompt.id]
    found: dict[str, Prompt] = {}
    for pair in prompt.pairs_with:
        other = library.prompts.get(pair)  # a draft with mistakes is not there
        if other and other.status is Status.PUBLISHED:
            found[pair] = other
    of_mood = [
        other
        for other in neighbours.after(f"mood:{prompt.moods[0]}", prompt)
        if library.set_of_prompt[other.id] != set_id
    ]
    for other in (*of_mood[:2], *neighbours.after(f"set:{set_id}", prompt)):
        found.setdefault(other.id, other)
    return tuple(found.values())[:RELATED]


def _prompt_page(library: Library, prompt: Prompt, words: Words, shared: _Shared) -> Page:
    technique = library.technique_of(prompt)
    assert prompt.review is not None, "a prompt inherits its set's review"
    return Page(
        url=prompt_url(prompt.id),
        template="prompt",
        title=prompt.title,
        description=_description(prompt, words),
        searchable=not prompt.for_the_room,
        context={
            "prompt": prompt,
            "lines": tuple(line for line in prompt.text.splitlines() if line.strip()),
            "technique": Link(technique.title, technique_url(technique.id)),
            "facts": _facts(library, prompt, words),
            "reasons": tuple(
                library.term("stop-reasons", i).definition for i in prompt.choose_another_if
            ),
            "who": who_for(library, prompt.choose_another_if, words),
            "instead": f"{technique_url(technique.id)}#choose-another",
            "closing": _closing(library, prompt),
            "worksheet": _worksheet(library, prompt),
            "studies": study_links(library, prompt.evidence),
            "near_studies": study_links(library, prompt.near_evidence),
            "time": words.duration(prompt.time),
            "minutes": timer_minutes(prompt.time),
            "deep": is_deep(prompt.intensity),
            "lighter": shared.lighter,
            "packing": packing_url([("p", prompt.id)]),
            "crisis": shared.crisis,
            "related": tuple(
                prompt_card(library, other, words)
                for other in _related(library, prompt, shared.neighbours)
            ),
            "review": review_view(prompt.review, words),
        },
    )


def _description(prompt: Prompt, words: Words) -> str:
    """Its task; of a deep one its depth first, since a list of results shows no caution."""
    if is_deep(prompt.intensity):
        return shortened(words("prompt.deep_description", task=prompt.task))
    return shortened(prompt.task)


def _worksheet(library: Library, prompt: Prompt) -> Link | None:
    sheet = library.worksheets.get(prompt.worksheet or "")
    if sheet is None or sheet.status is not Status.PUBLISHED:
        return None
    return Link(sheet.title, worksheet_url(sheet.id))


def _facts(library: Library, prompt: Prompt, words: Words) -> tuple[Fact, ...]:
    time = time_needed(prompt, words)
    level = level_term(library, prompt.intensity)
    bucket = facet_url("time", time_bucket(library, prompt.time))
    facts = [
        Fact(words("facts.time"), (Link(time, bucket),)),
        Fact(
            words("facts.intensity"), (Link(level.label, facet_url("intensity", level.id)),),
            level=prompt.intensity,
        ),
    ]  # fmt: skip
    linked = {facet.name: facet for facet in FACETS}
    for name, heading in (("mood", "moods"), ("benefit", "benefits"), ("setting", "settings")):
        facet = linked[name]
        links = tuple(
            Link(library.term(facet.taxonomy, i).label, facet_url(name, i))
            for i in facet.of(library, prompt)
        )
        facts.append(Fact(words(f"facts.{heading}"), links))
    return tuple(facts)


def _closing(library: Library, prompt: Prompt) -> str:
    if prompt.closing is None:
        return ""
    term = library.term("closings", prompt.closing)
    return term.sentence or term.definition


def _set_page(library: Library, set_id: str, prompts: list[Prompt], words: Words) -> Page:
    prompt_set = library.prompt_sets[set_id]
    technique = library.techniques[prompt_set.technique]
    count = words.count("prompts.count", len(prompts))
    return Page(
        url=prompt_set_url(set_id),
        template="prompt-set",
        title=words("set.page_title", title=prompt_set.title),
        description=words("set.description", summary=prompt_set.summary.rstrip("."), count=count),
        searchable=False,
        context={
            "heading": prompt_set.title,
            "summary": prompt_set.summary,
            "technique": technique_card(technique, words),
            "about_technique": words("set.about_technique", technique=technique.title),
            "cards": tuple(prompt_card(library, prompt, words) for prompt in prompts),
        },
    )
