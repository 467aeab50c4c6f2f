"""The ways to browse prompts: each facet has a vocabulary, and says which terms a prompt has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from generator.content.library import Library
from generator.content.models.prompt import Prompt
from generator.content.models.taxonomy import LevelTerm, TimeTerm


@dataclass(frozen=True)
class Facet:
    """One way to browse."""

    name: str
    taxonomy: str
    of: Callable[[Library, Prompt], Iterable[str]]
    """The ids of the terms that a prompt has."""


def time_bucket(library: Library, length: timedelta) -> str:
    """The id of the shortest bucket that the time fits into, or of the longest there is."""
    buckets = [t for t in library.taxonomies["times"].terms if isinstance(t, TimeTerm)]
    for bucket in sorted(buckets, key=lambda b: b.minutes):
        if length <= timedelta(minutes=bucket.minutes):
            return bucket.id
    return max(buckets, key=lambda b: b.minutes).id


def level_term(library: Library, level: int) -> LevelTerm:
    """The term for a level of intensity."""
    terms = library.taxonomies["intensity"].terms
    return next(t for t in terms if isinstance(t, LevelTerm) and t.level == level)


FACETS: tuple[Facet, ...] = (
    Facet("mood", "moods", lambda library, prompt: prompt.moods),
    Facet("time", "times", lambda library, prompt: (time_bucket(library, prompt.time),)),
    Facet("intensity", "intensity",
          lambda library, prompt: (level_term(library, prompt.intensity).id,)),
    Facet("phase", "phases", lambda library, prompt: prompt.phases),
    Facet("setting", "settings", lambda library, prompt: prompt.settings),
    Facet("benefit", "benefits", lambda library, prompt: prompt.benefits),
    Facet("format", "formats", lambda library, prompt: prompt.formats),
    Facet("age", "age-bands", lambda library, prompt: prompt.age_bands),
)  # fmt: skip


def by_term(
    library: Library, facet: Facet, prompts: Iterable[Prompt]
) -> Mapping[str, tuple[Prompt, ...]]:
    """The prompts of each term of a facet, for the terms that have any, in the terms' order."""
    found: dict[str, list[Prompt]] = {t.id: [] for t in library.taxonomies[facet.taxonomy].terms}
    for prompt in prompts:
        for term_id in facet.of(library, prompt):
            found[term_id].append(prompt)
    return {term_id: tuple(has) for term_id, has in found.items() if has}
