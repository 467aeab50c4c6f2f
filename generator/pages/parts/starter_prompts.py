"""Selection of starter prompts: light, short, and suited to any time of day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from generator.content.models.prompt import Prompt
from generator.site.site import Site

LIGHT = 1
SHORT = timedelta(minutes=5)
ANY_HOUR = "tired"
"""Id of the mood of prompts that suit the night too: what can be done tired, can be done awake."""
BEDTIME = "sleep-wind-down"
"""Id of the benefit of prompts for the end of the day, which would be odd at noon."""


def gentle_prompts(site: Site, prompts: Sequence[Prompt], most: int) -> tuple[Prompt, ...]:
    """At most `most` light prompts of five minutes or less, one per technique.

    Those that suit any hour come first, as a static page does not know the time; then those of the
    set with its technique's id: other sets are for particular readers, such as people who are ill
    or care for others; then in the order given.
    """
    light = [
        p
        for p in prompts
        if p.by_chance and p.intensity == LIGHT and p.time <= SHORT and p.sessions == 1
    ]
    by_technique: dict[str, Prompt] = {}
    for prompt in sorted(light, key=lambda p: (not _suits_any_hour(p), _is_for_some(site, p))):
        by_technique.setdefault(site.technique_of(prompt).id, prompt)
    return tuple(by_technique.values())[:most]


def _suits_any_hour(prompt: Prompt) -> bool:
    return ANY_HOUR in prompt.moods and BEDTIME not in prompt.benefits


def _is_for_some(site: Site, prompt: Prompt) -> bool:
    return site.set_id_of(prompt) != site.technique_of(prompt).id
