"""The page that says who stands behind a copy of the site says what is so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from generator.content.library import Library
from generator.content.models.review import Person
from generator.pages.trust import plan_trust
from generator.site.site import Site
from generator.site.words import load_words

ROOT = Path(__file__).parents[3]


def trust(library: Library) -> Mapping[str, Any]:
    """What the page is made from."""
    (page,) = plan_trust(Site.of(library))
    return page.context


def test_counts_are_those_of_the_content(library):
    """There are as many guides and prompts as readers see, and every guide has its grade."""
    page = trust(library)
    kinds = [piece.kind for piece in page["pieces"]]
    assert kinds[0] == f"Guides: {len(Site.of(library).techniques)}"
    assert kinds[1] == f"Prompts: {len(Site.of(library).prompts)}"
    guides = [guide.url for grade in page["grades"] for guide in grade.guides]
    assert len(guides) == len(set(guides)) == len(Site.of(library).techniques)


def test_nobody_is_named_who_did_not_review(library):
    """While nobody has reviewed anything, no reviewer is named, and none is counted."""
    page = trust(library)
    assert page["reviewers"] == ()
    assert all(piece.reviewed == "" for piece in page["pieces"])


def test_reviewer_is_named_with_what_was_read(library, today):
    """Once somebody has reviewed a guide, the name, the role and the number are there."""
    guide = Site.of(library).techniques[0]
    person = Person(name="Ada Example", role="psychologist")
    review = guide.review.model_copy(update={"reviewed_by": (person,), "reviewed_on": today})
    read_by = {**library.techniques, guide.id: guide.model_copy(update={"review": review})}
    page = trust(replace(library, techniques=read_by))
    assert page["reviewers"] == ("Ada Example, psychologist: 1 text",)
    assert page["pieces"][0].reviewed.endswith(f"reviewed 1 of {len(Site.of(library).techniques)}.")
    assert page["pieces"][1].reviewed.startswith("Nobody")


def test_every_crisis_line_has_its_check(library):
    """Each crisis line that is shown says when, how and by whom it was checked, and when again."""
    lines = {r.name: r for r in Site.of(library).resources if r.kind == "crisis-line"}
    page = trust(library)
    assert {check.listing.text for check in page["crisis"]} == set(lines)
    for check in page["crisis"]:
        verification = lines[check.listing.text].verification
        assert verification.by in check.checked
        assert str(verification.on.year) in check.checked
        assert check.due.startswith("To be checked again by")


def test_dropped_lines_are_not_vouched_for(library, today):
    """In a year, only what stays whatever its age is still among the crisis lines."""
    late = replace(library, today=today + timedelta(days=400))
    names = {check.listing.text for check in trust(late)["crisis"]}
    assert names == {"911", "988 Suicide & Crisis Lifeline"}


def test_version_has_both_days(library, today):
    """The version names the newest day of the content and the day of the build."""
    words = load_words("en")
    later = replace(library, today=today + timedelta(days=30))
    version = trust(later)["version"]
    assert words.day(today) in version
    assert words.day(today + timedelta(days=30)) in version
