"""The page of check-ins has words to borrow and leads to what the content has on it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.content.library import Library
from generator.content.models.review import Status
from generator.pages.check_in import plan_check_in
from generator.site.site import Site

ROOT = Path(__file__).parents[3]


def test_words_to_borrow(library: Library) -> None:
    """The moods have lines, the words of the sheets' banks come after them; none is there twice."""
    (page,) = plan_check_in(Site.of(library))
    moods, feelings = page.context["moods"], page.context["feelings"]
    assert moods[0] == ("anxious", "Anxious or on edge")
    assert "homesick" in feelings
    every = [*(name for _, name in moods), *feelings]
    assert len(every) == len({word.casefold() for word in every})


def test_leads_to_its_guide_and_sheets(library: Library) -> None:
    """The guide to emotion tracking and its sheets are linked."""
    (page,) = plan_check_in(Site.of(library))
    assert page.context["technique"].url == "techniques/emotion-tracking.html"
    assert "worksheets/daily-feelings-log.html" in {s.url for s in page.context["sheets"]}


def test_leads_to_no_draft(library: Library) -> None:
    """A guide that is not published is not linked, and the page is there without it."""
    draft = library.techniques["emotion-tracking"].model_copy(update={"status": Status.DRAFT})
    techniques = {**library.techniques, "emotion-tracking": draft}
    (page,) = plan_check_in(Site.of(replace(library, techniques=techniques)))
    assert page.context["technique"] is None
    assert page.context["sheets"] == ()
