"""Drawings of a sheet as standalone SVG documents in its colours, for the Typst compiler."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from generator.drawings.icons import icon
from generator.drawings.marks import CHANGES, after_mark
from generator.drawings.mood_lines import strength_line
from generator.drawings.paper import ground_line, hills
from generator.drawings.picture import Ink, picture
from generator.drawings.ways import way_drawing

SCALE = (480, 26, 9)
"""Line of a rating scale: width, height and half a period, in thirds of a millimetre."""


def drawings(way: str, colours: Mapping[str, str]) -> dict[str, str]:
    """SVG documents by name of all drawings that a sheet can have; `way` is its technique's id."""
    lamp = Ink(fill=colours["lamp"])
    own = picture(way_drawing(way), {"": Ink(colours["pen"], 1.7), "spot": lamp})
    return {"way": own} | _on_all_sheets(tuple(colours.items()))


@lru_cache(maxsize=256)
def _on_all_sheets(named: tuple[tuple[str, str], ...]) -> dict[str, str]:
    colours = dict(named)
    pen = colours["pen"]
    lamp = Ink(fill=colours["lamp"])
    hill = {"": Ink(colours["hair"], 1.3), "sun": lamp, "cover": Ink(fill="#ffffff")}
    return {
        "ground": picture(ground_line(), {"": Ink(pen, 1.7)}),
        "hills": picture(hills(), hill),
        "strength": picture(strength_line(*SCALE), {"": Ink(pen, 1.5)}),
        "lines": picture(icon("lines"), {"": Ink(pen, 2.2)}),
        "clock": picture(icon("clock"), {"": Ink(colours["lamp-ink"], 1.8)}),
        "phone": picture(icon("phone"), {"": Ink(colours["ember"], 2)}),
    } | {f"after_{c}": picture(after_mark(c), {"": Ink(colours["moss"], 5)}) for c in CHANGES}
