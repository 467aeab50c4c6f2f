"""Guides give their reader a short first part; what is for others comes after it, folded."""

from __future__ import annotations

from pathlib import Path

from generator.content.library import Library
from generator.content.models.technique import Technique
from generator.pages.techniques import SECTIONS, plan_techniques
from generator.site.site import Site

ROOT = Path(__file__).parents[3]
FIRST_PART = 450
"""Words before somebody has read the steps, without facts and reasons; a page in the hand."""
LONGER = {"expressive-writing": 560}
"""The one guide with a list to go through before the first sitting, which is its safety."""
FOLDED = ("research", "therapists", "groups", "references")


def words_to_the_steps(technique: Technique) -> int:
    """How many words stand before the last step ends."""
    parts = (
        technique.summary,
        technique.what_it_is,
        technique.when_it_can_help,
        technique.choose_another_note or "",
        *technique.what_you_need,
        *technique.steps,
    )
    return sum(len(part.split()) for part in parts)


def test_first_part_is_short(library: Library) -> None:
    """Nobody reads more than a page before they know what to do."""
    long = {
        i: words_to_the_steps(technique)
        for i, technique in library.techniques.items()
        if words_to_the_steps(technique) > LONGER.get(i, FIRST_PART)
    }
    assert not long


def test_what_is_for_others_comes_last(library: Library) -> None:
    """Research, the therapist's part, groups and references follow all that is for the reader."""
    assert SECTIONS[-4:] == FOLDED
    guides = [page for page in plan_techniques(Site.of(library)) if page.toc]
    assert len(guides) == len(library.techniques)
    for page in guides:
        names = [link.url.split("#")[1] for link in page.context["sections"]]
        folded = [name for name in names if name in FOLDED]
        assert folded == names[-len(folded) :], page.url
