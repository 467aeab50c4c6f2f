"""ISO 8601 durations."""

from __future__ import annotations

from datetime import timedelta


def iso_duration(length: timedelta) -> str:
    """The duration in minutes, rounded, such as PT10M; in days if they are whole, such as P7D."""
    minutes = round(length.total_seconds() / 60)
    return f"P{minutes // 1440}D" if minutes % 1440 == 0 else f"PT{minutes}M"
