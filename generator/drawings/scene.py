"""Page header landscape at dusk: hills whose contour lines flatten into the ruled lines of a page.

A ridge is a sum of four sines. Their phases and frequencies are constants chosen by eye.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.drawings.svg import Drawing, Shape
from generator.drawings.svg_paths import Function, Point, Stroke, number, path_data, sample_curve

Head = Literal["wide", "low", "phone"]

_Waves = tuple[tuple[float, float], ...]
"""Frequency factor and phase (radians) of each sine."""

_FAR: _Waves = ((1.0, 2.84), (1.05, 3.52), (0.81, 5.8), (1.01, 2.92))
_MIDDLE: _Waves = ((0.75, 3.96), (1.19, 4.98), (1.12, 0.59), (0.73, 1.91))
_NEAR: _Waves = ((0.79, 6.17), (0.71, 6.06), (1.02, 4.11), (0.74, 3.87))
_PAPER: _Waves = ((0.95, 2.27), (1.09, 3.02), (0.86, 2.62), (1.08, 2.81))

_OUTSIDE = 20
"""Overscan to the left and right of the box, which hides the ends of the lines."""
_RULED = 24
"""Distance between the ruled lines of the page."""


@dataclass(frozen=True)
class Hill:
    """A ridge: `y` of its baseline (downwards, as in SVG), amplitude, number of contour lines."""

    role: str
    y: float
    swing: float
    contours: int
    waves: _Waves


@dataclass(frozen=True)
class Land:
    """Parameters of a landscape: box, centre of the sun, hills from back to front, ruled page."""

    width: int
    height: int
    sun: Point
    sun_radius: float
    hills: tuple[Hill, ...]
    house_at: float
    """x of the house on the second hill, as a share of the width."""
    page: Hill
    breadth: float
    """Length along x to which frequencies refer; more than the width, where that is small."""
    step: float
    """Sampling distance of a ridge along x; that of contour lines is 1.6 times as large."""


LANDS: dict[Head, Land] = {
    "wide": Land(
        1440, 620, (610, 190), 30,
        (
            Hill("far", 215, 40, 4, _FAR),
            Hill("middle", 330, 58, 5, _MIDDLE),
            Hill("near", 455, 38, 5, _NEAR),
        ),
        0.34, Hill("page", 540, 24, 0, _PAPER), 1440, 60,
    ),
    "low": Land(
        1440, 280, (860, 150), 30,
        (
            Hill("far", 168, 17, 2, _FAR),
            Hill("middle", 204, 22, 3, _MIDDLE),
        ),
        0.735, Hill("page", 252, 12, 0, _PAPER), 1440, 60,
    ),
    "phone": Land(
        480, 400, (350, 84), 24,
        (
            Hill("far", 142, 18, 4, _FAR),
            Hill("middle", 206, 27, 4, _MIDDLE),
            Hill("near", 276, 18, 4, _NEAR),
        ),
        0.55, Hill("page", 330, 10, 0, _PAPER), 720, 30,
    ),
}  # fmt: skip
"""Landscapes for the header: of pages to write on, of other pages, and of all on phones."""


def scene(head: Head = "wide") -> Drawing:
    """The landscape of a page header; fills its box, cropped at the top (`xMidYMax slice`)."""
    land = LANDS[head]
    shapes = (*_sun(land), *_hills(land), *_page(land))
    return Drawing("scene", land.width, land.height, shapes, head, "xMidYMax slice")


def _sun(land: Land) -> Iterator[Shape]:
    for share, role in ((3.5, "halo"), (2.1, "halo"), (1, "sun")):
        x, y, r = land.sun[0], land.sun[1], land.sun_radius * share
        across = number(2 * r)
        arc = f"a{number(r)} {number(r)} 0 1 0"
        yield Shape(f"M{number(x - r)} {number(y)}{arc} {across} 0{arc}-{across} 0z", role)


def _hills(land: Land) -> Iterator[Shape]:
    for i, hill in enumerate(land.hills):
        ridge = _ridge(hill, land.breadth)
        yield _ground(land, hill.role, ridge)
        if i == 1:
            yield from _house(land, ridge)
        lines = (_contour(hill, ridge, n, 15 + 2 * i) for n in range(1, hill.contours + 1))
        yield Shape(path_data(_line(land, line, 1.6) for line in lines), "contour")


def _page(land: Land) -> Iterator[Shape]:
    ridge = _ridge(land.page, land.breadth)
    yield _ground(land, land.page.role, ridge)
    count = int((land.height - 5 - land.page.y) // _RULED)
    lines = [
        _line(land, _flatter(ridge, land.page.y, n, count), 1.6 if n < count else land.width)
        for n in range(1, count + 1)
    ]
    if lines:
        yield Shape(path_data(lines), "rule")


def _ridge(hill: Hill, breadth: float) -> Function:
    sines = [
        (hill.swing / (1 + 0.9 * i), 0.9 * pace * (i + 1) * math.tau / breadth, phase)
        for i, (pace, phase) in enumerate(hill.waves)
    ]
    return lambda x: hill.y - sum(swing * math.sin(pace * x + ph) for swing, pace, ph in sines)


def _contour(hill: Hill, ridge: Function, n: int, apart: float) -> Function:
    shiver = 2.2 * (1 - n / (hill.contours + 3))
    return lambda x: ridge(x) + n * apart + shiver * math.sin(x / 90 + 1.7 * n)


def _flatter(ridge: Function, y: float, n: int, count: int) -> Function:
    """Ruled line `n` of `count`: interpolated from the ridge to level, which the last one is."""
    left = 1 - n / count
    return lambda x: y + _RULED * n + (ridge(x) - y) * left


def _line(land: Land, y: Function, wider: float) -> Stroke:
    return Stroke(sample_curve(y, -_OUTSIDE, land.width + _OUTSIDE, land.step * wider))


def _ground(land: Land, role: str, ridge: Function) -> Shape:
    top = path_data([_line(land, ridge, 1)])
    return Shape(f"{top}V{land.height}H-{_OUTSIDE}z", role)


def _house(land: Land, ridge: Function) -> Iterator[Shape]:
    x = round(land.width * land.house_at)
    y = round(ridge(x))
    yield Shape(f"M{x - 17} {y + 7}v-20l18-14 18 14v20zM{x + 8} {y - 23}v-9h6v14z", "house")
    yield Shape(f"M{x - 5} {y - 9}h9v9h-9z", "window")
