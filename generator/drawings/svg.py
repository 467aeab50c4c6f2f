"""`Drawing` value, and its inline SVG markup for pages.

The markup has classes and no presentation attributes; `theme/css/drawings.css` styles them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Shape:
    """One SVG path (`d`); its role is a BEM element class, an empty one means a plain stroke."""

    data: str
    role: str = ""


@dataclass(frozen=True)
class Drawing:
    """Shapes in a viewBox from 0, 0 to width, height, in painting order (back to front)."""

    kind: str
    """BEM block class without its prefix `ws-`: `line`, `way`, `scene`."""
    width: int
    height: int
    shapes: tuple[Shape, ...]
    variant: str = ""
    """BEM modifier of the block; empty for none."""
    fit: str = ""
    """Value of `preserveAspectRatio`; empty for the default of SVG."""


def svg(drawing: Drawing) -> str:
    """Inline SVG markup, on one line.

    Width and height are set for pages without their style sheet. It is decorative (aria-hidden):
    the text that it goes with is beside it.
    """
    name = f"ws-{drawing.kind}"
    classes = f"{name} {name}--{drawing.variant}" if drawing.variant else name
    fit = f' preserveAspectRatio="{drawing.fit}"' if drawing.fit else ""
    return (
        f'<svg class="{classes}" width="{drawing.width}" height="{drawing.height}"'
        f' viewBox="0 0 {drawing.width} {drawing.height}"{fit}'
        f' aria-hidden="true" focusable="false">'
        f"{''.join(_path(name, shape) for shape in drawing.shapes)}</svg>"
    )


def _path(name: str, shape: Shape) -> str:
    role = f' class="{name}__{shape.role}"' if shape.role else ""
    return f'<path{role} d="{shape.data}"/>'
