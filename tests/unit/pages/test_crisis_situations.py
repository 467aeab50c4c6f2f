"""Whoever reads a reason to choose something else is told, there, whom to turn to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.content.library import Library
from generator.pages.page import Page
from generator.pages.parts.crisis_situations import rows_for_reasons, who_to_call
from generator.pages.parts.listings import EntryView
from generator.site.site import Site
from generator.site.urls import prompt_url
from generator.site.words import load_words

ROOT = Path(__file__).parents[3]
WORDS = load_words("en")
SENT = re.compile(
    r"\b(?:helpline|crisis page|Find help|adult you trust)\b|\bafraid of\b[^.]*\bhelper\b"
)
"""Words that send somebody to another person because of danger."""
DANGER = frozenset({"not-safe-where-you-are", "thoughts-of-suicide-or-self-harm"})


@pytest.fixture(scope="module")
def planned(every_page: Mapping[str, Page]) -> Mapping[str, Page]:
    return every_page


def names(page: Page) -> set[str]:
    return {row.line.name for row in page.context["who"]}


def test_rows_of_a_reason(library: Library) -> None:
    """Only rows that name one of the reasons are shown, and none where there is no reason."""
    rows = rows_for_reasons(Site.of(library), ("eating-problems",))
    assert [row.line.name for row in rows] == ["ANAD Eating Disorder Helpline"]
    assert (
        rows_for_reasons(Site.of(library), ())
        == rows_for_reasons(Site.of(library), ("event-very-recent",))
        == ()
    )


def test_prompt_that_is_not_safe_says_who(planned: dict[str, Page]) -> None:
    """The prompt that sends somebody to a helpline shows one, with a number to tap."""
    page = planned[prompt_url("rehearsal-with-three-answers")]
    assert "National Domestic Violence Hotline" in names(page)


def test_nobody_is_sent_where_there_is_nothing(library: Library, planned: dict[str, Page]) -> None:
    """A prompt that speaks of a helpline in danger names a reason for which there is a line."""
    sending = [p for p in Site.of(library).prompts if SENT.search(p.text) and p.choose_another_if]
    assert len(sending) >= 8
    missing = [p.id for p in sending if not DANGER & set(p.choose_another_if)]
    assert not missing
    assert not [p.id for p in sending if not planned[prompt_url(p.id)].context["who"]]


def test_each_row_can_be_reached(library: Library) -> None:
    """Every row of the crisis page has a number to tap or at least an address."""
    for row in who_to_call(Site.of(library)):
        assert any(way.href for way in row.line.contacts) or row.line.website, row.situation


def _listed(context: Mapping[str, Any]) -> list[EntryView]:
    """All listings of a country's page, or of the plain one of the clinic's own country."""
    if "entries" in context:
        return list(context["entries"])
    return [entry for group in context["groups"] for entry in group.entries]


@pytest.mark.parametrize("country", ["us", "gb", "ie", "ca", "au", "nz"])
def test_each_country_has_somebody(planned: dict[str, Page], country: str) -> None:
    """In each of six countries there is help with violence, eating, care and suicide."""
    said = " ".join(
        f"{entry.name} {entry.summary}".lower()
        for entry in _listed(planned[f"resources/area-{country}.html"].context)
    )
    for words in (("hurt", "violence"), ("eating", "food"), ("look after", "carers"), ("suicide",)):
        assert any(word in said for word in words), words
