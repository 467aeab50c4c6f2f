"""Illustrations of techniques and of the crisis page's first steps, 96 by 72 units.

Objects and places, no faces: strokes of one width, and at most one filled spot. Strokes are path
data, concatenated; waves and curls are computed.
"""

from __future__ import annotations

import math

from generator.drawings.svg import Drawing, Shape
from generator.drawings.svg_paths import Stroke, path_data, sample_curve

WIDTH, HEIGHT = 96, 72

Sketch = tuple[str, str]
"""Path data of the filled spot, and of all strokes."""

_GROUND = "M6 62h84"


def way_drawing(technique: str) -> Drawing:
    """The drawing of a technique by id; for an unknown one, a page with lines."""
    return _drawing(WAYS.get(technique, _PAGE))


def crisis_drawing(step: str) -> Drawing:
    """The drawing of a name in `STEPS`; raises KeyError for another."""
    return _drawing(STEPS[step])


def _drawing(sketch: Sketch) -> Drawing:
    spot, strokes = sketch
    return Drawing("way", WIDTH, HEIGHT, (Shape(spot, "spot"), Shape(strokes)))


def _wave(start: float, end: float, middle: float, reach: float, length: float) -> str:
    def y(x: float) -> float:
        return middle + reach * math.sin(math.tau * (x - start) / length)

    return path_data([Stroke(sample_curve(y, start, end, length / 5))])


def _curl(x: float, y: float, turns: int, reach: float) -> str:
    angles = [i * 0.8 for i in range(round(turns * math.tau / 0.8))]
    radii = [1.5 + reach * i / len(angles) for i in range(len(angles))]
    points = tuple(
        (x + 1.15 * r * math.cos(a), y + r * math.sin(a))
        for a, r in zip(angles, radii, strict=True)
    )
    return path_data([Stroke(points)])


def _ellipse(x: float, y: float, across: float, down: float) -> str:
    return (
        f"M{x - across:g} {y:g}a{across:g} {down:g} 0 1 0 {2 * across:g} 0"
        f"a{across:g} {down:g} 0 1 0-{2 * across:g} 0z"
    )


def _circle(x: float, y: float, radius: float) -> str:
    return _ellipse(x, y, radius, radius)


_PAGE: Sketch = (
    "M30 24h24v4H30z",
    "M22 10h38l14 14v38H22zM60 10v14h14M32 34h32M32 43h32M32 52h20",
)

_STONES = [
    (22, 57, 14, 6),
    (48, 49, 12, 5),
    (34, 37, 10.5, 4.5),
    (56, 29, 10, 4),
    (72, 18, 11, 4.5),
]
_BARS = "".join(
    f"M{x:g} 62v-{height}h8.5v{height}"
    for x, height in zip((12, 23.8, 35.6, 47.4, 59.2, 71), (12, 20, 14, 26, 38, 30), strict=True)
)
_HEART = "M48 51c-10-6-13-10-13-14a6.5 6.5 0 0 1 13-2 6.5 6.5 0 0 1 13 2c0 4-3 8-13 14z"
_LOOSE_WORD = "M30 28l44-5 1.5 11-44 5z"

