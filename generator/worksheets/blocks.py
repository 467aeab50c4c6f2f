"""Dispatch table from worksheet block model to the function that makes its view."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.content.models.worksheet import (
    Body,
    Box,
    Checks,
    Fields,
    Letter,
    Lines,
    Lists,
    Note,
    PageBreak,
    Safety,
    Scale,
    Starters,
    Steps,
    Table,
    WordBank,
)  # fmt: skip
from generator.site.words import Words
from generator.worksheets.field import View
from generator.worksheets.marking_blocks import checks_view, scale_view
from generator.worksheets.reading_blocks import (
    note_view,
    page_break_view,
    safety_view,
    steps_view,
    word_bank_view,
)
from generator.worksheets.table_blocks import table_view
from generator.worksheets.writing_blocks import (
    body_view,
    box_view,
    fields_view,
    letter_view,
    lines_view,
    lists_view,
    starters_view,
)


def block_view(block: Any, words: Words) -> View:
    """View of one block; raises KeyError for a model that is not in the table."""
    return _VIEWS[type(block)](block, words)


_VIEWS: dict[type, Callable[[Any, Words], View]] = {
    Fields: fields_view,
    Steps: steps_view,
    Safety: safety_view,
    Starters: starters_view,
    Lists: lists_view,
    Checks: checks_view,
    Scale: scale_view,
    Table: table_view,
    Letter: letter_view,
    Lines: lines_view,
    Box: box_view,
    Body: body_view,
    WordBank: word_bank_view,
    Note: note_view,
    PageBreak: page_break_view,
}
