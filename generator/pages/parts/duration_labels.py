"""Label of the time that a prompt needs, the same on all pages."""

from __future__ import annotations

from generator.content.models.prompt import Prompt
from generator.site.words import Words


def time_needed(prompt: Prompt, words: Words) -> str:
    """The time for one sitting: "5 minutes"; where it is meant for several, "5 sittings, 5 minutes
    each"."""
    time = words.duration(prompt.time)
    if prompt.sessions == 1:
        return time
    sittings = words.count("facts.sittings", prompt.sessions)
    return f"{sittings}, {words('facts.minutes_a_day', minutes=time)}"
