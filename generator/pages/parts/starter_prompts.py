"""Prompts to begin with, for somebody who has not chosen anything yet, whatever the hour is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from generator.content.models.prompt import Prompt
from generator.site.site import Site

LIGHT = 1
SHORT = timedelta(minutes=5)
ANY_HOUR = "tired"
"""The mood of those that suit a night as well: what may be done tired, may be done awake."""
BEDTIME = "sleep-wind-down"
"""The benefit of those that are for the end of the day and would be odd at noon."""


def gentle_prompts(site: Site, prompts: Sequence[Prompt], most: int) -> tuple[Prompt, ...]:
    """The first light ones that need five minutes once, each from another technique.

    Those that suit any hour come first: a page cannot know the hour at which it is read. Then
    those of the set that has its technique's name: other sets are for somebody in particular, such
    as people who are ill or care for others.
    """
    light = [p for p in prompts if p.intensity == LIGHT and p.time <= SHORT and p.sessions == 1]
    found: dict[str, Prompt] = {}
    for prompt in sorted(light, key=lambda p: (not _suits_any_hour(p), _is_for_some(site, p))):
        found.setdefault(site.technique_of(prompt).id, prompt)
    return tuple(found.values())[:most]


def _suits_any_hour(prompt: Prompt) -> bool:
    return ANY_HOUR in prompt.moods and BEDTIME not in prompt.benefits


def _is_for_some(site: Site, prompt: Prompt) -> bool:
    return site.set_id_of(prompt) != site.technique_of(prompt).id
