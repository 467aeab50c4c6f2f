"""Telephone numbers: what is dialled, and whether it is one number that exists."""

from __future__ import annotations

SHORTEST_FULL_NUMBER = 7
"""A number with fewer digits is a short code, and has no international form."""


def is_short(dialled: str) -> bool:
    """Whether these digits are a short code, such as 988."""
    return len(dialled) < SHORTEST_FULL_NUMBER
