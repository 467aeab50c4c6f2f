"""Drawings as functions of templates: each returns inline SVG, memoized by its arguments."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from markupsafe import Markup

from generator.drawings.icons import icon
from generator.drawings.marks import after_mark, days_mark, depth_mark
from generator.drawings.mood_lines import mood_landscape, mood_line, strength_line
from generator.drawings.scene import scene
from generator.drawings.sheets import sheet_drawing
from generator.drawings.svg import Drawing, svg
from generator.drawings.ways import crisis_drawing, way_drawing

_DRAWINGS: tuple[Callable[..., Drawing], ...] = (
    after_mark,
    crisis_drawing,
    days_mark,
    depth_mark,
    icon,
    mood_landscape,
    mood_line,
    scene,
    sheet_drawing,
    strength_line,
    way_drawing,
)


def _drawn(draw: Callable[..., Drawing]) -> Callable[..., Markup]:
    return cache(lambda *what, **how: Markup(svg(draw(*what, **how))))


DRAWN = {draw.__name__: _drawn(draw) for draw in _DRAWINGS}
"""Functions for templates, with the names and arguments that they have in `drawings/`."""
