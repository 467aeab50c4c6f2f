"""Indexed PNG (fixed palette, no dithering) of rendered pages and of logos."""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image, ImageColor

from generator.palette.contrast import mixed

BLACK, WHITE = "#000000", "#ffffff"
SHARES = (1, 0.75, 0.5, 0.25)
"""Opacities of a colour on white that are in the palette: full, and for anti-aliased edges."""
OF_A_MARK = 16
"""Palette entries for the logo."""
MARK_WIDTH, MARK_HEIGHT = 640, 106
"""Bounding box of a logo, in pixels."""


def quantized(png: bytes, colours: tuple[str, ...], logo: bytes = b"") -> bytes:
    """The PNG quantized to the sheet's colours, their mixes with white, and those of the logo.

    Deterministic. `logo` is the PNG of the clinic's logo, if it has one.
    """
    with Image.open(io.BytesIO(png)) as picture:
        page = _on_white(picture)
    indexed = page.quantize(palette=_palette(colours, logo), dither=Image.Dither.NONE)
    out = io.BytesIO()
    indexed.save(out, "PNG")
    return out.getvalue()


@lru_cache(maxsize=8)
def _palette(colours: tuple[str, ...], logo: bytes) -> Image.Image:
    """Image that carries the palette, which is fixed so that rare colours are not lost."""
    mixes = (mixed(one, WHITE, share) for one in (BLACK, *colours) for share in SHARES)
    parts = [part for one in dict.fromkeys((WHITE, *mixes)) for part in ImageColor.getrgb(one)]
    if logo:
        with Image.open(io.BytesIO(mark(logo))) as shown:
            few = shown.convert("RGB").quantize(OF_A_MARK, dither=Image.Dither.NONE)
            parts += few.getpalette() or []
    empty = Image.new("P", (1, 1))
    empty.putpalette(parts)
    return empty


@lru_cache(maxsize=8)
def mark(logo: bytes) -> bytes:
    """A logo downscaled for print (9 mm high at 300 dpi) and quantized to 64 colours, as PNG."""
    with Image.open(io.BytesIO(logo)) as picture:
        whole = picture.convert("RGBA")
        whole.thumbnail((MARK_WIDTH, MARK_HEIGHT), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    _on_white(whole).quantize(64, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _on_white(picture: Image.Image) -> Image.Image:
    """The image flattened onto white, in RGB."""
    page = Image.new("RGBA", picture.size, WHITE)
    page.alpha_composite(picture.convert("RGBA"))
    return page.convert("RGB")
