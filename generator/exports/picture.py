"""Link preview images (Open Graph, 1200 x 630 px PNG): site name, tagline, and a mood's line."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageFont

from generator.content.models.clinic import Clinic
from generator.drawings.mood_shapes import shape
from generator.palette.brand import BASE, Scheme
from generator.palette.contrast import mixed
from generator.text.glyph_coverage import HEADINGS, OWN, covered_by

SIZE = (1200, 630)
ROOM, SMALLEST = 960, 20
"""Maximum width of a line of text, and minimum font size, in pixels."""
FONTS = Path(__file__).parent.parent / "theme/fonts"
FAMILIES = (OWN, "NotoSans", "NotoSansArmenian", "NotoSansGeorgian")
"""Font fallback list, the site's own first; the name has the heading font before them.

No cursive or right-to-left scripts: text is drawn without shaping, one glyph after the other."""

_BOX, _PLACE = (800, 220), (140, 385)
"""Size of a mood's line, and its top left corner, in pixels."""
_SHADES = 8
"""Anti-aliasing levels of an ink: its palette entries from lightest to full."""

_DAY = BASE[Scheme.LIGHT]


def sharing_picture(clinic: Clinic) -> bytes:
    """PNG of 1200 x 630 pixels; deterministic."""
    pen = clinic.primary_colour or _DAY["pen"]
    picture = _named(clinic.name, clinic.tagline, pen)
    draw = ImageDraw.Draw(picture)
    for row, end in ((400, 1060), (465, 1060), (530, 560)):
        draw.line((140, row, end, row), fill=_DAY["line"], width=4)
    draw.line((140, 400, 760, 400), fill=pen, width=8)
    draw.line((140, 465, 640, 465), fill=pen, width=8)
    draw.line((140, 530, 380, 530), fill=pen, width=8)
    draw.ellipse((402, 518, 426, 542), fill=_DAY["lamp"])
    return _png(_indexed(picture, pen))


def mood_pictures(clinic: Clinic, moods: Iterable[str]) -> Mapping[str, bytes]:
    """PNG by mood: the same sheet with the line of the mood on it."""
    pen = clinic.primary_colour or _DAY["pen"]
    return _mood_pictures(clinic.name, clinic.tagline, pen, tuple(moods))


@lru_cache(maxsize=4)
def _mood_pictures(
    name: str, tagline: str, pen: str, moods: tuple[str, ...]
) -> Mapping[str, bytes]:
    named = _indexed(_named(name, tagline, pen), pen)
    shades = [-(-covered * _SHADES // 255) for covered in range(256)]
    pictures = {}
    for mood in moods:
        picture = named.copy()
        picture.paste(_line(mood).point(shades), _PLACE)
        pictures[mood] = _png(picture)
    return pictures


def _indexed(picture: Image.Image, pen: str) -> Image.Image:
    """The image quantized to a fixed palette: 0 is paper, 1 to `_SHADES` the pen, then the others.

    The colours are known; an adaptive palette takes most of the time, and loses rare colours.
    """
    paper = _DAY["paper"]
    inks = (pen, _DAY["ink"], _DAY["soft"])
    shades = (mixed(ink, paper, step / _SHADES) for ink in inks for step in range(1, _SHADES + 1))
    colours = (paper, *shades, _DAY["line"], _DAY["lamp"])
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in colours for part in ImageColor.getrgb(colour)])
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)


def _named(name: str, tagline: str, pen: str) -> Image.Image:
    """RGB sheet with the clinic's name and tagline; characters without a glyph are left out."""
    picture = Image.new("RGB", SIZE, _DAY["paper"])
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 48, SIZE[1]), fill=pen)
    for text, families, size, ink, base in (
        (name, {HEADINGS: "Regular"} | dict.fromkeys(FAMILIES, "Bold"), 100, _DAY["ink"], 200),
        (tagline, dict.fromkeys(FAMILIES, "Regular"), 44, _DAY["soft"], 320),
    ):
        # The font with most of the text's characters; the first of equals.
        family = max(families, key=lambda one: len(covered_by(one, text)))
        font, lines = _fitted(covered_by(family, text), f"{family}-{families[family]}", size)
        for row, line in enumerate(reversed(lines)):
            place = (140, base - round(row * font.size * 1.15))
            draw.text(place, line, fill=ink, font=font, anchor="ls")
    return picture


@lru_cache(maxsize=64)
def _line(mood: str) -> Image.Image:
    """Coverage mask (8-bit) of a mood's line, anti-aliased by drawing at twice the size."""
    drawn = Image.new("L", (2 * _BOX[0], 2 * _BOX[1]))
    draw = ImageDraw.Draw(drawn)
    scale = 2 * _BOX[0] / 160
    for stroke in shape(mood):
        points = [(x * scale, y * scale) for x, y in stroke.sampled(6)]
        draw.line(points, fill=255, width=12, joint="curve")
    return drawn.reduce(2)


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=7)
    return out.getvalue()


def _fitted(text: str, name: str, size: int) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The font and the wrapped lines: the largest size up to `size` at which two lines suffice.

    At `SMALLEST` pixels it takes what lines it gets.
    """
    file = str(FONTS / f"{name}.ttf")
    while True:
        font = ImageFont.truetype(file, size)
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if font.getlength(longer) <= ROOM or not lines[-1]:
                lines[-1] = longer
            else:
                lines.append(word)
        if size <= SMALLEST or (len(lines) <= 2 and max(map(font.getlength, lines)) <= ROOM):
            return font, lines
        size -= 4
