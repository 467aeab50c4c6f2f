"""Evidence of a piece: its grade with the meaning, and links to studies, which have the limits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.pages.page import Link
from generator.site.site import Site
from generator.site.urls import study_url


@dataclass(frozen=True)
class GradeView:
    """An evidence grade: label and definition."""

    label: str
    meaning: str


def grade_view(site: Site, grade: str) -> GradeView:
    """The view of a grade by its id in the taxonomy."""
    term = site.term("evidence-grades", grade)
    return GradeView(term.label, term.definition)


def study_links(site: Site, study_ids: Iterable[str]) -> tuple[Link, ...]:
    """Links to studies by id, in the order given, with their short citations as text."""
    return tuple(Link(site.study[i].short, study_url(i)) for i in study_ids)
