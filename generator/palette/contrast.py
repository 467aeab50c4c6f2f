"""Colours as WCAG 2 measures them, and the nearest one of the same hue that can be read."""

from __future__ import annotations

import colorsys
from collections.abc import Callable

STEPS = 500
"""Lightnesses that are tried between black and white."""
NEAR, STRONG = 18 / 360, 0.35
"""How far apart hues are at most that look alike, and how strong each is at least."""


def contrast(one: str, other: str) -> float:
    """Contrast of two colours such as #2b4a6f, from 1 to 21, by the formula of WCAG 2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """The first colour with `share` of itself, from 0 to 1, over the other."""
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return _hex(tuple(round(a * share + b * (1 - share)) for a, b in pairs))


def lightness(colour: str) -> float:
    """How light a colour is, from 0 for black to 1 for white, as in HSL."""
    return _hls(colour)[1]


def with_lightness(colour: str, to: float, saturation: float = 1.0) -> str:
    """The colour at another lightness with its own hue; its saturation times `saturation`."""
    hue, _, own = _hls(colour)
    parts = colorsys.hls_to_rgb(hue, min(max(to, 0.0), 1.0), own * saturation)
    return _hex(tuple(round(part * 255) for part in parts))


def like(one: str, other: str) -> bool:
    """Whether somebody would take two colours for one: their hues are near, and neither is grey."""
    (hue, _, strong), (other_hue, _, other_strong) = _hls(one), _hls(other)
    apart = abs(hue - other_hue)
    return min(apart, 1 - apart) <= NEAR and min(strong, other_strong) >= STRONG


def nearest_passing(colour: str, passes: Callable[[str], bool]) -> str | None:
    """The colour of the same hue, nearest in lightness, that passes; itself if it does.

    The darker of two that are as near. None if none passes.
    """
    if passes(colour):
        return colour
    start = lightness(colour)
    steps = (step / STEPS for step in range(STEPS + 1))
    tried = sorted(steps, key=lambda to: (abs(to - start), to))
    candidates = (with_lightness(colour, to) for to in tried)
    return next((candidate for candidate in candidates if passes(candidate)), None)


def _luminance(colour: str) -> float:
    parts = [part / 255 for part in _parts(colour)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _hls(colour: str) -> tuple[float, float, float]:
    red, green, blue = (part / 255 for part in _parts(colour))
    return colorsys.rgb_to_hls(red, green, blue)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _hex(parts: tuple[int, ...]) -> str:
    return "#" + "".join(f"{part:02x}" for part in parts)
