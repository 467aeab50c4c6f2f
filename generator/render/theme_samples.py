"""Sample SVGs for clinics: a first page in the colours of three of them."""

from __future__ import annotations

from dataclasses import replace

from generator.drawings.picture import Ink, picture
from generator.drawings.scene import scene
from generator.drawings.svg import Shape
from generator.palette.brand import BASE, Scheme
from generator.render.backgrounds import land_inks

SAMPLES = {"green": "#0f6b5c", "plum": "#5b3a78", "blue": "#1f5673"}
"""Name in the file below assets/ → the clinic's primary colour."""

_SKY = "M0 0H480V400H0z"
_CARD = "M28 74H254V312H28z"
_MARK = "M28 26c5-7 10-7 15 0s10 7 15 0M28 38h30M28 48h20"
_NAME = "M72 38h110"
_TITLE = "M48 104h104"
_TASK = "M48 130h178M48 148h186M48 166h120"
_RULES = "M48 204h186M48 230h186M48 256h186"
_BUTTON = "M58 282h84"


def sample_assets() -> dict[str, bytes]:
    """Path below docs/ → SVG in light colours."""
    return {f"assets/first-page-{name}.svg": _sample(pen) for name, pen in SAMPLES.items()}


def _sample(pen: str) -> bytes:
    base = BASE[Scheme.LIGHT]
    page = scene("phone")
    over = (
        Shape(_MARK, "pen"), Shape(_NAME, "name"), Shape(_CARD, "card"), Shape(_TITLE, "name"),
        Shape(_TASK, "words"), Shape(_RULES, "line"), Shape(_BUTTON, "button"),
    )  # fmt: skip
    drawn = replace(page, shapes=(Shape(_SKY, "sky"), *page.shapes, *over))
    inks = land_inks("phone", Scheme.LIGHT, pen) | {
        "sky": Ink(fill="#e4e3ee"),
        "card": Ink(fill=base["paper"], stroke=base["line"], width=1),
        "pen": Ink(stroke=pen, width=3),
        "name": Ink(stroke=base["ink"], width=9),
        "words": Ink(stroke=base["ink"], width=5, opacity=0.65),
        "line": Ink(stroke=base["line"], width=2),
        "button": Ink(stroke=pen, width=26),
    }
    return f"{picture(drawn, inks)}\n".encode()
