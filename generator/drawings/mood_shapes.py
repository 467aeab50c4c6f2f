"""Geometry of each mood's line: control points in a box of 160 by 44, drawn by `mood_lines.py`.

Lines of agitated moods shake or whirl, heavy ones sink or break, tangled ones turn on themselves,
quiet ones swing slowly. A mood that is not here, because a clinic added it, gets two sine waves
whose lengths are derived from the hash of its id.
"""

from __future__ import annotations

import math

from generator.drawings.svg_paths import Point, Stroke, sample_curve
from generator.text.stable_hash import hash32

LEFT, RIGHT, MIDDLE = 2.0, 158.0, 22.0
"""x at which lines begin and end, and y of their baseline."""
_GOLDEN = 0.618034
"""Golden ratio conjugate: its multiples modulo 1 are a low-discrepancy (Weyl) sequence."""


def shape(mood: str) -> tuple[Stroke, ...]:
    """The strokes of a mood's line; for an unknown id, slow waves derived from its hash."""
    return SHAPES[mood] if mood in SHAPES else _quiet(mood)


def _quiet(mood: str) -> tuple[Stroke, ...]:
    chance = hash32(mood)
    long, short = 70 + chance % 61, 33 + (chance >> 8) % 23
    phase = (chance >> 16) % 64 / 10

    def y(x: float) -> float:
        swing = 6.5 * math.sin(math.tau * x / long + phase)
        return MIDDLE + swing + 3.5 * math.sin(math.tau * x / short + 2 * phase)

    return (Stroke(sample_curve(y, LEFT, RIGHT, 8)),)


def _anxious() -> tuple[Stroke, ...]:
    points: list[Point] = [(LEFT, MIDDLE)]
    x = 10.0
    while x < 152:
        chance = len(points) * _GOLDEN % 1
        reach = (3 + 11 * math.exp(-(((x - 96) / 34) ** 2))) * (0.7 + 0.45 * chance)
        points.append((x, MIDDLE + (reach if len(points) % 2 else -reach)))
        x += 4.2 + 2 * (1 - chance)
    return (Stroke((*points, (RIGHT, MIDDLE)), 1 / 9),)


def _worried() -> tuple[Stroke, ...]:
    turns = 4
    steps = 9 * turns

    def at(i: int) -> Point:
        angle = math.tau * turns * i / steps
        swell = min(1, i / 9, (steps - i) / 9)
        x = LEFT + (RIGHT - LEFT) * i / steps - 10 * swell * math.sin(angle)
        return x, MIDDLE + 2 - 10 * swell * math.cos(angle)

    return (Stroke(tuple(map(at, range(steps + 1)))),)


def _overwhelmed() -> tuple[Stroke, ...]:
    def wave(reach: float, length: float, phase: float) -> Stroke:
        def y(x: float) -> float:
            swell = math.sin(math.pi * (x - LEFT) / (RIGHT - LEFT))
            return MIDDLE + reach * swell * math.sin(math.tau * x / length + phase)

        return Stroke(sample_curve(y, LEFT, RIGHT, length / 5))

    waves = ((8, 35, 0.0), (12, 50, 1.6), (17, 70, 3.1), (9, 28, 4.4))
    return tuple(wave(*each) for each in waves)


def _ashamed() -> tuple[Stroke, ...]:
    steps = 20

    def curl(i: int) -> Point:
        share = i / steps
        angle = math.pi / 2 - math.tau * 2.5 * share
        reach = 16.5 * (1 - share) ** 0.8 + 1.2
        return 112 + 1.15 * reach * math.cos(angle), 22.3 + reach * math.sin(angle)

    line = ((LEFT, 37.5), (34.0, 37.7), (66.0, 38.8), (92.0, 39.8))
    return (Stroke((*line, *map(curl, range(steps + 1)))),)


def _stuck() -> tuple[Stroke, ...]:
    def wound(i: int) -> Point:
        """Point of a rotating ellipse, like thread wound on a ball."""
        angle, turned = 0.9 * i - 2.6, 0.16 * i
        along_it, across = 15.5 * math.cos(angle), 8.5 * math.sin(angle)
        x = 92 + along_it * math.cos(turned) - across * math.sin(turned)
        return x, MIDDLE + along_it * math.sin(turned) + across * math.cos(turned)

    line = ((LEFT, 24.0), (30.0, 24.0), (60.0, 22.5))
    return (
        Stroke((*line, *map(wound, range(27)))),
        Stroke(((124.0, 4.0), (124.0, 40.0)), 0),
    )


