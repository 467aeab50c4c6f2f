"""Views of blocks: one function for each kind, which also names the block's fields."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
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

View = dict[str, Any]
SHARES = 18
"""Twentieths of a table's width that its columns share; the headings of rows have the rest."""


class FieldKind(StrEnum):
    """What can be done in a field."""

    LINE = "line"
    """One line of writing."""
    AREA = "area"
    """Several lines of writing."""
    CELL = "cell"
    """Writing in a cell of a table."""
    CHECK = "check"
    """A box to tick."""
    CHOICE = "choice"
    """One of several boxes, of which one is ticked."""
    RING = "ring"
    """One of several numbers, of which one is ringed."""


def block_view(block: Any, words: Words) -> View:
    """One block of a sheet."""
    return _VIEWS[type(block)](block, words)


def field(name: str, label: str, kind: FieldKind, group: View | None = None) -> View:
    """A place to write or mark; of fields with a common `group`, only one is marked."""
    return {"field": name, "label": label, "type": kind, "group": group}


def _head(block: Any) -> View:
    return {"kind": block.kind, "title": block.title, "help": block.help}


def _fields(block: Fields, words: Words) -> View:
    return _head(block) | {
        "fields": [
            {
                **field(f.name, f.label, FieldKind.LINE if f.rows == 1 else FieldKind.AREA),
                "help": f.help,
                "rows": f.rows,
                "width": f.width,
            }
            for f in block.fields
        ]
    }


def _steps(block: Steps, words: Words) -> View:
    return _head(block) | {"steps": [one_line(step) for step in block.steps]}


def _safety(block: Safety, words: Words) -> View:
    return _head(block) | {
        "paragraphs": _paragraphs(block.text),
        "points": [one_line(point) for point in block.points],
    }


def _starters(block: Starters, words: Words) -> View:
    return _head(block) | {
        "rows": block.rows,
        "starters": [
            {"text": text, **field(f"{block.name}_{n}", text, _kind_of(block.rows))}
            for n, text in enumerate(block.starters, 1)
        ],
    }


def _lists(block: Lists, words: Words) -> View:
    return _head(block) | {
        "lists": [
            {
                "title": one.title,
                "help": one.help,
                "rows": [
                    field(
                        f"{one.name}_{n}",
                        words("worksheets.row", title=one.title, n=n),
                        FieldKind.LINE,
                    )
                    for n in range(1, block.rows + 1)
                ],
            }
            for one in block.lists
        ]
    }


def _checks(block: Checks, words: Words) -> View:
    return _head(block) | {
        "options": [
            field(f"{block.name}_{n}", option, FieldKind.CHECK)
            for n, option in enumerate(block.options, 1)
        ]
    }


def _scale(block: Scale, words: Words) -> View:
    group = {"id": block.name, "label": block.title}
    return _head(block) | {
        "low_label": block.low_label,
        "high_label": block.high_label,
        "numbers": [
            field(f"{block.name}_{n}", str(n), FieldKind.RING, group) for n in block.numbers
        ],
    }


def _table(block: Table, words: Words) -> View:
    def cells(row: int, part: int, headings: list[str]) -> list[View]:
        where = words.listing(headings) if len(headings) < 2 else ", ".join(headings)
        place = f"{row}_{part}" if block.parts else f"{row}"
        return [
            field(f"{block.name}_{place}_{n}", f"{column}, {where}", FieldKind.CELL)
            for n, column in enumerate(block.columns, 1)
        ]

    widths = list(block.widths) or [1] * len(block.columns)
    return _head(block) | {
        "row_label": block.row_label or words("worksheets.number"),
        "columns": list(block.columns),
        "widths": widths,
        "shares": [max(1, round(width / sum(widths) * SHARES)) for width in widths],
        "numbered": not block.rows,
        "lines": block.lines,
        "rows": [
            {
                "heading": heading,
                "parts": [
                    {"heading": part, "cells": cells(r, p, [heading, part] if part else [heading])}
                    for p, part in enumerate(block.parts or ("",), 1)
                ],
            }
            for r, heading in enumerate(block.row_headings, 1)
        ],
    }


def _letter(block: Letter, words: Words) -> View:
    return _head(block) | {
        "rows": block.rows,
        "fill_page": block.fill_page,
        "to": {"text": block.greeting} | field(f"{block.name}_to", block.greeting, FieldKind.LINE),
        "body": field(f"{block.name}_body", block.title, FieldKind.AREA),
        "close": {"text": block.close} | field(f"{block.name}_close", block.close, FieldKind.LINE),
    }


def _lines(block: Lines, words: Words) -> View:
    return _head(block) | {
        "rows": block.rows,
        "fill_page": block.fill_page,
        **field(block.name, block.title, FieldKind.AREA),
    }


def _box(block: Box, words: Words) -> View:
    return _head(block) | {
        "height_mm": block.height_mm,
        "fill_page": block.fill_page,
        **field(block.name, block.title, FieldKind.AREA),
    }


def _body(block: Body, words: Words) -> View:
    return _head(block) | {
        "drawing": words("worksheets.body_drawing"),
        "sides": [words("worksheets.body_front"), words("worksheets.body_back")],
        "in_words": words("worksheets.body_in_words"),
        "parts": [
            {"text": part, **field(f"{block.name}_{n}", f"{part}, {block.title}", FieldKind.LINE)}
            for n, part in enumerate(block.parts, 1)
        ],
    }


def _word_bank(block: WordBank, words: Words) -> View:
    return _head(block) | {"words": list(block.words)}


def _note(block: Note, words: Words) -> View:
    return _head(block) | {"paragraphs": _paragraphs(block.text), "spaced": block.spaced}


def _page_break(block: PageBreak, words: Words) -> View:
    return {"kind": block.kind}


def _kind_of(rows: int) -> FieldKind:
    return FieldKind.LINE if rows == 1 else FieldKind.AREA


def one_line(text: str) -> str:
    """The text with its line breaks taken out."""
    return " ".join(text.split())


def _paragraphs(text: str) -> list[str]:
    return [one_line(part) for part in text.split("\n\n") if part.strip()]


_VIEWS: dict[type, Callable[[Any, Words], View]] = {
    Fields: _fields,
    Steps: _steps,
    Safety: _safety,
    Starters: _starters,
    Lists: _lists,
    Checks: _checks,
    Scale: _scale,
    Table: _table,
    Letter: _letter,
    Lines: _lines,
    Box: _box,
    Body: _body,
    WordBank: _word_bank,
    Note: _note,
    PageBreak: _page_break,
}
