"""What stands behind a piece, never without its limits in reach."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.pages.page import Link
from generator.site.site import Site
from generator.site.urls import study_url


@dataclass(frozen=True)
class GradeView:
    """A grade of evidence and what it means."""

    label: str
    meaning: str


def grade_view(site: Site, grade: str) -> GradeView:
    """The grade in words."""
    term = site.term("evidence-grades", grade)
    return GradeView(term.label, term.definition)


def study_links(site: Site, study_ids: Iterable[str]) -> tuple[Link, ...]:
    """Links to the studies, by the short names under which they are known."""
    return tuple(Link(site.study[i].short, study_url(i)) for i in study_ids)