def _tired() -> tuple[Stroke, ...]:
    def y(x: float) -> float:
        sinking = 18 + 14 * math.pow(x / RIGHT, 1.6)
        return sinking + 9 * math.exp(-x / 46) * math.sin(x / 6.6)

    return (Stroke(sample_curve(y, LEFT, RIGHT, 6.5)),)


def _calm() -> tuple[Stroke, ...]:
    def y(x: float) -> float:
        return MIDDLE + 7 * math.sin(math.tau * 1.25 * (x - LEFT) / (RIGHT - LEFT) - 0.5)

    return (Stroke(sample_curve(y, LEFT, RIGHT, 13)),)


def _grateful() -> tuple[Stroke, ...]:
    arches, x = [], LEFT
    for width, height in ((20, 10), (26, 15), (32, 21), (38, 27), (40, 32)):
        turns = [math.pi * i / 6 for i in range(7)]
        middle, reach = x + width / 2, width / 2
        arches.append(
            Stroke(tuple((middle - reach * math.cos(a), 36 - height * math.sin(a)) for a in turns))
        )
        x += width
    return tuple(arches)


def _ring(x: float, y: float, radius: float) -> Stroke:
    turns = [math.tau * i / 8 for i in range(8)]
    points = tuple((x + radius * math.cos(a), y + radius * math.sin(a)) for a in turns)
    return Stroke(points, closed=True)


SHAPES: dict[str, tuple[Stroke, ...]] = {
    # stirred up
    "anxious": _anxious(),
    "worried": _worried(),
    "overwhelmed": _overwhelmed(),
    "angry": (
        Stroke(
            (
                (2, 28), (30, 28), (38, 22), (46, 30), (58, 7), (66, 36), (78, 3), (90, 40),
                (100, 11), (108, 30), (116, 24), (124, 28), (158, 28),
            ),
            0,
        ),
    ),
    # heavy
    "sad": (
        Stroke(
            ((2, 9), (24, 9.5), (44, 14), (64, 24), (86, 32.5), (112, 35.5), (136, 35), (158, 35.5))
        ),
    ),
    "numb": (Stroke(((2, 25), (28, 25.6), (60, 25.2), (96, 25.7), (128, 25), (158, 25.4))),),
    "lonely": (
        Stroke(((2, 30), (158, 30)), 0),
        Stroke(((128, 30), (129.6, 24.6), (134, 22), (138.4, 24.6), (140, 30))),
    ),
    "grieving": (
        Stroke(sample_curve(lambda x: 20 - 6 * math.sin(x / 11), 2, 62, 6)),
        Stroke(((98, 31), (108, 31.5), (120, 29), (132, 31.5), (144, 30.2), (158, 31))),
    ),
    # tangled
    "ashamed": _ashamed(),
    "self-critical": (
        Stroke(
            (
                (2, 14), (26, 14), (44, 33), (36, 10), (60, 35), (50, 8), (76, 36), (68, 7),
                (94, 34), (84, 10), (110, 32), (100, 14), (124, 27), (140, 27), (158, 27),
            ),
            1 / 10,
        ),
    ),
    "stuck": _stuck(),
    "hurt": (
        Stroke(((2, 15), (30, 14.6), (62, 15))),
        Stroke(((62, 15), (71, 36), (78, 22), (83, 31), (87, 27)), 0),
        Stroke(((87, 27), (97, 22), (112, 19.6), (134, 18.6), (158, 18.2))),
    ),
    # quieter
    "tired": _tired(),
    "calm": _calm(),
    "grateful": _grateful(),
    "hopeful": (
        Stroke(((2, 37), (34, 36.2), (64, 32.5), (92, 25), (118, 16.5), (134, 12.5))),
        _ring(146, 9.5, 5.5),
    ),
}  # fmt: skip
"""Strokes by id of the mood."""
