"""SVG path data from points: Catmull-Rom splines as cubic Béziers, relative, one decimal.

Points are rounded before the differences between them are taken, so that errors do not add up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]
Function = Callable[[float], float]

TENSION = 1 / 6
"""Length of a Bézier handle as a share of the distance between a point's neighbours.

1/6 is the uniform Catmull-Rom spline."""


@dataclass(frozen=True)
class Stroke:
    """A spline through points; a tension of 0 makes a polyline. Closed, its ends are joined."""

    points: tuple[Point, ...]
    tension: float = TENSION
    closed: bool = False

    def moved(self, place: Callable[[Point], Point]) -> Stroke:
        """The stroke with `place` applied to its points; exact for curves if it is affine."""
        return Stroke(tuple(map(place, self.points)), self.tension, self.closed)

    def sampled(self, each: int) -> tuple[Point, ...]:
        """The curve flattened to a polyline, with `each` segments between two of its points."""
        own = (*self.points, self.points[0]) if self.closed else self.points
        before, after = (own[-2], own[1]) if self.closed else (own[0], own[-1])
        around = (before, *own, after)
        polyline = [own[0]]
        for b, s, e, a in zip(around, own, own[1:], around[3:], strict=False):
            for t in (i / each for i in range(1, each + 1)):
                x, y = (
                    _bezier(
                        s[k], s[k] + (e[k] - b[k]) * self.tension,
                        e[k] - (a[k] - s[k]) * self.tension, e[k], t,
                    )
                    for k in (0, 1)
                )  # fmt: skip
                polyline.append((x, y))
        return tuple(polyline)


def _bezier(start: float, first: float, second: float, end: float, t: float) -> float:
    """One coordinate of a cubic Bézier curve at `t`, 0 to 1 (Bernstein form)."""
    left = 1 - t
    return left**3 * start + 3 * left * t * (left * first + t * second) + t**3 * end


def sample_curve(y: Function, start: float, end: float, step: float) -> tuple[Point, ...]:
    """Samples (x, y(x)) at equal distances of about `step`, both ends included."""
    count = max(1, round((end - start) / step))
    xs = (start + (end - start) * i / count for i in range(count + 1))
    return tuple((x, y(x)) for x in xs)


def path_data(strokes: Iterable[Stroke]) -> str:
    """The `d` of one path with all strokes: an absolute M for each, then relative commands."""
    return "".join(map(_stroke_data, strokes))


def _stroke_data(stroke: Stroke) -> str:
    points = [_rounded(point) for point in stroke.points]
    if stroke.closed:
        points.append(points[0])
    start = f"M{_numbers(points[0])}"
    end = "z" if stroke.closed else ""
    if stroke.tension == 0:
        return start + "l" + _numbers(*map(_step, pairwise(points))) + end
    handles = [_handle(points, i, stroke) for i in range(len(points))]
    first = (handles[0], _less(_step(points[:2]), handles[1]), _step(points[:2]))
    # `s` mirrors the handle before it, which Catmull-Rom does too: two numbers less per point.
    others = [
        part
        for (here, there), handle in zip(pairwise(points[1:]), handles[2:], strict=True)
        for part in (_less(_step((here, there)), handle), _step((here, there)))
    ]
    smooth = "s" + _numbers(*others) if others else ""
    return start + "c" + _numbers(*first) + smooth + end


def _handle(points: list[Point], i: int, stroke: Stroke) -> Point:
    """Offset from a point to its outgoing handle; the incoming one is its negative."""
    if stroke.closed and i in (0, len(points) - 1):
        before, after = points[-2], points[1]
    else:
        before, after = points[max(i - 1, 0)], points[min(i + 1, len(points) - 1)]
    return (after[0] - before[0]) * stroke.tension, (after[1] - before[1]) * stroke.tension


def _step(two: Iterable[Point]) -> Point:
    (x, y), (to_x, to_y) = two
    return to_x - x, to_y - y


def _less(one: Point, other: Point) -> Point:
    return one[0] - other[0], one[1] - other[1]


def _rounded(point: Point) -> Point:
    return round(point[0], 1), round(point[1], 1)


def _numbers(*points: Point) -> str:
    """Minified coordinates: at most one decimal, and no space before a minus."""
    written = (number(value) for point in points for value in point)
    return " ".join(written).replace(" -", "-")


def number(value: float) -> str:
    """Minified number: rounded to one decimal, no trailing zero, no zero before the point."""
    tenths = round(value * 10)
    whole, part = divmod(abs(tenths), 10)
    written = f"{whole or ''}.{part}" if part else str(whole)
    return f"-{written}" if tenths < 0 else written
