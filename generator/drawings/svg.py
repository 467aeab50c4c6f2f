"""A drawing as a value, and as SVG that stands inside of a page.

Nothing has a style of its own: `theme/css/drawings.css` gives classes their strokes and colours.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Shape:
    """One path of a drawing; a role names its class, and without one it is a plain stroke."""

    data: str
    role: str = ""


@dataclass(frozen=True)
class Drawing:
    """Shapes in a box that begins at 0, 0, the hindmost first."""

    kind: str
    """The class of the whole, without its prefix: `line`, `way`, `scene`."""
    width: int
    height: int
    shapes: tuple[Shape, ...]
    variant: str = ""
    fit: str = ""
    """What `preserveAspectRatio` says, if not that all of the box is shown."""


def svg(drawing: Drawing) -> str:
    """The markup of a drawing, on one line.

    It has a size of its own, for pages whose style sheet did not arrive, and is hidden from
    assistive technology: the words that it goes with stand beside it.
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