WAYS: dict[str, Sketch] = {
    "bedtime-list": (
        "M70 10a13 13 0 1 0 13 19 10.5 10.5 0 0 1-13-19z",
        "M18 22h34a3 3 0 0 1 3 3v33a4 4 0 0 0 4 4H22a4 4 0 0 1-4-4z"
        "M26 32h20M26 40h16M26 48h11M55 57h11a5 5 0 0 1-5 5",
    ),
    "gratitude": (
        _ellipse(50, 27, 9.5, 6),
        _ellipse(50, 54, 20, 8.5)
        + _ellipse(50, 39.5, 14.5, 7)
        + _ellipse(50, 27, 9.5, 6)
        + "M6 62.5h20M74 62.5h16",
    ),
    "routine": (
        "M29 37h34c0 6-1 10-3 14H32c-2-4-3-8-3-14z",
        "M27 34h38c0 12-3 22-11 26H38c-8-4-11-14-11-26zM64.5 38c7-2 11 1 10 6s-6 9-12 8"
        "M38 26c-4-5 4-7 0-13M50 26c-4-5 4-7 0-13" + _GROUND,
    ),
    "emotion-tracking": (
        _circle(47, 17, 5),
        _wave(8, 88, 28, -12, 52)
        + "M12 54v4M24 54v4M36 54v4M48 54v4M60 54v8M72 54v4M84 54v4"
        + _GROUND,
    ),
    "lists": (
        _circle(22, 20, 4),
        _circle(22, 20, 4)
        + _circle(22, 38, 4)
        + _circle(22, 56, 4)
        + _wave(36, 82, 20, 0.9, 30)
        + _wave(36, 72, 38, 0.9, 30)
        + "M36 56h14",
    ),
    "sentence-starters": (
        "M51 21h6v24h-6z",
        _wave(10, 45, 42, 3.2, 11)
        + "M62 44h3M71 44h3M80 44h3M54 20v26M49.5 18c2.5 0 4.5 1 4.5 2 0-1 2-2 4.5-2"
        "M49.5 48c2.5 0 4.5-1 4.5-2 0 1 2 2 4.5 2M10 58h76",
    ),
    "best-possible-self": (
        "M58 34a11 11 0 0 1 22 0z",
        "M6 34h84M58 34a11 11 0 0 1 22 0M69 17v-5M82 22l4-4M56 22l-4-4"
        "M16 66c0-10 34-8 34-17s-18-6-18-10 10-4 14-5"
        "M36 66c6-9 32-8 30-18-2-7-20-5-18-9 1-3 9-4 13-5",
    ),
    "positive-moments": (
        "M48 30c-1-14 14-21 29-19-2 16-14 24-29 19z",
        "M48 64V30M48 30c-1-14 14-21 29-19-2 16-14 24-29 19z"
        "M48 46c2-10-8-17-22-16 1 12 10 19 22 16z"
        "M48 30c6-6 12-10 19-13M48 46c-5-5-9-7-14-10M26 64h44",
    ),
    "activity-diary": ("M59.2 24h8.5v38h-8.5z", _BARS + _GROUND),
    "self-compassion-letter": (
        _HEART,
        "M16 24h64v38H16zM16 24l18 14M80 24L62 38M30 24V10h36v14" + _HEART,
    ),
    "perspective-shift": (
        "M43 32h10v9H43z",
        "M8 8h80v56H8zM24 19h48v35H24zM36 28h24v17H36z"
        "M8 8l16 11M88 8L72 19M8 64l16-10M88 64L72 54",
    ),
    "thought-record": (
        _circle(48, 16, 4),
        _circle(48, 16, 4)
        + "M48 20v42M34 62h28M18 30c14-6 46 2 60-6"
        "M18 30l-9 17h18zM78 24l-9 17h18z"
        "M9 47c2 6 16 6 18 0M69 41c2 6 16 6 18 0",
    ),
    "worry-time": (
        "M48 36V14a22 22 0 0 1 22 22z",
        _circle(48, 36, 26) + "M48 36V14M48 36h22M48 12v-2M48 62v-2M22 36h2M72 36h2"
        + _curl(40, 45, 2, 8),
    ),
    "values": (
        "M48 12l7 24H41z",
        _circle(48, 36, 27) + "M48 12l7 24-7 24-7-24zM41 36h14M48 9v-4M75 36h4M17 36h4M48 67v-4",
    ),
    "poem": (
        _LOOSE_WORD,
        "M12 12l36-3 1 11-36 3z" + _LOOSE_WORD + "M18 48l30 2-.8 11-30-2zM56 51l30-2 .8 11-30 2z"
        "M18 17l24-2M36 34l30-3.5M24 54l18 1.3M62 56l18-1.3",
    ),
    "dialogue": (
        "M59 26h25a4 4 0 0 1 4 4v18a4 4 0 0 1-4 4h-5v9l-9-9H50a4 4 0 0 1-4-4v-7h4a9 9 0 0 0 9-9z",
        "M12 12h38a4 4 0 0 1 4 4v16a4 4 0 0 1-4 4H30l-10 9v-9h-8a4 4 0 0 1-4-4V16a4 4 0 0 1 4-4z"
        "M60 26h24a4 4 0 0 1 4 4v18a4 4 0 0 1-4 4h-5v9l-9-9H50a4 4 0 0 1-4-4v-6"
        "M18 21h24M18 28h15M58 38h20M62 45h12",
    ),
    "unsent-letter": (
        "M66 25h10v11H66z",
        "M12 18h72v44H12zM12 62l26-22M84 62L58 40M12 18l28 22c5 4 11 4 16 0l8-6.3M77 23.5L84 18"
        "M66 25h10v11H66z",
    ),
    "life-story": (
        _ellipse(72, 18, 11, 4.5),
        "".join(_ellipse(*stone) for stone in _STONES)
        + "M6 66c8-2 12 2 20 0M60 62c8-2 14 2 24 0",
    ),
    "expressive-writing": (
        "M48 29h32v36H48z",
        "M16 45V10h28v6M16 45h8M24 53V16h28v6M24 53h10M34 59V22h28v7M34 59h14M48 29h32v36H48z"
        "M55 38h18M55 45h18M55 52h11",
    ),
    "free-writing": (
        "M70 26l12-12 5 5-12 12z",
        path_data(
            [
                Stroke(
                    (
                        (8, 60), (16, 48), (22, 58), (30, 46), (35, 57), (43, 44), (48, 55),
                        (55, 43), (60, 50), (66, 40),
                    )
                )
            ]
        )
        + "M66 40l2-12 14-14 5 5-14 14zM76 20l5 5M68 28l5 5",
    ),
}  # fmt: skip
"""Sketches by id of the technique."""

STEPS: dict[str, Sketch] = {
    "feet": (
        "M6 60h84v5H6z",
        "M32 12c8 0 10 9 8 19-1 6 2 10 2 17 0 8-3 12-9 12s-9-4-9-12c0-6 2-10 1-17-2-10-1-19 7-19z"
        "M64 12c-8 0-10 9-8 19 1 6-2 10-2 17 0 8 3 12 9 12s9-4 9-12c0-6-2-10-1-17 2-10 1-19-7-19z"
        "M24 46c6 3 12 3 18 0M54 46c6 3 12 3 18 0" + _GROUND,
    ),
    "away": (
        "M50 12h24v50H50z",
        "M50 62V10h26v52M50 10L34 18v50l16-6M6 62h22M76 62h14M12 40h18M23 33l8 7-8 7M40 42v3",
    ),
    "near": (
        _circle(48, 20, 7),
        _circle(48, 20, 7) + "M34 62c0-16 4-26 14-26s14 10 14 26"
        + _circle(22, 28, 6) + "M10 62c0-14 3-21 12-21 4 0 7 1 9 4"
        + _circle(74, 28, 6) + "M86 62c0-14-3-21-12-21-4 0-7 1-9 4" + _GROUND,
    ),
}  # fmt: skip
"""Sketches by step: feet on the floor, away from what could hurt, near other people."""
