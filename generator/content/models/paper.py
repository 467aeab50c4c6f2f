"""Enumeration of paper sizes for printing."""

from __future__ import annotations

from enum import StrEnum


class Paper(StrEnum):
    """Paper to print on."""

    A4 = "a4"
    LETTER = "letter"
