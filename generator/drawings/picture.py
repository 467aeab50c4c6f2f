"""Standalone SVG files with presentation attributes (stroke, fill), for PDF and raster images.

Their renderers read no style sheet. Pages never use this form: the theme's colours are in CSS and
change with the colour scheme.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.drawings.svg import Drawing, Shape
from generator.drawings.svg_paths import number


@dataclass(frozen=True)
class Ink:
    """Stroke and fill of a shape: colours #rrggbb or "none", width in user units, opacity 0-1."""

    stroke: str = "none"
    width: float = 0
    fill: str = "none"
    opacity: float = 1


def picture(drawing: Drawing, inks: Mapping[str, Ink]) -> str:
    """The drawing as an SVG document; `inks` is by role of shape, "" for plain strokes.

    Shapes whose role has no ink are left out, such as filled spots where ink is to be saved.
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
