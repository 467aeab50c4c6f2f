"""Generated font sets for fontconfig, so that layout tests see the same pages on every machine.

Fonts of a device are unknown: phones have one narrow family, desktops dozens. Here a machine has
one family and nothing else: ours, drawn narrower than the narrowest that systems fall back on
(Liberation Sans Narrow), or wider than the widest (DejaVu Sans, Verdana).
"""

from __future__ import annotations

import os
from pathlib import Path
from shutil import copy

from fontTools.misc.transform import Scale
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

OURS = Path(__file__).parents[2] / "generator/theme/fonts"
SETS = {"narrow": 0.8, "wide": 1.16}
"""Font set → horizontal scale of its glyphs."""
SERIF = 1 / 0.873
"""Width of Noto Serif relative to Newsreader, the inverse of that in `theme/css/fonts.css`."""
CONFIGURATION = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>
"""


def environment(name: str, folder: Path) -> dict[str, str]:
    """Environment in which a browser sees only this font set, which is written to `folder`."""
    if name == "noto":  # as Linux has it: its names are not those that it has elsewhere
        for style in ("Regular", "Bold"):
            copy(OURS / f"NotoSans-{style}.ttf", folder)
        font = TTFont(OURS / "Newsreader-Regular.ttf")
        _stretch(font, SERIF)
        _name(font, "Noto Serif")
        font.save(folder / "NotoSerif-Regular.ttf")
    else:
        for style in ("Regular", "Bold"):
            font = TTFont(OURS / f"AtkinsonHyperlegibleNext-{style}.ttf")
            _stretch(font, SETS[name])
            font.save(folder / f"{style}.ttf")
    configuration = folder / "fonts.conf"
    configuration.write_text(CONFIGURATION.format(folder=folder), "utf-8")
    return os.environ | {"FONTCONFIG_FILE": str(configuration)}


def _name(font: TTFont, family: str) -> None:
    """Set the family, full and PostScript names of the font."""
    names = {1: family, 4: f"{family} Regular", 6: f"{family.replace(' ', '')}-Regular", 16: family}
    for number, words in names.items():
        font["name"].setName(words, number, 3, 1, 0x409)


def _stretch(font: TTFont, width: float) -> None:
    """Scale every glyph and advance of the font horizontally by `width`."""
    glyphs, advances = font.getGlyphSet(), font["hmtx"]
    drawn = {}
    for name in font.getGlyphOrder():
        outline, pen = DecomposingRecordingPen(glyphs), TTGlyphPen(None)
        glyphs[name].draw(outline)
        outline.replay(TransformPen(pen, Scale(width, 1)))
        drawn[name] = pen.glyph()
    for name, glyph in drawn.items():
        font["glyf"][name] = glyph
        advance, bearing = advances[name]
        advances[name] = (round(advance * width), round(bearing * width))
    for table in ("GPOS", "GSUB", "fpgm", "prep", "cvt ", "gasp"):  # kerning and hints of the old
        if table in font:
            del font[table]
