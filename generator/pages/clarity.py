"""Authors' readability report: reading grade and plain language signs of each guide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages.page import Link, Page
from generator.reports.clarity import SIGNS, Clarity, clarity
from generator.site.site import Site
from generator.site.urls import author_url, technique_url
from generator.site.words import Words


@dataclass(frozen=True)
class GuideView:
    """One guide: its reading grade, a flag per sign in the order of `SIGNS`, and their count."""

    name: Link
    grade: str
    signs: tuple[bool, ...]
    score: str


def plan_clarity(site: Site) -> Iterator[Page]:
    """One page with a row for each guide; without rows in a language that is not measured."""
    yield Page(
        url=author_url("clarity"),
        template="author-clarity",
        title=site.words("clarity.title"),
        description=site.words("clarity.description"),
        context={
            "signs": tuple(
                (site.words(f"clarity.sign.{n}"), site.words(f"clarity.about.{n}")) for n in SIGNS
            ),
            "guides": tuple(_view(found, site.words) for found in clarity(site.library)),
        },
        searchable=False,
    )


def _view(found: Clarity, words: Words) -> GuideView:
    return GuideView(
        name=Link(found.guide.title, technique_url(found.guide.id)),
        grade=f"{found.grade:.1f}",
        signs=tuple(name in found.shown for name in SIGNS),
        score=words("clarity.of", shown=len(found.shown), all=len(SIGNS)),
    )
