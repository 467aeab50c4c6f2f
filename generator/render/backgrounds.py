"""Background SVGs behind the heads of pages, in a light and a dark variant, for style sheets.

An SVG loaded by CSS cannot use the page's custom properties, so its colours are written into it,
the clinic's among them.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.drawings.picture import Ink, picture
from generator.drawings.scene import LANDS, Head, scene
from generator.palette.brand import BASE, Scheme, brand
from generator.palette.contrast import mixed

_DAY = {
    "halo": "#fff3d6", "sun": "#fff3d6", "far": "#b9c5e0", "middle": "#8f9ec8", "near": "#6575a6",
    "contour": "#ffffff", "house": "#3a4874", "window": "#ffc965", "rule": "#d9deec",
}  # fmt: skip
_NIGHT = {
    "halo": "#e8d6a6", "sun": "#e8d6a6", "far": "#232c4d", "middle": "#1b2340", "near": "#141a31",
    "contour": "#b7c3f5", "house": "#0c1122", "window": "#ffc965", "rule": "#403a37",
}  # fmt: skip
_OPACITY = {
    Scheme.LIGHT: {"halo": 0.2, "contour": 0.35},
    Scheme.DARK: {"halo": 0.07, "contour": 0.12},
}
_HAZE = {
    "far": ("#dce5f2", 0.28), "middle": ("#c9d6e8", 0.5), "near": ("#8fa3b8", 0.64),
    "house": ("#1d2740", 0.28),
}  # fmt: skip
"""Role → haze colour, and the share (0 to 1) of the clinic's colour mixed with it."""

_STROKES = frozenset({"contour", "rule"})
_NAMES = {Scheme.LIGHT: "day", Scheme.DARK: "night"}


def land_assets(primary: str | None) -> dict[str, bytes]:
    """Path below docs/ → SVG of each head by day and by night; `primary` tints the hills."""
    return {
        f"assets/land-{head}-{_NAMES[scheme]}.svg": _picture(head, scheme, primary)
        for head in LANDS
        for scheme in Scheme
    }


def land_inks(head: Head, scheme: Scheme, primary: str | None) -> dict[str, Ink]:
    """Role → fill or stroke of a head's drawing; `primary` tints the hills by day."""
    return {
        role: Ink(stroke=colour, width=1.2, opacity=_OPACITY[scheme].get(role, 1))
        if role in _STROKES
        else Ink(fill=colour, opacity=_OPACITY[scheme].get(role, 1))
        for role, colour in _colours(head, scheme, primary).items()
    }


def _picture(head: Head, scheme: Scheme, primary: str | None) -> bytes:
    return f"{picture(scene(head), land_inks(head, scheme, primary))}\n".encode()


def _colours(head: Head, scheme: Scheme, primary: str | None) -> Mapping[str, str]:
    """Colour by role. `page`, the nearest land, has the background colour of what follows it."""
    ground = BASE[scheme]["mist" if head == "low" else "paper"]
    if scheme is Scheme.DARK:
        return {**_NIGHT, "page": ground}
    pen = brand(primary, None)[scheme].get("pen")
    hazy = {role: mixed(pen, haze, left) for role, (haze, left) in _HAZE.items()} if pen else {}
    return {**_DAY, **hazy, "page": ground}
