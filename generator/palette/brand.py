"""From one or two colours of a clinic to all tokens of the theme, for light pages and dark ones."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from generator.palette.contrast import lightness, mixed, nearest_passing, with_lightness
from generator.palette.uses import Failure, Tokens, failures


class Scheme(StrEnum):
    """Light pages or dark ones."""

    LIGHT = "light"
    DARK = "dark"


BASE: dict[Scheme, Tokens] = {
    Scheme.LIGHT: {
        "paper": "#f8f3ea", "sheet": "#fffcf6", "shade": "#eee6d8", "line": "#ddd2c0",
        "ink": "#2f2a24", "ink-soft": "#5e554a", "focus": "#9a5a06",
        "honey-wash": "#f9ecd0", "plum-wash": "#eee8ee",
        "leaf": "#2b5d52", "leaf-deep": "#1d443b", "leaf-wash": "#e2ebe1", "on-leaf": "#fffdf8",
        "link": "#2b5d52", "link-deep": "#1d443b",
    },
    Scheme.DARK: {
        "paper": "#1f1a16", "sheet": "#29231d", "shade": "#352e26", "line": "#443b31",
        "ink": "#e2d7c6", "ink-soft": "#b8ab99", "focus": "#f2c679",
        "honey-wash": "#3a2d1a", "plum-wash": "#302834",
        "leaf": "#a5cbb8", "leaf-deep": "#c4e0d2", "leaf-wash": "#2a362e", "on-leaf": "#17231d",
        "link": "#a5cbb8", "link-deep": "#c4e0d2",
    },
}  # fmt: skip
"""The theme's own colours, as in theme/css/tokens.css; a test compares the two."""

_LEAF = ("leaf", "leaf-deep", "leaf-wash", "on-leaf")
_LINK = ("link", "link-deep")
DARK_START = 0.72
"""How light a colour is at least on dark pages; lighter if it could not be read."""
DARK_SATURATION = 0.75
"""Strong colours glow on dark pages: they are taken back to this share of themselves."""


Tokening = Callable[[str], dict[str, str]]
"""What makes tokens of a light form of a colour."""


def brand(primary: str | None, accent: str | None) -> dict[Scheme, dict[str, str]]:
    """The tokens that a clinic's colours change, by scheme; none if it has no colours.

    `primary` gives buttons, marks and pale grounds, `accent` links; without it links are of the
    primary colour. What dark pages need is derived, and can always be read there.
    """
    found: dict[Scheme, dict[str, str]] = {Scheme.LIGHT: {}, Scheme.DARK: {}}
    if primary:
        found[Scheme.LIGHT] |= _light_leaf(primary)
        found[Scheme.DARK] |= _dark(primary, _dark_leaf)
    if accent:
        found[Scheme.LIGHT] |= _light_link(accent)
        found[Scheme.DARK] |= _dark(accent, _dark_link, **found[Scheme.DARK])
    return found


def whole(scheme: Scheme, changed: Tokens) -> dict[str, str]:
    """All tokens of a scheme with some changed, those that are mixed on the page too."""
    tokens = {**BASE[scheme], **changed}
    return {**tokens, "leaf-26": mixed(tokens["leaf"], tokens["paper"], 0.26)}


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
    light = (_light_leaf(primary) if primary else {}) | (_light_link(accent) if accent else {})
    return not any(failures(whole(Scheme.LIGHT, light))) and not unreadable(primary, accent)


def _light_leaf(primary: str) -> dict[str, str]:
    paper = BASE[Scheme.LIGHT]["sheet"]
    deep = with_lightness(primary, lightness(primary) * 0.72)
    wash = mixed(primary, paper, 0.12)
    own = {"leaf": primary, "leaf-deep": deep, "leaf-wash": wash}
    return own | dict(zip(_LINK, (primary, deep), strict=True))


def _light_link(accent: str) -> dict[str, str]:
    deep = with_lightness(accent, lightness(accent) * 0.72)
    return dict(zip(_LINK, (accent, deep), strict=True))


def _dark_leaf(light: str) -> dict[str, str]:
    deep = with_lightness(light, lightness(light) + 0.1)
    ground = BASE[Scheme.DARK]["sheet"]
    leaf = (light, deep, mixed(light, ground, 0.12), mixed(light, "#000000", 0.14))
    return dict(zip((*_LEAF, *_LINK), (*leaf, light, deep), strict=True))


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
