"""Facets of prompts: each maps a prompt to terms of one controlled vocabulary (taxonomy)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from generator.content.models.prompt import Prompt
from generator.content.models.taxonomy import TimeTerm
from generator.site.site import Site


@dataclass(frozen=True)
class Facet:
    """One attribute to browse and filter prompts by; `name` is its part of URLs and word keys."""

    name: str
    taxonomy: str
    """Id of the vocabulary in `Site.taxonomies`; empty if its terms are entries."""
    of: Callable[[Site, Prompt], Iterable[str]]
    """Ids of the terms that a prompt has."""


def time_bucket(site: Site, length: timedelta) -> str:
    """Id of the term of `times` for a duration: the shortest that holds it, else the longest."""
    buckets = _buckets(site)
    return next((b.id for b in buckets if length <= timedelta(minutes=b.minutes)), buckets[-1].id)


@lru_cache(maxsize=1)
def _buckets(site: Site) -> tuple[TimeTerm, ...]:
    """Terms of `times`, ascending by minutes."""
    terms = (t for t in site.taxonomies["times"].terms if isinstance(t, TimeTerm))
    return tuple(sorted(terms, key=lambda term: term.minutes))


FACETS: tuple[Facet, ...] = (
    Facet("mood", "moods", lambda site, prompt: prompt.moods),
    Facet("time", "times", lambda site, prompt: (time_bucket(site, prompt.time),)),
    Facet("intensity", "intensity",
          lambda site, prompt: (site.level(prompt.intensity).id,)),
    Facet("phase", "phases", lambda site, prompt: prompt.phases),
    Facet("setting", "settings", lambda site, prompt: prompt.settings),
    Facet("benefit", "benefits", lambda site, prompt: prompt.benefits),
    Facet("format", "formats", lambda site, prompt: prompt.formats),
    Facet("age", "age-bands", lambda site, prompt: prompt.age_bands),
)  # fmt: skip


def by_term(
    site: Site, facet: Facet, prompts: Iterable[Prompt]
) -> Mapping[str, tuple[Prompt, ...]]:
    """Inverted index: term id to its prompts in the order given, keys in taxonomy order.

    Terms without prompts are left out. Not for facets without a taxonomy.
    """
    postings: dict[str, list[Prompt]] = {t.id: [] for t in site.taxonomies[facet.taxonomy].terms}
    for prompt in prompts:
        for term_id in facet.of(site, prompt):
            postings[term_id].append(prompt)
    return {term_id: tuple(members) for term_id, members in postings.items() if members}
