"""How long the timer runs if nobody chooses."""

from __future__ import annotations

from datetime import timedelta

import pytest

from generator.pages.parts.timer import timer_minutes


@pytest.mark.parametrize(
    ("minutes", "runs"), [(0.5, 2), (2, 2), (5, 5), (12, 12), (30, 30), (45, 30)]
)
def test_as_near_as_it_can_be(minutes, runs):
    """It is the time of the page, but not under 2 and not over 30 minutes."""
    assert timer_minutes(timedelta(minutes=minutes)) == runs
