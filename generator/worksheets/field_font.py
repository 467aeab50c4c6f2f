"""Embedded subset font (TrueType, WinAnsiEncoding) of text typed into PDF form fields.

It has to be embedded: PDF/UA asks for it, and a viewer would substitute its own. WinAnsi covers
Western European languages; other scripts are typed on the web page.
"""

from __future__ import annotations

import io
import json
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

import pikepdf
from fontTools import subset
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Stream

from generator.worksheets.print_cache import FONT, key_of, replace

FIRST, LAST = 32, 255
"""Range of character codes (FirstChar, LastChar)."""
RARE = frozenset("¤¦©ª¬®¯±²³µ¶¸¹º¼½¾×÷ƒˆ‰†‡˜™¨´")
"""Characters left out of the subset, as nobody writes about a day with them: saves 0.5 kB."""
NOT_IN_PDF = (
    "GSUB", "GPOS", "GDEF", "STAT", "DSIG", "meta", "OS/2", "name", "post", "gasp",
)  # fmt: skip
"""SFNT tables dropped from the subset: the PDF's font dictionary replaces them."""
NAME = Name("/WSFORM+AtkinsonHyperlegibleNext")


@dataclass(frozen=True)
class FieldFont:
    """The subset font file and its metrics, in thousandths of an em (PDF glyph space)."""

    file: bytes
    widths: tuple[int, ...]
    box: tuple[int, ...]
    ascent: int
    descent: int
    capitals: int


def field_font(source: Path, *, cache: Path) -> FieldFont:
    """The subset of the font file `source`, from `cache` or made and written there.

    The folder `cache` is created if it is missing.
    """
    return _field_font(source, cache)


def embed(pdf: pikepdf.Pdf, font: FieldFont) -> pikepdf.Object:
    """Adds the font to the PDF; the indirect object of its font dictionary."""
    file = Stream(pdf, font.file)
    file.Length1 = len(font.file)
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=NAME, Flags=32, FontBBox=Array(font.box),
        ItalicAngle=0, Ascent=font.ascent, Descent=font.descent, CapHeight=font.capitals,
        StemV=80, FontFile2=pdf.make_indirect(file),
    )  # fmt: skip
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.TrueType, BaseFont=NAME, FirstChar=FIRST, LastChar=LAST,
            Widths=Array(font.widths), FontDescriptor=pdf.make_indirect(descriptor),
            Encoding=Name.WinAnsiEncoding,
        )
    )  # fmt: skip


@lru_cache(maxsize=4)
def _field_font(source: Path, cache: Path) -> FieldFont:
    key = key_of(FONT)
    file, metrics_file = cache / f"{key}.ttf", cache / f"{key}.json"
    if not metrics_file.exists():
        made = _subset(source)
        rest = asdict(made)
        del rest["file"]
        replace(file, made.file)
        replace(metrics_file, json.dumps(rest, sort_keys=True).encode())
    metrics = json.loads(metrics_file.read_text("ascii"))
    return FieldFont(
        file=file.read_bytes(),
        widths=tuple(metrics["widths"]),
        box=tuple(metrics["box"]),
        ascent=metrics["ascent"],
        descent=metrics["descent"],
        capitals=metrics["capitals"],
    )


def _subset(source: Path) -> FieldFont:
    font = TTFont(source, recalcTimestamp=False)
    capitals = font["OS/2"].sCapHeight
    options = subset.Options(
        hinting=False, layout_features=[], name_IDs=[], notdef_outline=True, glyph_names=False,
        recalc_timestamp=False, drop_tables=list(NOT_IN_PDF),
    )  # fmt: skip
    letters = [bytes([code]).decode("cp1252", "ignore") for code in range(FIRST, LAST + 1)]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[ord(a) for a in letters if a and a not in RARE])
    cutter.subset(font)
    scale = 1000 / font["head"].unitsPerEm
    glyphs, metrics, head = font.getBestCmap(), font["hmtx"], font["head"]
    out = io.BytesIO()
    font.save(out)
    return FieldFont(
        file=out.getvalue(),
        widths=tuple(
            round(metrics[glyphs[ord(letter)]][0] * scale)
            if letter and ord(letter) in glyphs
            else 0
            for letter in letters
        ),
        box=tuple(round(v * scale) for v in (head.xMin, head.yMin, head.xMax, head.yMax)),
        ascent=round(font["hhea"].ascent * scale),
        descent=round(font["hhea"].descent * scale),
        capitals=round(capitals * scale),
    )
