"""Mood check-in page: how somebody feels, stored on their own device alone, or on paper."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.models.worksheet import WordBank
from generator.pages.page import Link, Page
from generator.pages.parts.sheets import crisis_line, sheets_of
from generator.site.site import Site
from generator.site.urls import CHECK_IN, technique_url, worksheet_url

TECHNIQUE = "emotion-tracking"
"""Id of the technique whose guide and sheets the page links to, if it is published."""


def plan_check_in(site: Site) -> Iterator[Page]:
    """One static page: entries exist in the reader's browser storage only."""
    technique = site.technique.get(TECHNIQUE)
    sheets = sheets_of(site, technique) if technique else ()
    yield Page(
        url=CHECK_IN,
        template="check-in",
        title=site.words("check-in.title"),
        description=site.words("check-in.description"),
        context={
            "moods": tuple((mood.id, mood.label) for mood in site.taxonomies["moods"].terms),
            "feelings": _feelings(site),
            "days": tuple(day for _, day in site.words.weekdays("abbreviated")),
            "sheets": tuple(Link(sheet.title, worksheet_url(sheet.id)) for sheet in sheets),
            "technique": technique and Link(technique.title, technique_url(technique.id)),
            "crisis_line": crisis_line(site),
            "clinic": site.clinic.name,
        },
    )


def _feelings(site: Site) -> tuple[str, ...]:
    """Suggested words: those of the sheets' word banks without duplicates (case-insensitive) and
    without the labels of moods."""
    moods = {term.label.casefold() for term in site.taxonomies["moods"].terms}
    banks = (
        word
        for sheet in sorted(site.worksheets, key=lambda s: s.id)
        if sheet.technique == TECHNIQUE
        for block in sheet.blocks
        if isinstance(block, WordBank)
        for word in block.words
    )
    unique: dict[str, str] = {}
    for word in banks:
        unique.setdefault(word.casefold(), word)
    return tuple(word for folded, word in unique.items() if folded not in moods)
