"""The plain prompts that people look for come before the others of their depth."""

from __future__ import annotations

from generator.content.library import Library
from generator.content.models.prompt import Prompt
from generator.site.site import Site

LOOKED_FOR = (
    "ten-minutes-about-anything", "right-now-i-feel", "what-stayed-unsaid",
    "end-of-day-in-five-lines", "my-top-stressors", "what-gave-you-joy-this-week",
    "things-to-look-up", "a-letter-that-stays-unsent", "three-things-i-am-proud-of",
    "strengths-with-proof", "to-a-friend-in-your-place", "i-am-having-the-thought-that",
    "what-you-need-and-who-could-help", "a-problem-in-six-lines", "a-craving-to-its-end",
    "last-time-i-felt-misunderstood", "for-my-next-session", "ending-therapy",
)  # fmt: skip


def test_plain_ones_come_first_in_every_list(library: Library) -> None:
    """Whoever has to scroll to *Right now, I feel* does not find it on a bad evening."""
    site = Site.of(library)
    for prompts in (site.prompts, site.offered, site.found, site.packed):
        for depth in (1, 2):
            of_depth = [
                p.classic for p in prompts if p.intensity == depth and not p.is_session_only
            ]
            assert of_depth == sorted(of_depth, reverse=True)


def test_each_that_is_looked_for_is_one_of_them(library: Library) -> None:
    """They are plain: none is deep, and none is longer than a light text may be."""
    site = Site.of(library)
    classics: list[Prompt] = [p for p in site.prompts if p.classic]
    assert set(LOOKED_FOR) <= {p.id for p in classics}
    assert len(classics) >= 30
    assert all(p.intensity < 3 and len(p.text.split()) <= 60 for p in classics)
