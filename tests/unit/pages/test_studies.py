"""The page of studies leads to whatever cites each of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks.citations import cited_studies
from generator.content.library import Library
from generator.pages.studies import StudyView, plan_studies
from generator.site.site import Site

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def views(library: Library) -> dict[str, StudyView]:
    (page,) = plan_studies(Site.of(library))
    return {view.study.id: view for view in page.context["studies"]}


def test_every_study_is_cited_and_listed(library: Library, views: dict[str, StudyView]) -> None:
    """What is cited is on the page, and what is on the page is cited."""
    assert set(cited_studies(library)) == set(views)


def test_pages_that_cite_a_study_are_named(views: dict[str, StudyView]) -> None:
    """A study that only a page written by hand cites leads there."""
    links = {link.url for link in views["wet-60wk"].used_in}
    assert "written-exposure.html" in links
    assert "research.html" in {link.url for link in views["ali-2019"].used_in}
