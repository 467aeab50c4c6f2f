"""The ways to browse prompts: each facet has a vocabulary, and says which terms a prompt has."""

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
    """One way to browse."""

    name: str
    taxonomy: str
    of: Callable[[Site, Prompt], Iterable[str]]
    """The ids of the terms that a prompt has."""


def time_bucket(site: Site, length: timedelta) -> str:
    """The id of the shortest bucket that the time fits into, or of the longest there is."""
    buckets = _buckets(site)
    return next((b.id for b in buckets if length <= timedelta(minutes=b.minutes)), buckets[-1].id)


@lru_cache(maxsize=1)
def _buckets(site: Site) -> tuple[TimeTerm, ...]:
    """The lengths of time that somebody can choose, the shortest first."""
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
    """The prompts of each term of a facet, for the terms that have any, in the terms' order."""
    found: dict[str, list[Prompt]] = {t.id: [] for t in site.taxonomies[facet.taxonomy].terms}
    for prompt in prompts:
        for term_id in facet.of(site, prompt):
            found[term_id].append(prompt)
    return {term_id: tuple(has) for term_id, has in found.items() if has}
