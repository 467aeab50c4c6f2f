"""The papers that a clinic may have in its printer."""

from __future__ import annotations

from enum import StrEnum


class Paper(StrEnum):
    """Paper to print on."""

    A4 = "a4"
    LETTER = "letter"
