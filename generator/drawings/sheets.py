"""Thumbnails of worksheets as vector drawings: title, fields, closing question, footer."""

from __future__ import annotations

import math

from generator.drawings.svg import Drawing, Shape
from generator.drawings.svg_paths import Stroke, path_data, sample_curve

WIDTH, HEIGHT = 128, 166

_Part = tuple[tuple[str, str], ...]
"""(role, path data) of each shape."""


def _storm(x: float) -> float:
    """Sine of growing amplitude: level at the left, a storm at the right."""
    share = (x - 12) / 104
    return 72 - 11 * share * share * math.sin(math.tau * (x - 12) / 9)


def _ridge(low: float, swing: float, phase: float) -> str:
    def y(x: float) -> float:
        return low - swing * math.sin(math.tau * x / 150 + phase)

    return path_data([Stroke(sample_curve(y, 2, WIDTH - 2, 16))])


_ROWS: _Part = (
    ("head", "M10 52h108v8H10z"),
    ("word", "M14 56h10M36 56h22M76 56h26M12 69h9M12 81h7M12 93h10M12 105h8"),
    ("rule", "M10 73h108M10 85h108M10 97h108M10 109h108"),
)
_SCALE: _Part = (
    ("word", "M10 54h42M10 90h46"),
    ("", path_data([Stroke(sample_curve(_storm, 12, 116, 2.25))])),
    ("rule", "M10 100h108M10 109h108"),
)
_LINES: _Part = (
    ("word", "M10 54h20"),
    ("rule", "M10 63h108M10 72h108M10 81h108M10 90h108M10 99h108M10 108h108"),
)
_SHEETS: dict[str, tuple[str, _Part, _Part]] = {
    "diary": ("M10 15h52", (("lamp", "M103 8a8 8 0 1 0 9 11a9 9 0 0 1-9-11z"),), _ROWS),
    "letter": ("M10 15h58", (("", "M92 9h22v14H92zM92 10l11 8 11-8"),), _LINES),
    "scale": ("M10 15h38", (("", "M92 23v-5h5v5M99 23v-9h5v9M106 23V9h5v14"),), _SCALE),
}
"""Path data of the title, shapes of its drawing, shapes of its fields, by name."""

SHEETS = tuple(_SHEETS)


def sheet_drawing(name: str) -> Drawing:
    """The thumbnail of a name in `SHEETS`; raises KeyError for another."""
    title, drawn, body = _SHEETS[name]
    parts: _Part = (
        ("title", title),
        ("word", "M10 24h70"),
        *drawn,
        ("", "M10 30c18-1.5 36 1.5 54 0s36-1.5 54 0"),
        ("lamp", "M10 35h108v10H10z"),
        ("word", "M15 38.5h56M15 41.5h70"),
        *body,
        ("moss", "M10 116h108v10H10z"),
        ("word", "M15 121h30M66 121h10M88 121h12"),
        ("ember", "M10 132h58"),
        ("hill", _ridge(148, 6, 0.5) + _ridge(153, 4.5, 0.7) + _ridge(158, 3, 0.9)),
    )
    return Drawing("leaf", WIDTH, HEIGHT, tuple(Shape(data, role) for role, data in parts), name)
