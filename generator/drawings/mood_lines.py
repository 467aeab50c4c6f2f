"""Line drawings of moods: small beside a word, or stretched across a page as a landscape."""

from __future__ import annotations

import math

from generator.drawings.mood_shapes import LEFT, MIDDLE, RIGHT, shape
from generator.drawings.svg import Drawing, Shape
from generator.drawings.svg_paths import Point, Stroke, path_data, sample_curve
from generator.text.stable_hash import hash32

WIDTH, HEIGHT = 160, 44
_ECHOES = 4
_ECHO_APART = 6
_TURNING = {"ashamed": (91, 131), "lonely": (128, 140), "stuck": (75, 109)}
"""x ranges of loops and other parts that must not be stretched on wide pages, by mood."""
_NARROWER = 0.45
"""Horizontal scale of such a part: right on a tablet, and nearly so on phone and desktop."""


def mood_line(mood: str, seed: str = "") -> Drawing:
    """The line of a mood in a box of 160 by 44 units; a seed makes a deterministic variation."""
    return Drawing("line", WIDTH, HEIGHT, (Shape(path(mood, seed=seed)),))


def mood_landscape(mood: str) -> Drawing:
    """The line of a mood from edge to edge with fading copies below, for a box of any aspect ratio.

    It is stretched to its box (preserveAspectRatio="none"). A ring would be distorted by that, so
    it becomes a point, which the style sheet draws as a round spot.
    """
    height = HEIGHT + _ECHOES * _ECHO_APART
    strokes = [_narrowed(stroke, mood) for stroke in shape(mood) if not stroke.closed]
    echoes = [
        Shape(
            path_data(_placed(strokes, 0, WIDTH, MIDDLE + _ECHO_APART * i, 1)),
            f"echo{i}" if i else "",
        )
        for i in reversed(range(_ECHOES + 1))
    ]
    spots = [
        Shape(path_data([Stroke((at, (at[0] + 0.1, at[1])), 0)]), "spot")
        for ring in shape(mood)
        if ring.closed
        for at in [_middle(ring)]
    ]
    return Drawing("landscape", WIDTH, height, (*echoes, *spots), fit="none")


def path(
    mood: str,
    left: float = LEFT,
    right: float = RIGHT,
    middle: float = MIDDLE,
    amplitude: float = 1.0,
    seed: str = "",
) -> str:
    """Path data of a mood's line from x `left` to `right` about y `middle`, scaled by `amplitude`.

    A seed, such as the id of a prompt, shifts its swings along the line and lowers them by up to a
    quarter: the same mood, and a line that no other prompt has.
    """
    strokes = shape(mood)
    if seed:
        strokes, lower = _varied(strokes, seed)
        amplitude *= lower
    return path_data(_placed(strokes, left, right, middle, amplitude))


def strength_line(width: int = WIDTH, height: int = HEIGHT, swing: float = 0) -> Drawing:
    """A zigzag of growing amplitude, for a rating scale from none to the most.

    `swing` is the distance between a high and the next low; 0 derives it from the height.
    """
    reach = height / 2 - 2
    data = path_data([_growing(2, width - 2, height / 2, reach, swing or reach / 4 + 1)])
    return Drawing("strength", width, height, (Shape(data),))


def _growing(left: float, right: float, middle: float, reach: float, step: float) -> Stroke:
    calm = left + (right - left) * 0.12

    def y(x: float) -> float:
        share = (x - calm) / (right - calm)
        which = round((x - calm) / step)
        swing = reach * math.pow(share, 1.5) * (0.72 + 0.28 * (which * 0.618034 % 1))
        return middle + (swing if which % 2 else -swing)

    return Stroke(
        ((left, middle), *sample_curve(y, calm, right - step, step), (right, middle)), 1 / 9
    )


def _placed(
    strokes: list[Stroke] | tuple[Stroke, ...],
    left: float,
    right: float,
    middle: float,
    amplitude: float,
) -> list[Stroke]:
    across = (right - left) / (RIGHT - LEFT)

    def place(point: Point) -> Point:
        x, y = point
        return left + (x - LEFT) * across, middle + (y - MIDDLE) * amplitude

    return [stroke.moved(place) for stroke in strokes]


def _narrowed(stroke: Stroke, mood: str) -> Stroke:
    """Piecewise linear map of x: the part in `_TURNING` narrower, what is beside it wider."""
    if mood not in _TURNING:
        return stroke
    start, end = _TURNING[mood]
    margin = (end - start) * (1 - _NARROWER) / 2
    before = (LEFT, start, LEFT, start + margin)
    inside = (start, end, start + margin, end - margin)
    after = (end, RIGHT, end - margin, RIGHT)

    def place(point: Point) -> Point:
        x, y = point
        low, high, to_low, to_high = before if x < start else inside if x < end else after
        return to_low + (x - low) * (to_high - to_low) / (high - low), y

    return stroke.moved(place)


def _varied(strokes: tuple[Stroke, ...], seed: str) -> tuple[tuple[Stroke, ...], float]:
    """The strokes with x displaced by less than a tenth of the length, and an amplitude factor.

    Both are derived from the hash of the seed; the factor is 0.75 to 1.
    """
    chance = hash32(seed)
    slow = ((chance & 255) / 255 - 0.5) * 0.1
    quick = ((chance >> 8 & 255) / 255 - 0.5) * 0.07

    def place(point: Point) -> Point:
        share = (point[0] - LEFT) / (RIGHT - LEFT)
        moved = slow * math.sin(math.pi * share) + quick * math.sin(math.tau * share)
        return LEFT + (RIGHT - LEFT) * (share + moved), point[1]

    lower = 0.75 + (chance >> 16 & 255) / 255 * 0.25
    return tuple(stroke.moved(place) for stroke in strokes), lower


def _middle(ring: Stroke) -> Point:
    xs, ys = zip(*ring.points, strict=True)
    return sum(xs) / len(xs), sum(ys) / len(ys)
