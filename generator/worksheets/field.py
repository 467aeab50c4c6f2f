"""Form field as it is in the view of a sheet, for HTML inputs and AcroForm fields alike."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

View = dict[str, Any]


class FieldKind(StrEnum):
    """Type of a field."""

    LINE = "line"
    """Single-line text."""
    AREA = "area"
    """Multi-line text."""
    CELL = "cell"
    """Multi-line text in a table cell."""
    CHECK = "check"
    """Checkbox."""
    CHOICE = "choice"
    """Radio button, drawn as a box to tick."""
    RING = "ring"
    """Radio button, drawn as a number to ring."""


def field(name: str, label: str, kind: FieldKind, group: View | None = None) -> View:
    """A field; `label` is its accessible name, `group` (id, label) that of radio buttons."""
    return {"field": name, "label": label, "type": kind, "group": group}


def heading_view(block: Any) -> View:
    """The keys that views of all blocks share: kind, title, help."""
    return {"kind": block.kind, "title": block.title, "help": block.help}
