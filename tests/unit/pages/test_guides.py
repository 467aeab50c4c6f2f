"""Guides give their reader a short first part; what is for others comes after it, folded."""

from __future__ import annotations

from pathlib import Path

from generator.content.library import Library
from generator.content.models.technique import Technique
from generator.pages.techniques import SECTIONS, plan_techniques
from generator.site.site import Site

ROOT = Path(__file__).parents[3]
FIRST_PART = 400
"""Words before the prompts and the field to write in, without the facts; a page in the hand."""
LONGER = {"expressive-writing": 525}
"""The one guide with much to look through before the first sitting, which is its safety."""
FOLDED = ("research", "therapists", "groups", "references")


def words_first(site: Site, technique: Technique) -> int:
    """How many words stand open before the prompts."""
    parts = (
        technique.summary,
        technique.what_it_is,
        *(site.term("stop-reasons", i).definition for i in technique.choose_another_if),
        *technique.what_you_need,
        *technique.steps,
        technique.two_minute_version,
    )
    return sum(len(part.split()) for part in parts)


def test_first_part_is_short(library: Library) -> None:
    """Nobody reads more than a page before they know what to do, and what to do with less time."""
    site = Site.of(library)
    counts = {i: words_first(site, technique) for i, technique in library.techniques.items()}
    assert not {i: n for i, n in counts.items() if n > LONGER.get(i, FIRST_PART)}


def test_what_is_for_others_comes_last(library: Library) -> None:
    """Research, the therapist's part, groups and references follow all that is for the reader."""
    assert SECTIONS[-4:] == FOLDED
    guides = [page for page in plan_techniques(Site.of(library)) if page.toc]
    assert len(guides) == len(library.techniques)
    for page in guides:
        names = [link.url.split("#")[1] for link in page.context["sections"]]
        folded = [name for name in names if name in FOLDED]
        assert folded == names[-len(folded) :], page.url
