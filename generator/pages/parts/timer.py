"""Default duration of a page's timer, clamped to 2 to 30 minutes."""

from __future__ import annotations

from datetime import timedelta

SHORTEST = 2
LONGEST = 30


def timer_minutes(time: timedelta) -> int:
    """`time` rounded to whole minutes and clamped to `SHORTEST` to `LONGEST`."""
    return min(max(round(time.total_seconds() / 60), SHORTEST), LONGEST)
