"""A drawing as an SVG file of its own, with its ink in it: for paper and for pictures to share.

Programs that make those read no style sheet. Pages never have this form: their policy has no room
for colours in the markup, and their colours change with the reader's choice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.drawings.svg import Drawing, Shape
from generator.drawings.svg_paths import number


@dataclass(frozen=True)
class Ink:
    """What a shape is drawn with; a colour is #rrggbb or none, the width in the drawing's units."""

    stroke: str = "none"
    width: float = 0
    fill: str = "none"
    opacity: float = 1


def picture(drawing: Drawing, inks: Mapping[str, Ink]) -> str:
    """The drawing as a file; `inks` has one for each role, "" for plain strokes.

    A role without ink is left out, so that paper which saves ink has no spots.
    """
    fit = f' preserveAspectRatio="{drawing.fit}"' if drawing.fit else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{drawing.width}" height="{drawing.height}"'
        f' viewBox="0 0 {drawing.width} {drawing.height}"{fit}>'
        + "".join(_path(shape, inks[shape.role]) for shape in drawing.shapes if shape.role in inks)
        + "</svg>"
    )


def _path(shape: Shape, ink: Ink) -> str:
    stroke = ""
    if ink.stroke != "none":
        ends = 'stroke-linecap="round" stroke-linejoin="round"'
        stroke = f' stroke="{ink.stroke}" stroke-width="{number(ink.width)}" {ends}'
    opacity = f' opacity="{ink.opacity:g}"' if ink.opacity != 1 else ""
    return f'<path d="{shape.data}" fill="{ink.fill}"{stroke}{opacity}/>'
