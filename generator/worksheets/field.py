"""Field: a place to write or mark, as the view of a sheet has it."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

View = dict[str, Any]


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


def field(name: str, label: str, kind: FieldKind, group: View | None = None) -> View:
    """A place to write or mark; of fields with a common `group`, only one is marked."""
    return {"field": name, "label": label, "type": kind, "group": group}


def headed(block: Any) -> View:
    """What every block has: its kind, its title, a line of help."""
    return {"kind": block.kind, "title": block.title, "help": block.help}
