"""Views of blocks with buttons: checkboxes, and rating scales of radio buttons."""

from __future__ import annotations

from generator.content.models.worksheet import Checks, Scale
from generator.site.words import Words
from generator.worksheets.field import FieldKind, View, field, heading_view


def checks_view(block: Checks, words: Words) -> View:
    """View of a list of checkboxes; field names are numbered from 1."""
    return heading_view(block) | {
        "options": [
            field(f"{block.name}_{n}", option, FieldKind.CHECK)
            for n, option in enumerate(block.options, 1)
        ]
    }


def scale_view(block: Scale, words: Words) -> View:
    """View of a rating scale: one group of radio buttons, named by their numbers."""
    group = {"id": block.name, "label": block.title}
    return heading_view(block) | {
        "low_label": block.low_label,
        "high_label": block.high_label,
        "numbers": [
            field(f"{block.name}_{n}", str(n), FieldKind.RING, group) for n in block.numbers
        ],
    }
