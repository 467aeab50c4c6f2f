"""Curves through points, written as path data; another program's reader says what they draw."""

from __future__ import annotations

import math

import pytest
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path

from generator.drawings.svg_paths import Point, Stroke, number, path_data, sample_curve


def drawn(data: str) -> list[tuple[str, tuple[Point, ...]]]:
    """What a pen is told, in absolute places."""
    pen = RecordingPen()
    parse_path(data, pen)
    return pen.value


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (-0.04, "0"),
        (0.04, "0"),
        (0.5, ".5"),
        (-0.5, "-.5"),
        (2.0, "2"),
        (-12.34, "-12.3"),
    ],
)
def test_numbers_are_short(value: float, written: str) -> None:
    """A number has one decimal at most, and nothing that a reader does not need."""
    assert number(value) == written


def test_curve_goes_through_its_points() -> None:
    """A long curve is where it should be at every point: no error of rounding adds up."""
    points = sample_curve(lambda x: 20 + 9.37 * math.sin(x / 7.3), 0, 3000, 3.33)
    ends = [at[-1] for _, at in drawn(path_data([Stroke(points)])) if at]
    assert len(ends) == len(points)
    for (x, y), (to_x, to_y) in zip(ends, points, strict=True):
        assert x == pytest.approx(to_x, abs=0.0501)
        assert y == pytest.approx(to_y, abs=0.0501)


def test_handles_are_those_of_catmull_rom() -> None:
    """The handles of a point lie on the line between its neighbours' directions, both as long."""
    points = ((0, 0), (10, 12), (22, -6), (40, 3))
    second = drawn(path_data([Stroke(points)]))[2]
    assert second[0] == "curveTo"
    (ahead, back, end) = second[1]
    assert ahead == pytest.approx((10 + 22 / 6, 12 - 6 / 6), abs=0.11)
    assert back == pytest.approx((22 - 30 / 6, -6 + 9 / 6), abs=0.11)
    assert end == pytest.approx((22, -6))


def test_corners_stay_corners() -> None:
    """Without tension, points are joined by straight lines."""
    told = drawn(path_data([Stroke(((2, 3), (30, 3.5), (8, 1)), 0)]))
    assert [name for name, _ in told] == ["moveTo", "lineTo", "lineTo", "endPath"]


def test_ring_closes_smoothly() -> None:
    """A closed stroke ends where it began, in the direction in which it began."""
    angles = [math.tau * i / 8 for i in range(8)]
    ring = Stroke(tuple((50 + 9 * math.cos(a), 50 + 9 * math.sin(a)) for a in angles), closed=True)
    told = drawn(path_data([ring]))
    curves = [at for name, at in told if name == "curveTo"]
    assert told[-1][0] == "closePath"
    assert curves[-1][-1] == pytest.approx(told[0][1][0])
    assert curves[-1][1][0] == pytest.approx(curves[0][0][0], abs=0.11)


def test_points_along_a_function_reach_both_ends() -> None:
    """However long the step, the first and the last point are the ends."""
    for step in (0.7, 3, 1000):
        points = sample_curve(lambda x: x, 2, 158, step)
        assert (points[0][0], points[-1][0]) == (2, 158)
