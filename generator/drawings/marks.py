"""Glyphs beside words: intensity level, change after writing, and days of a packet."""

from __future__ import annotations

import math
from typing import Literal

from generator.drawings.svg import Drawing, Shape
from generator.drawings.svg_paths import Function, Point, Stroke, path_data, sample_curve

Change = Literal["lighter", "same", "heavier"]

CHANGES: tuple[Change, ...] = ("lighter", "same", "heavier")
MOST_WAVES = 3

_AFTER: dict[Change, Function] = {
    "lighter": lambda share: 26 - 22 * share * (0.25 + 0.75 * share),
    "same": lambda share: 15 - 2 * math.sin(math.tau * share),
    "heavier": lambda share: 4 + 22 * share * share * (3 - 2 * share),
}
"""y of the line (SVG, downwards) by the share of its length, 0 to 1."""


def depth_mark(level: int) -> Drawing:
    """Three waves one below the other, as many of them dark as the intensity level.

    Level 4, work with a clinician only, has three as well: the word beside it tells them apart.
    """
    dark = max(1, min(level, MOST_WAVES))
    shapes = [Shape(path_data(map(_wave, range(dark))))]
    if dark < MOST_WAVES:
        shapes.append(Shape(path_data(map(_wave, range(dark, MOST_WAVES))), "faint"))
    return Drawing("depth", 26, 20, tuple(shapes))


def after_mark(change: Change) -> Drawing:
    """A line that rises (lighter than before writing), stays level (same) or sinks (heavier)."""
    line = Stroke(sample_curve(lambda x: _AFTER[change]((x - 3) / 82), 3, 85, 14))
    return Drawing("after", 88, 30, (Shape(path_data([line])),), variant=change)


def days_mark(days: tuple[int, ...]) -> Drawing:
    """A timeline with a disc at each of the day numbers (from 1); days off are gaps between."""
    last = max(days, default=1)
    step = min(24.0, 124 / max(last - 1, 1))
    stops = tuple(8 + step * (day - 1) for day in days)
    line = Stroke(((4, 8), (12 + step * (last - 1), 8)), tension=0)
    discs = path_data(Stroke(_ring(x, 8, 3.2), closed=True) for x in stops)
    return Drawing("days", 140, 16, (Shape(path_data([line])), Shape(discs, "stop")))


def _ring(x: float, y: float, reach: float) -> tuple[Point, ...]:
    turns = (math.tau * i / 8 for i in range(8))
    return tuple((x + reach * math.cos(turn), y + reach * math.sin(turn)) for turn in turns)


def _wave(row: int) -> Stroke:
    def y(x: float) -> float:
        return 4 + 6 * row - 1.6 * math.sin(math.tau * (x - 2) / 14)

    return Stroke(sample_curve(y, 2, 24, 3.6))
