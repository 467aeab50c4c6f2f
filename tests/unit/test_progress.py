"""Who watches long work hears how much is ready, now and then, and how long the rest takes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator.progress import counted


def heard(moments: Sequence[tuple[float, int]], of: int) -> list[str]:
    """What is said when so many pieces are ready at these seconds."""
    said: list[str] = []
    clock = iter([0.0, *(second for second, _ in moments)])
    done = counted(said.append, "Printing", clock=lambda: next(clock))
    for _, ready in moments:
        done(ready, of)
    return said


def test_the_pace_says_when_it_ends() -> None:
    """As soon as there is one."""
    assert heard([(1, 10), (4, 40)], 100) == [
        "Printing: 10 of 100.",
        "Printing: 40 of 100, about 6 seconds left.",
    ]
    assert heard([(60, 10)], 40) == ["Printing: 10 of 40, about 3 minutes left."]
    assert heard([(60, 10)], 20) == ["Printing: 10 of 20, about 1 minute left."]


def test_before_anything_is_ready_nothing_is_promised() -> None:
    """How many there are is said at once, if it took a while to know."""
    assert heard([(3, 0)], 20) == ["Printing: 0 of 20."]


def test_nothing_is_said_twice_in_half_a_second() -> None:
    """But the last word always."""
    assert heard([(0.1, 1), (0.2, 2), (0.3, 3)], 3) == ["Printing: 3 of 3."]
    assert heard([(0.6, 1), (0.9, 2), (1.2, 3)], 9) == ["Printing: 1 of 9.", "Printing: 3 of 9."]


@pytest.mark.parametrize(("second", "left"), [(9.0, "about 1 second"), (2.0, "about 1 second")])
def test_the_rest_is_never_nothing(second: float, left: str) -> None:
    """While there is a rest."""
    assert heard([(second, 99)], 100) == [f"Printing: 99 of 100, {left} left."]
