"""The page of the routine offers sensible choices and leads to what the content has on it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.content.library import Library
from generator.content.models.review import Status
from generator.pages.routine import plan_routine
from generator.site.site import Site

ROOT = Path(__file__).parents[3]


def test_no_reminder_unless_chosen(library: Library) -> None:
    """Of the reminders, none is the usual one; of the rest one each is."""
    (page,) = plan_routine(Site.of(library))
    assert [c.value for c in page.context["reminders"] if c.usual] == [""]
    for name in ("lengths", "weeks"):
        assert len([c for c in page.context[name] if c.usual]) == 1


def test_the_usual_length_is_the_guides(library: Library) -> None:
    """The guide's own time is among the lengths, and chosen."""
    (page,) = plan_routine(Site.of(library))
    assert [c.text for c in page.context["lengths"] if c.usual] == ["5 minutes"]


def test_leads_to_no_draft(library: Library) -> None:
    """A guide that is not published is not linked, and the page works without it."""
    draft = library.techniques["routine"].model_copy(update={"status": Status.DRAFT})
    techniques = {**library.techniques, "routine": draft}
    (page,) = plan_routine(Site.of(replace(library, techniques=techniques)))
    assert page.context["technique"] is None
    assert page.context["sheets"] == ()
    assert [c.value for c in page.context["lengths"] if c.usual] == ["5"]
