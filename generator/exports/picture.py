"""The pictures that stand beside a shared link: the site's name on a sheet of paper, and a line."""

from __future__ import annotations

import io
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageFont

from generator.content.models.clinic import Clinic
from generator.drawings.mood_shapes import shape
from generator.palette.brand import BASE, Scheme
from generator.text.letters import OWN, only_in

SIZE = (1200, 630)
ROOM, SMALLEST = 960, 20
"""Pixels for a line, and for the height of the smallest letters."""
FONTS = Path(__file__).parent.parent / "theme/fonts"
FAMILIES = (OWN, "NotoSans", "NotoSansArmenian", "NotoSansGeorgian")
"""Fonts for a line, the site's own first; those of scripts that are joined or run from right to
left are not among them, since letters are set here one after the other."""

_BOX, _PLACE = (800, 220), (140, 385)
"""How large the line of a mood is, and where it stands."""
_COLOURS, _SHADES = 24, 8

_DAY = BASE[Scheme.LIGHT]


def sharing_picture(clinic: Clinic) -> bytes:
    """A PNG of 1200 by 630 pixels; the same clinic gives the same bytes."""
    picture = _named(clinic)
    draw = ImageDraw.Draw(picture)
    colour = clinic.primary_colour or _DAY["pen"]
    for row, end in ((400, 1060), (465, 1060), (530, 560)):
        draw.line((140, row, end, row), fill=_DAY["line"], width=4)
    draw.line((140, 400, 760, 400), fill=colour, width=8)
    draw.line((140, 465, 640, 465), fill=colour, width=8)
    draw.line((140, 530, 380, 530), fill=colour, width=8)
    draw.ellipse((402, 518, 426, 542), fill=_DAY["lamp"])
    return _png(picture.quantize(32, dither=Image.Dither.NONE))


def mood_pictures(clinic: Clinic, moods: Iterable[str]) -> dict[str, bytes]:
    """The same with the line of each mood, by mood.

    Names and colours are set once. A line's edge has a few shades of its colour, which stand last
    in the palette: to count a picture's colours is most of the time that it takes.
    """
    colour = ImageColor.getrgb(clinic.primary_colour or _DAY["pen"])
    paper = ImageColor.getrgb(_DAY["paper"])
    named = _named(clinic).quantize(_COLOURS, dither=Image.Dither.NONE)
    palette = (named.getpalette() or [])[: 3 * _COLOURS]
    palette += [0] * (3 * _COLOURS - len(palette))
    for shade in range(_SHADES + 1):
        palette += [
            round(p + (c - p) * shade / _SHADES) for p, c in zip(paper, colour, strict=True)
        ]
    named.putpalette(palette)
    shades = [_COLOURS + round(covered * _SHADES / 255) for covered in range(256)]
    pictures = {}
    for mood in moods:
        picture = named.copy()
        picture.paste(_line(mood).point(shades), _PLACE)
        pictures[mood] = _png(picture)
    return pictures


def _named(clinic: Clinic) -> Image.Image:
    """The sheet with the clinic's name and what it says of itself."""
    picture = Image.new("RGB", SIZE, _DAY["paper"])
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 48, SIZE[1]), fill=clinic.primary_colour or _DAY["pen"])
    for text, weight, size, ink, base in (
        (clinic.name, "Bold", 92, _DAY["ink"], 200),
        (clinic.tagline, "Regular", 44, _DAY["soft"], 320),
    ):
        family = _family_for(text)
        font, lines = _fitted(only_in(family, text), family, weight, size)
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


def _family_for(text: str) -> str:
    """The first of the families that have most of the text."""
    return max(FAMILIES, key=lambda family: len(only_in(family, text)))


def _fitted(
    text: str, family: str, weight: str, size: int
) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The font in the largest size, up to `size`, in which the text has room on two lines."""
    file = str(FONTS / f"{family}-{weight}.ttf")
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
