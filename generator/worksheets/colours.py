"""Print palette of worksheets: tokens of the light scheme on white, safe in greyscale.

Backgrounds are so pale that they vanish on a monochrome printer, and meaning is in words and
lines, so that there is no ink-saving variant. Only crisis contacts are ember, in every edition.
"""

from __future__ import annotations

from generator.palette.brand import BASE, Scheme, brand
from generator.palette.contrast import mixed

WHITE = "#ffffff"
ON_PAPER = {"moss": "#2c5a46", "ember": "#9e3426", "lamp-ink": "#6b4508"}
"""Colours of the theme that no clinic changes."""


def colours(primary: str | None) -> dict[str, str]:
    """Colours (#rrggbb) of a sheet by name; `primary` is the clinic's colour for the pen."""
    light = {**BASE[Scheme.LIGHT], **brand(primary, None)[Scheme.LIGHT]}
    pen = light["pen"]
    taken = {name: light[name] for name in ("ink", "soft", "lamp", "lamp-wash", "moss-wash", "pen")}
    return {
        **taken,
        **ON_PAPER,
        "tint": mixed(pen, WHITE, 0.08),
        "rule": mixed(pen, WHITE, 0.6),
        "hair": mixed(pen, WHITE, 0.28),
    }
