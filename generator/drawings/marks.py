"""Small signs beside words: how deep a prompt goes, how it is afterwards, how time passes."""

from __future__ import annotations

import math
from typing import Literal

from generator.drawings.strokes import Function, Stroke, along, path_data
from generator.drawings.svg import Drawing, Shape

Change = Literal["lighter", "same", "heavier"]

CHANGES: tuple[Change, ...] = ("lighter", "same", "heavier")
MOST_WAVES = 3

_AFTER: dict[Change, Function] = {
    "lighter": lambda share: 26 - 22 * share * (0.25 + 0.75 * share),
    "same": lambda share: 15 - 2 * math.sin(math.tau * share),
    "heavier": lambda share: 4 + 22 * share * share * (3 - 2 * share),
}
"""How far down the line is, by the share of its way."""


def depth_mark(level: int) -> Drawing:
    """Three waves one below the other, as many of them dark as the level is deep.

    What is deeper than the deepest prompt, work with a clinician only, has three as well: the
    word beside it says so.
    """
    dark = max(1, min(level, MOST_WAVES))
    shapes = [Shape(path_data(map(_wave, range(dark))))]
    if dark < MOST_WAVES:
        shapes.append(Shape(path_data(map(_wave, range(dark, MOST_WAVES))), "faint"))
    return Drawing("depth", 26, 20, tuple(shapes))


def after_mark(change: Change) -> Drawing:
    """A line that rises, stays or sinks: lighter, the same or heavier than before."""
    line = Stroke(along(lambda x: _AFTER[change]((x - 3) / 82), 3, 85, 14))
    return Drawing("after", 88, 30, (Shape(path_data([line])),), variant=change)


def horizon() -> Drawing:
    """The line over which the sun of the timer travels, for a box of any width."""
    line = Stroke(along(lambda x: 6 - 2 * math.sin(math.tau * x / 150), 0, 300, 25))
    return Drawing("horizon", 300, 12, (Shape(path_data([line])),), fit="none")


def _wave(row: int) -> Stroke:
    def y(x: float) -> float:
        return 4 + 6 * row - 1.6 * math.sin(math.tau * (x - 2) / 14)

    return Stroke(along(y, 2, 24, 3.6))
