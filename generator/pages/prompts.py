"""Pages of prompts and of prompt sets, and redirects from replaced prompts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.content.models.prompt import Prompt
from generator.content.models.taxonomy import is_deep
from generator.pages.page import Fact, Link, Page
from generator.pages.parts.cards import prompt_card, shortened, technique_card
from generator.pages.parts.contacts import CrisisView, crisis_view
from generator.pages.parts.crisis_situations import rows_for_reasons
from generator.pages.parts.evidence import study_links
from generator.pages.parts.reasons import by_severity
from generator.pages.parts.reviews import review_view
from generator.pages.parts.structured_data import prompt_facts
from generator.pages.parts.timer import timer_minutes
from generator.site.facets import FACETS
from generator.site.site import Site
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
GRAVEST = 3
"""Most stop reasons in the line before the task."""


def plan_prompts(site: Site) -> Iterator[Page]:
    """A page for each shown prompt, a redirect for each replaced one, and a page for each set."""
    shown = site.prompts
    offered = site.offered
    lightest = site.level(1).id
    has_light = any(prompt.intensity == 1 for prompt in shown)
    shared = _Shared(
        crisis_view(site),
        _Neighbours.of(site, offered),
        facet_url("intensity", lightest) if has_light else PROMPTS,
    )
    for prompt in shown:
        yield _prompt_page(site, prompt, shared)
    yield from _redirects(site, shown)
    by_set: dict[str, list[Prompt]] = {}
    for prompt in offered:
        by_set.setdefault(site.set_id_of(prompt), []).append(prompt)
    for set_id, prompts in by_set.items():
        yield _set_page(site, set_id, prompts)


def _redirects(site: Site, shown: Iterable[Prompt]) -> Iterator[Page]:
    """Redirect pages from the URLs of prompts that others replace and that are not shown."""
    there = {prompt.id for prompt in shown}
    known = site.library.prompts
    for prompt in shown:
        for old in prompt.replaces:
            if old not in there:
                title = known[old].title if old in known else old.replace("-", " ")
                yield Page(
                    url=prompt_url(old),
                    template="moved",
                    title=site.words("moved.title", title=title),
                    description=site.words("moved.description", old=title, new=prompt.title),
                    searchable=False,
                    leads_to=prompt_url(prompt.id),
                    context={"card": prompt_card(site, prompt)},
                )


@dataclass(frozen=True)
class _Shared:
    """Context that all prompt pages share, computed once."""

    crisis: CrisisView
    neighbours: _Neighbours
    lighter: str
    """URL of the list of light prompts, or of all where there is no light one."""


@dataclass(frozen=True)
class _Neighbours:
    """Index of prompts by set and by first mood: related ones without comparing all pairs.

    Keys are `set:<id>` and `mood:<id>`; `places` has a prompt's position in each.
    """

    rows: Mapping[str, tuple[Prompt, ...]]
    places: Mapping[tuple[str, str], int]

    @staticmethod
    def of(site: Site, prompts: Iterable[Prompt]) -> _Neighbours:
        rows: dict[str, list[Prompt]] = {}
        for prompt in prompts:
            for row in (f"set:{site.set_id_of(prompt)}", f"mood:{prompt.moods[0]}"):
                rows.setdefault(row, []).append(prompt)
        places = {(row, p.id): i for row, members in rows.items() for i, p in enumerate(members)}
        return _Neighbours({row: tuple(members) for row, members in rows.items()}, places)

    def after(self, row: str, prompt: Prompt) -> Iterator[Prompt]:
        """Up to 11 that follow a prompt in a row, cyclically, and are not deeper than it.

        From the start of the row for a prompt that is not in it.
        """
        members = self.rows.get(row, ())
        place = self.places.get((row, prompt.id), -1)
        for step in range(1, min(len(members) + (place < 0), 12)):
            other = members[(place + step) % len(members)]
            if other.intensity <= max(prompt.intensity, 1):
                yield other


def _related(site: Site, prompt: Prompt, neighbours: _Neighbours) -> tuple[Prompt, ...]:
    """Authored pairs first, then two of the same mood from other sets, then of the same set."""
    set_id = site.set_id_of(prompt)
    related: dict[str, Prompt] = {}
    for pair in prompt.pairs_with:
        other = site.prompt.get(pair)
        if other:
            related[pair] = other
    of_mood = [
        other
        for other in neighbours.after(f"mood:{prompt.moods[0]}", prompt)
        if site.set_id_of(other) != set_id
    ]
    for other in (*of_mood[:2], *neighbours.after(f"set:{set_id}", prompt)):
        related.setdefault(other.id, other)
    return tuple(related.values())[:RELATED]


def _prompt_page(site: Site, prompt: Prompt, shared: _Shared) -> Page:
    technique = site.technique_of(prompt)
    assert prompt.review is not None, "a prompt inherits its set's review"
    return Page(
        url=prompt_url(prompt.id),
        template="prompt",
        title=prompt.title,
        description=_description(prompt, site.words),
        searchable=not prompt.is_session_only,
        facts=prompt_facts(site, prompt),
        changed=prompt.review.newest,
        context={
            "prompt": prompt,
            "lines": tuple(line for line in prompt.text.splitlines() if line.strip()),
            "technique": Link(technique.title, technique_url(technique.id)),
            "technique_id": technique.id,
            "meta": prompt_card(site, prompt).meta,
            "facts": _facts(site, prompt),
            "reasons": tuple(
                site.term("stop-reasons", i).definition for i in prompt.choose_another_if
            ),
            "gravest": tuple(
                reason.label for reason in by_severity(site, prompt.choose_another_if)[:GRAVEST]
            ),
            "more": max(0, len(prompt.choose_another_if) - GRAVEST),
            "who": rows_for_reasons(site, prompt.choose_another_if),
            "instead": f"{technique_url(technique.id)}#choose-another",
            "closing": _closing(site, prompt),
            "worksheet": _worksheet(site, prompt),
            "studies": study_links(site, prompt.evidence),
            "near_studies": study_links(site, prompt.near_evidence),
            "time": site.words.duration(prompt.time),
            "minutes": timer_minutes(prompt.time),
            "deep": is_deep(prompt.intensity),
            "lighter": shared.lighter,
            "packing": packing_url([("p", prompt.id)]),
            "crisis": shared.crisis,
            "related": tuple(
                prompt_card(site, other) for other in _related(site, prompt, shared.neighbours)
            ),
            "review": review_view(prompt.review, site.words),
        },
    )


def _description(prompt: Prompt, words: Words) -> str:
    """Meta description: the task; a deep one says so first, as search results show no caution."""
    if is_deep(prompt.intensity):
        return shortened(words("prompt.deep_description", task=prompt.task))
    return shortened(prompt.task)


def _worksheet(site: Site, prompt: Prompt) -> Link | None:
    sheet = site.worksheet.get(prompt.worksheet or "")
    if sheet is None:
        return None
    return Link(sheet.title, worksheet_url(sheet.id))


def _facts(site: Site, prompt: Prompt) -> tuple[Fact, ...]:
    """Moods, benefits and settings as links; time and intensity are above the title."""
    facts = []
    linked = {facet.name: facet for facet in FACETS}
    for name, heading in (("mood", "moods"), ("benefit", "benefits"), ("setting", "settings")):
        facet = linked[name]
        links = tuple(
            Link(site.term(facet.taxonomy, i).label, facet_url(name, i))
            for i in facet.of(site, prompt)
        )
        facts.append(Fact(site.words(f"facts.{heading}"), links))
    return tuple(facts)


def _closing(site: Site, prompt: Prompt) -> str:
    if prompt.closing is None:
        return ""
    term = site.term("closings", prompt.closing)
    return term.sentence or term.definition


def _set_page(site: Site, set_id: str, prompts: list[Prompt]) -> Page:
    prompt_set = site.set_of(prompts[0])
    technique = site.technique_of(prompt_set)
    count = site.words.count("prompts.count", len(prompts))
    return Page(
        url=prompt_set_url(set_id),
        template="prompt-set",
        title=site.words("set.page_title", title=prompt_set.title),
        description=site.words(
            "set.description", summary=prompt_set.summary.rstrip("."), count=count
        ),
        searchable=False,
        context={
            "heading": prompt_set.title,
            "summary": prompt_set.summary,
            "technique": technique_card(technique, site.words),
            "about_technique": site.words("set.about_technique", technique=technique.title),
            "cards": tuple(prompt_card(site, prompt) for prompt in prompts),
        },
    )
