"""WCAG 2 contrast ratio, HSL colour arithmetic, and search for the nearest passing lightness.

Colours are #rrggbb strings (sRGB).
"""

from __future__ import annotations

import colorsys
from collections.abc import Callable

STEPS = 500
"""Resolution of the search: lightness is tried in steps of 1/500."""
NEAR, STRONG = 18 / 360, 0.35
"""Most hue distance (in turns) and least HSL saturation of colours that look alike."""


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio of two colours, 1 to 21; symmetric."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """Linear mix in sRGB: `share` (0 to 1) of `colour`, the rest of `other`."""
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return _hex(tuple(round(a * share + b * (1 - share)) for a, b in pairs))


def lightness(colour: str) -> float:
    """HSL lightness, 0 (black) to 1 (white)."""
    return _hls(colour)[1]


def with_lightness(colour: str, to: float, saturation: float = 1.0) -> str:
    """The colour with HSL lightness `to`, clamped to 0 to 1, and saturation times `saturation`."""
    hue, _, own = _hls(colour)
    parts = colorsys.hls_to_rgb(hue, min(max(to, 0.0), 1.0), own * saturation)
    return _hex(tuple(round(part * 255) for part in parts))


def is_similar(one: str, other: str) -> bool:
    """Whether two colours could be mistaken for one: near hues, and neither is greyish."""
    (hue, _, strong), (other_hue, _, other_strong) = _hls(one), _hls(other)
    apart = abs(hue - other_hue)
    return min(apart, 1 - apart) <= NEAR and min(strong, other_strong) >= STRONG


def nearest_passing(colour: str, passes: Callable[[str], bool]) -> str | None:
    """The colour itself if it passes, else the nearest in HSL lightness that does, or None.

    The darker of two at the same distance.
    """
    if passes(colour):
        return colour
    start = lightness(colour)
    steps = (step / STEPS for step in range(STEPS + 1))
    tried = sorted(steps, key=lambda to: (abs(to - start), to))
    candidates = (with_lightness(colour, to) for to in tried)
    return next((candidate for candidate in candidates if passes(candidate)), None)


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2), 0 to 1."""
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
