"""Prompt of the day: rendezvous (highest random weight) hashing of a date over a pool of prompts.

A pure function of date and pool, which the browser computes too (`theme/js/catalogue.js`), so the
site needs no daily build and everybody has the same prompt.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.content.layers.inherit import USUAL_AGES, USUAL_AUDIENCE
from generator.content.models.prompt import Prompt
from generator.content.models.taxonomy import is_deep
from generator.site.site import Site
from generator.text.stable_hash import hash32

POOL = 366
"""Upper bound of the pool's size, in prompts: about 5 kB compressed."""


def day_pool(site: Site) -> tuple[str, ...]:
    """Ids of the pool: may come by chance, not deep, for the usual audience and ages, usable alone.

    Sorted by hash, the `POOL` lowest (bottom-k sample), so a new prompt displaces one at most.
    """
    alone = site.taxonomies["settings"].terms[0].id
    suited = [
        prompt.id
        for prompt in site.prompts
        if prompt.by_chance
        and not is_deep(prompt.intensity)
        and prompt.audience == USUAL_AUDIENCE
        and alone in prompt.settings
        and set(USUAL_AGES) & set(prompt.age_bands)
    ]
    return tuple(sorted(suited, key=lambda i: (hash32(i), i))[:POOL])


def prompt_of_the_day(site: Site, day: date) -> Prompt | None:
    """The prompt of a date, from the pool of the site; None if the pool is empty."""
    pool = day_pool(site)
    return site.prompt[chosen_on(day, pool)] if pool else None


def chosen_on(day: date, pool: Iterable[str]) -> str:
    """The id with the highest hash of date and id (rendezvous hashing); ties go to the greater id.

    A new prompt takes its share of the dates, and all others keep theirs. Raises ValueError if the
    pool is empty.
    """
    return max(pool, key=lambda i: (hash32(f"{day.isoformat()} {i}"), i))
