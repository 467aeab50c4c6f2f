"""Decoration of printed sheets: a ground line below the title, and hills in the footer."""

from __future__ import annotations

import math
from collections.abc import Iterable

from generator.drawings.svg import Drawing, Shape
from generator.drawings.svg_paths import Function, Stroke, path_data, sample_curve

WIDTH = 700
GROUND_HEIGHT, HILLS_HEIGHT = 8, 100
_STEP, _HILL_STEP = 35, 70
"""Sampling distances along x; large, as nine lines of hills are a fiftieth of a PDF."""
_Sine = tuple[float, float, float]
"""Amplitude, periods on the width, and phase in radians."""
_FAR: tuple[_Sine, ...] = ((11, 1.1, 0.4), (7, 2.1, 2.2), (3, 3.9, 5.1))
_NEAR: tuple[_Sine, ...] = ((9, 0.9, 3.6), (5, 1.9, 0.3), (2, 3.2, 1.4))


def ground_line() -> Drawing:
    """A nearly level line from edge to edge."""
    line = _sum(4, ((1.3, 1.6, 0.8), (0.6, 3.7, 2.5)))
    return Drawing("ground", WIDTH, GROUND_HEIGHT, (Shape(path_data([_line(line)])),))


def hills() -> Drawing:
    """Contour lines of two hills, one in front of the other, and a low sun behind them."""
    far = [_sum(48 + 7 * n, _FAR, 1 - 0.1 * n) for n in range(4)]
    near = [_sum(70 + 7 * n, _NEAR, 1 - 0.14 * n) for n in range(5)]
    cover = f"{_contours(near[:1])}V{HILLS_HEIGHT}H0z"
    return Drawing(
        "hills", WIDTH, HILLS_HEIGHT,
        (
            Shape("M576 25a9 9 0 1 0 18 0a9 9 0 1 0-18 0z", "sun"),
            Shape(_contours(far)),
            Shape(cover, "cover"),
            Shape(_contours(near)),
        ),
    )  # fmt: skip


def _contours(lines: Iterable[Function]) -> str:
    return path_data(_line(line, _HILL_STEP) for line in lines)


def _sum(y: float, sines: tuple[_Sine, ...], share: float = 1) -> Function:
    """Sum of sines about `y`, their amplitudes times `share`."""
    return lambda x: (
        y
        - share
        * sum(
            swing * math.sin(math.tau * waves * x / WIDTH + phase) for swing, waves, phase in sines
        )
    )


def _line(y: Function, step: float = _STEP) -> Stroke:
    return Stroke(sample_curve(y, 0, WIDTH, step))
