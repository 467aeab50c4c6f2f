"""Colours of a sheet: those of light pages, on white, so sparing that a sheet needs no other form.

The grounds are so pale that they vanish on a printer without colour, and what carries meaning is
a word or a line. Only what leads to people to call is ember, in every edition.
"""

from __future__ import annotations

from generator.palette.brand import BASE, Scheme, brand
from generator.palette.contrast import mixed

WHITE = "#ffffff"
ON_PAPER = {"moss": "#2c5a46", "ember": "#9e3426", "lamp-ink": "#6b4508"}
"""Colours of the theme that no clinic changes."""


def colours(primary: str | None) -> dict[str, str]:
    """Every colour of a sheet by its name, with `primary` for the pen if a clinic has one."""
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
