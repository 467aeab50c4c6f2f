"""Views of blocks with text fields: fields, sentence starters, lists, letter, lines, box, body."""

from __future__ import annotations

from generator.content.models.worksheet import Body, Box, Fields, Letter, Lines, Lists, Starters
from generator.site.words import Words
from generator.worksheets.field import FieldKind, View, field, heading_view


def fields_view(block: Fields, words: Words) -> View:
    """View of labelled text fields; one row is a line, more are an area."""
    return heading_view(block) | {
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


def starters_view(block: Starters, words: Words) -> View:
    """View of sentence starters, each with a field to go on; names are numbered from 1."""
    return heading_view(block) | {
        "rows": block.rows,
        "starters": [
            {"text": text, **field(f"{block.name}_{n}", text, _kind_of(block.rows))}
            for n, text in enumerate(block.starters, 1)
        ],
    }


def lists_view(block: Lists, words: Words) -> View:
    """View of one list or several, with a line field for each entry."""
    return heading_view(block) | {
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


def letter_view(block: Letter, words: Words) -> View:
    """View of a letter: fields `_to`, `_body` and `_close`."""
    return heading_view(block) | {
        "rows": block.rows,
        "fill_page": block.fill_page,
        "to": {"text": block.greeting} | field(f"{block.name}_to", block.greeting, FieldKind.LINE),
        "body": field(f"{block.name}_body", block.title, FieldKind.AREA),
        "close": {"text": block.close} | field(f"{block.name}_close", block.close, FieldKind.LINE),
    }


def lines_view(block: Lines, words: Words) -> View:
    """View of ruled lines: one multi-line field."""
    return heading_view(block) | {
        "rows": block.rows,
        "fill_page": block.fill_page,
        **field(block.name, block.title, FieldKind.AREA),
    }


def box_view(block: Box, words: Words) -> View:
    """View of a box to write or draw in; its height is in millimetres."""
    return heading_view(block) | {
        "height_mm": block.height_mm,
        "fill_page": block.fill_page,
        **field(block.name, block.title, FieldKind.AREA),
    }


def body_view(block: Body, words: Words) -> View:
    """View of body outlines, with a line field for each body part as a text alternative."""
    return heading_view(block) | {
        "drawing": words("worksheets.body_drawing"),
        "sides": [words("worksheets.body_front"), words("worksheets.body_back")],
        "in_words": words("worksheets.body_in_words"),
        "parts": [
            {"text": part, **field(f"{block.name}_{n}", f"{part}, {block.title}", FieldKind.LINE)}
            for n, part in enumerate(block.parts, 1)
        ],
    }


def _kind_of(rows: int) -> FieldKind:
    return FieldKind.LINE if rows == 1 else FieldKind.AREA
