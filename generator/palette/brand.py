"""Brand theming: derives design tokens (light and dark) from a clinic's one or two colours.

Colours are #rrggbb. Dark ones are lightened until they meet the contrasts in `contrast_pairs.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from generator.palette.contrast import lightness, mixed, nearest_passing, with_lightness
from generator.palette.contrast_pairs import Failure, Tokens, failures


class Scheme(StrEnum):
    """Colour scheme."""

    LIGHT = "light"
    DARK = "dark"


BASE: dict[Scheme, Tokens] = {
    Scheme.LIGHT: {
        "mist": "#edf1f7", "band": "#e0e7f1", "paper": "#fffdf8", "wash": "#f6f2e9",
        "ink": "#1d2740", "soft": "#49546e", "line": "#d2dae7", "focus": "#b3540a",
        "lamp": "#f8d79b", "lamp-wash": "#fcefd6", "moss-wash": "#e2eee6", "ember-wash": "#fbe9e4",
        "ember": "#9e3426",
        "pen": "#2b3f94", "pen-deep": "#1c2b6b", "pen-wash": "#e3e8f7",
        "link": "#2b3f94", "link-deep": "#1c2b6b",
        "go": "#2b3f94", "go-deep": "#1c2b6b", "on-go": "#ffffff",
    },
    Scheme.DARK: {
        "mist": "#0f1526", "band": "#182038", "paper": "#24201e", "wash": "#2d2825",
        "ink": "#ede5d8", "soft": "#b9b3b2", "line": "#2b3453", "focus": "#ffd08a",
        "lamp": "#7a5a22", "lamp-wash": "#352a17", "moss-wash": "#1d2e2a", "ember-wash": "#3a1f1e",
        "ember": "#ffb5a3",
        "pen": "#b7c3f5", "pen-deep": "#d6ddfb", "pen-wash": "#222c50",
        "link": "#b7c3f5", "link-deep": "#d6ddfb",
        "go": "#f0c078", "go-deep": "#f8d79b", "on-go": "#1a1405",
    },
}  # fmt: skip
"""Default token values by scheme, as in theme/css/tokens.css; a test compares the two."""

_PEN = ("pen", "pen-deep", "pen-wash")
_LINK = ("link", "link-deep")
_GO = ("go", "go-deep")
DARK_START = 0.72
"""Least HSL lightness of a brand colour on dark pages; raised until contrasts are met."""
DARK_SATURATION = 0.75
"""Factor of the HSL saturation on dark pages, where strong colours glow."""


DeriveTokens = Callable[[str], dict[str, str]]
"""A function from a colour for dark pages to its tokens."""


def brand(primary: str | None, accent: str | None) -> dict[Scheme, dict[str, str]]:
    """Overridden token values by scheme; empty if the clinic has no colours.

    `primary` is for drawings, marks, pale grounds and, in the light scheme, buttons; `accent` for
    links, which have the primary colour without it. Dark values are derived. Buttons on dark pages
    keep the theme's colour in every edition.
    """
    tokens: dict[Scheme, dict[str, str]] = {Scheme.LIGHT: {}, Scheme.DARK: {}}
    if primary:
        tokens[Scheme.LIGHT] |= _light_pen(primary)
        tokens[Scheme.DARK] |= _dark(primary, _dark_pen)
    if accent:
        tokens[Scheme.LIGHT] |= _light_link(accent)
        tokens[Scheme.DARK] |= _dark(accent, _dark_link, **tokens[Scheme.DARK])
    return tokens


def all_tokens(scheme: Scheme, changed: Tokens) -> dict[str, str]:
    """All token values of a scheme with overrides, also those mixed by CSS (`pen-26`)."""
    tokens = {**BASE[scheme], **changed}
    return {**tokens, "pen-26": mixed(tokens["pen"], tokens["mist"], 0.26)}


def unreadable(primary: str | None, accent: str | None) -> list[Failure]:
    """Contrast failures of these colours in both schemes; empty if all uses pass."""
    return [
        failure
        for scheme, changed in brand(primary, accent).items()
        for failure in failures(all_tokens(scheme, changed))
    ]


def readable_primary(colour: str) -> str | None:
    """The nearest primary colour of the same hue that passes all contrasts; None if none does."""
    return nearest_passing(colour, lambda tried: _is_readable(tried, None))


def readable_accent(colour: str, primary: str | None) -> str | None:
    """The nearest accent of the same hue that passes all contrasts beside `primary`, or None."""
    return nearest_passing(colour, lambda tried: _is_readable(primary, tried))


def _is_readable(primary: str | None, accent: str | None) -> bool:
    """Whether all contrasts pass; the light scheme is tested first, where most failures are."""
    light = (_light_pen(primary) if primary else {}) | (_light_link(accent) if accent else {})
    return not any(failures(all_tokens(Scheme.LIGHT, light))) and not unreadable(primary, accent)


def _light_pen(primary: str) -> dict[str, str]:
    paper = BASE[Scheme.LIGHT]["paper"]
    deep = with_lightness(primary, lightness(primary) * 0.72)
    pen = (primary, deep, mixed(primary, paper, 0.12))
    return dict(zip((*_PEN, *_LINK, *_GO), (*pen, primary, deep, primary, deep), strict=True))


def _light_link(accent: str) -> dict[str, str]:
    deep = with_lightness(accent, lightness(accent) * 0.72)
    return dict(zip(_LINK, (accent, deep), strict=True))


def _dark_pen(light: str) -> dict[str, str]:
    deep = with_lightness(light, lightness(light) + 0.1)
    pen = (light, deep, mixed(light, BASE[Scheme.DARK]["mist"], 0.14))
    return dict(zip((*_PEN, *_LINK), (*pen, light, deep), strict=True))


def _dark_link(light: str) -> dict[str, str]:
    return dict(zip(_LINK, (light, with_lightness(light, lightness(light) + 0.1)), strict=True))


def _dark(colour: str, tokens: DeriveTokens, **others: str) -> dict[str, str]:
    """Tokens of the darkest lightness from `DARK_START` on that passes; of white if none does.

    `others` are overrides that are in force already.
    """
    for step in range(_STEPS + 1):
        light = with_lightness(
            colour, DARK_START + (1 - DARK_START) * step / _STEPS, DARK_SATURATION
        )
        derived = tokens(light)
        if not any(failures(all_tokens(Scheme.DARK, {**others, **derived}))):
            return derived
    return tokens("#ffffff")


_STEPS = 28
"""Lightnesses tried between `DARK_START` and white."""
