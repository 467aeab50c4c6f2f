"""From one or two colours of a clinic to all tokens of the theme, for light pages and dark ones."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from generator.palette.contrast import lightness, mixed, nearest_passing, with_lightness
from generator.palette.contrast_pairs import Failure, Tokens, failures


class Scheme(StrEnum):
    """Light pages or dark ones."""

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
"""The theme's own colours, as in theme/css/tokens.css; a test compares the two."""

_PEN = ("pen", "pen-deep", "pen-wash")
_LINK = ("link", "link-deep")
_GO = ("go", "go-deep")
DARK_START = 0.72
"""How light a colour is at least on dark pages; lighter if it could not be read."""
DARK_SATURATION = 0.75
"""Strong colours glow on dark pages: they are taken back to this share of themselves."""


Tokening = Callable[[str], dict[str, str]]
"""What makes tokens of a light form of a colour."""


def brand(primary: str | None, accent: str | None) -> dict[Scheme, dict[str, str]]:
    """The tokens that a clinic's colours change, by scheme; none if it has no colours.

    `primary` gives drawings, marks, pale grounds and, by day, buttons; `accent` links, which are of
    the primary colour without it. What dark pages need is derived, and can always be read there;
    their buttons are lamps, in every edition.
    """
    found: dict[Scheme, dict[str, str]] = {Scheme.LIGHT: {}, Scheme.DARK: {}}
    if primary:
        found[Scheme.LIGHT] |= _light_pen(primary)
        found[Scheme.DARK] |= _dark(primary, _dark_pen)
    if accent:
        found[Scheme.LIGHT] |= _light_link(accent)
        found[Scheme.DARK] |= _dark(accent, _dark_link, **found[Scheme.DARK])
    return found


def whole(scheme: Scheme, changed: Tokens) -> dict[str, str]:
    """All tokens of a scheme with some changed, those that are mixed on the page too."""
    tokens = {**BASE[scheme], **changed}
    return {**tokens, "pen-26": mixed(tokens["pen"], tokens["mist"], 0.26)}


def unreadable(primary: str | None, accent: str | None) -> list[Failure]:
    """Every use, on light pages and dark ones, in which these colours cannot be read or seen."""
    return [
        failure
        for scheme, changed in brand(primary, accent).items()
        for failure in failures(whole(scheme, changed))
    ]


def readable_primary(colour: str) -> str | None:
    """The nearest primary colour of the same hue that can be read wherever it is used."""
    return nearest_passing(colour, lambda tried: _is_readable(tried, None))


def readable_accent(colour: str, primary: str | None) -> str | None:
    """The nearest colour for links of the same hue, beside a primary colour that can be read."""
    return nearest_passing(colour, lambda tried: _is_readable(primary, tried))


def _is_readable(primary: str | None, accent: str | None) -> bool:
    """Whether nothing fails; light pages first, as what fails mostly fails there."""
    light = (_light_pen(primary) if primary else {}) | (_light_link(accent) if accent else {})
    return not any(failures(whole(Scheme.LIGHT, light))) and not unreadable(primary, accent)


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


def _dark(colour: str, tokens: Tokening, **others: str) -> dict[str, str]:
    """The tokens for dark pages from the darkest form of the colour that can be read there."""
    for step in range(_STEPS + 1):
        light = with_lightness(
            colour, DARK_START + (1 - DARK_START) * step / _STEPS, DARK_SATURATION
        )
        found = tokens(light)
        if not any(failures(whole(Scheme.DARK, {**others, **found}))):
            return found
    return tokens("#ffffff")


_STEPS = 28
