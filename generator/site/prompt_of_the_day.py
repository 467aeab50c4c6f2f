"""The prompt of the day: the same for everybody on a date, known without a new build."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.content.layers.inherit import USUAL_AGES, USUAL_AUDIENCE
from generator.content.models.prompt import Prompt
from generator.content.models.taxonomy import is_deep
from generator.site.site import Site
from generator.text.stable_hash import mixed

POOL = 366
"""Prompts at most that the prompt of the day is chosen from: about 5 kB compressed."""


def day_pool(site: Site) -> tuple[str, ...]:
    """Ids from which the prompt of the day is chosen: light or medium, for a person alone.

    A stable choice: a new prompt takes the place of one at most.
    """
    alone = site.taxonomies["settings"].terms[0].id
    suited = [
        prompt.id
        for prompt in site.prompts
        if not is_deep(prompt.intensity)
        and prompt.audience == USUAL_AUDIENCE
        and alone in prompt.settings
        and set(USUAL_AGES) & set(prompt.age_bands)
    ]
    return tuple(sorted(suited, key=lambda i: (mixed(i), i))[:POOL])


def prompt_of_the_day(site: Site, day: date) -> Prompt | None:
    """The same for everybody on a date, from the pool of the site; None if that is empty."""
    pool = day_pool(site)
    return site.prompt[chosen_on(day, pool)] if pool else None


def chosen_on(day: date, pool: Iterable[str]) -> str:
    """The id whose number for this day is the highest.

    So a new prompt takes a few days for itself, and all other days stay as they were.
    """
    return max(pool, key=lambda i: (mixed(f"{day.isoformat()} {i}"), i))
