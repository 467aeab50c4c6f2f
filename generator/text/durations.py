"""Lengths of time as ISO 8601 writes them."""

from __future__ import annotations

from datetime import timedelta


def iso_duration(length: timedelta) -> str:
    """A length of time as in PT10M; whole days as in P7D."""
    minutes = round(length.total_seconds() / 60)
    return f"P{minutes // 1440}D" if minutes % 1440 == 0 else f"PT{minutes}M"
