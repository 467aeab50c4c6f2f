"""The pictures that stand beside a shared link: the site's name on a sheet of paper, and a line."""

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
from generator.text.glyph_coverage import HEADINGS, OWN, only_in

SIZE = (1200, 630)
ROOM, SMALLEST = 960, 20
"""Pixels for a line, and for the height of the smallest letters."""
FONTS = Path(__file__).parent.parent / "theme/fonts"
FAMILIES = (OWN, "NotoSans", "NotoSansArmenian", "NotoSansGeorgian")
"""Fonts for a line, the site's own first, beside that of headings for its name.

Scripts that are joined or run from right to left are not among them, since letters are set here one
after the other."""

_BOX, _PLACE = (800, 220), (140, 385)
"""How large the line of a mood is, and where it stands."""
_SHADES = 8
"""Of a colour at the edge of a letter or a line."""

_DAY = BASE[Scheme.LIGHT]


def sharing_picture(clinic: Clinic) -> bytes:
    """A PNG of 1200 by 630 pixels; the same clinic gives the same bytes."""
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
    """The same with the line of each mood, by mood."""
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
    """The picture by places in a palette: paper, the shades of the pen from light to full, others.

    The colours are known. To count those of a picture is most of the time that it takes, and loses
    some that few pixels have.
    """
    paper = _DAY["paper"]
    inks = (pen, _DAY["ink"], _DAY["soft"])
    shades = (mixed(ink, paper, step / _SHADES) for ink in inks for step in range(1, _SHADES + 1))
    colours = (paper, *shades, _DAY["line"], _DAY["lamp"])
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in colours for part in ImageColor.getrgb(colour)])
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)


def _named(name: str, tagline: str, pen: str) -> Image.Image:
    """The sheet with a clinic's name and what it says of itself."""
    picture = Image.new("RGB", SIZE, _DAY["paper"])
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 48, SIZE[1]), fill=pen)
    for text, families, size, ink, base in (
        (name, {HEADINGS: "Regular"} | dict.fromkeys(FAMILIES, "Bold"), 100, _DAY["ink"], 200),
        (tagline, dict.fromkeys(FAMILIES, "Regular"), 44, _DAY["soft"], 320),
    ):
        family = max(families, key=lambda one: len(only_in(one, text)))  # the first that has most
        font, lines = _fitted(only_in(family, text), f"{family}-{families[family]}", size)
        for row, line in enumerate(reversed(lines)):
            place = (140, base - round(row * font.size * 1.15))
            draw.text(place, line, fill=ink, font=font, anchor="ls")
    return picture


@lru_cache(maxsize=64)
def _line(mood: str) -> Image.Image:
    """How much of each pixel the line of a mood covers, drawn at twice its size for its edges."""
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
    """The font in the largest size, up to `size`, in which the text has room on two lines."""
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
