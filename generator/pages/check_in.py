"""Plans the page of check-ins: how somebody feels, noted on their own device or on paper."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.content.models.review import Status
from generator.content.models.worksheet import WordBank
from generator.pages.page import Link, Page
from generator.pages.parts.sheets import crisis_line, sheets_of
from generator.site.shown import clinic_of
from generator.site.urls import CHECK_IN, technique_url, worksheet_url
from generator.site.words import Words

TECHNIQUE = "emotion-tracking"
"""Whose guide and sheets go with the page, where the content has it."""


def plan_check_in(library: Library, words: Words) -> Iterator[Page]:
    """One page, the same for everybody: what is noted on it only the reader's browser knows."""
    technique = library.techniques.get(TECHNIQUE)
    if technique and technique.status is not Status.PUBLISHED:
        technique = None
    sheets = sheets_of(library, technique) if technique else ()
    yield Page(
        url=CHECK_IN,
        template="check-in",
        title=words("check-in.title"),
        description=words("check-in.description"),
        context={
            "feelings": _feelings(library),
            "days": tuple(day for _, day in words.weekdays("abbreviated")),
            "sheets": tuple(Link(sheet.title, worksheet_url(sheet.id)) for sheet in sheets),
            "technique": technique and Link(technique.title, technique_url(technique.id)),
            "crisis_line": crisis_line(library, words),
            "clinic": clinic_of(library).name,
        },
    )


def _feelings(library: Library) -> tuple[str, ...]:
    """Words to borrow: the moods, then those of the sheets' word banks, each once."""
    moods = (term.label for term in library.taxonomies["moods"].terms)
    banks = (
        word
        for sheet in library.worksheets.values()
        if sheet.technique == TECHNIQUE and sheet.status is Status.PUBLISHED
        for block in sheet.blocks
        if isinstance(block, WordBank)
        for word in block.words
    )
    found: dict[str, str] = {}
    for word in (*moods, *banks):
        found.setdefault(word.casefold(), word)
    return tuple(found.values())
