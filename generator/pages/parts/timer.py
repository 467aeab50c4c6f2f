"""How long the timer of a page runs, if the reader does not choose."""

from __future__ import annotations

from datetime import timedelta

SHORTEST = 2
LONGEST = 30


def timer_minutes(time: timedelta) -> int:
    """Whole minutes from 2 to 30, as near to `time` as they can be."""
    return min(max(round(time.total_seconds() / 60), SHORTEST), LONGEST)
