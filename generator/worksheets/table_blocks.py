"""View of table blocks, with a text field in every cell."""

from __future__ import annotations

from generator.content.models.worksheet import Table
from generator.site.words import Words
from generator.worksheets.field import FieldKind, View, field, heading_view

SHARES = 18
"""Twentieths of a table's width for its columns; row headings have the other two."""


def table_view(block: Table, words: Words) -> View:
    """View of a table: rows of parts of cells; `shares` are column widths in twentieths.

    Rounded, so that `shares` may differ from `SHARES` in sum. The label of a cell names its
    column, its row and its part.
    """

    def cells(row: int, part: int, headings: list[str]) -> list[View]:
        where = words.listing(headings) if len(headings) < 2 else ", ".join(headings)
        place = f"{row}_{part}" if block.parts else f"{row}"
        return [
            field(f"{block.name}_{place}_{n}", f"{column}, {where}", FieldKind.CELL)
            for n, column in enumerate(block.columns, 1)
        ]

    widths = list(block.widths) or [1] * len(block.columns)
    return heading_view(block) | {
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
