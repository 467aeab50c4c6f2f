"""The picture that stands beside a shared link: the site's name on a sheet of paper."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from generator.content.models.clinic import Clinic
from generator.palette.brand import BASE, Scheme
from generator.text.letters import OWN, only_in

SIZE = (1200, 630)
ROOM, SMALLEST = 960, 20
"""Pixels for a line, and for the height of the smallest letters."""
FONTS = Path(__file__).parent.parent / "theme/fonts"
FAMILIES = (OWN, "NotoSans", "NotoSansArmenian", "NotoSansGeorgian")
"""Fonts for a line, the site's own first; those of scripts that are joined or run from right to
left are not among them, since letters are set here one after the other."""

_DAY = BASE[Scheme.LIGHT]


def sharing_picture(clinic: Clinic) -> bytes:
    """A PNG of 1200 by 630 pixels; the same clinic gives the same bytes."""
    colour = clinic.primary_colour or _DAY["pen"]
    picture = Image.new("RGB", SIZE, _DAY["paper"])
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 48, SIZE[1]), fill=colour)
    for text, weight, size, ink, base in (
        (clinic.name, "Bold", 92, _DAY["ink"], 200),
        (clinic.tagline, "Regular", 44, _DAY["soft"], 320),
    ):
        family = _family_for(text)
        font, lines = _fitted(only_in(family, text), family, weight, size)
        for row, line in enumerate(reversed(lines)):
            place = (140, base - round(row * font.size * 1.15))
            draw.text(place, line, fill=ink, font=font, anchor="ls")
    for row, end in ((400, 1060), (465, 1060), (530, 560)):
        draw.line((140, row, end, row), fill=_DAY["line"], width=4)
    draw.line((140, 400, 760, 400), fill=colour, width=8)
    draw.line((140, 465, 640, 465), fill=colour, width=8)
    draw.line((140, 530, 380, 530), fill=colour, width=8)
    draw.ellipse((402, 518, 426, 542), fill=_DAY["lamp"])
    out = io.BytesIO()
    picture.quantize(32, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
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
