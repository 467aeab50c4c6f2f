"""Pictures of pages, in the few colours that a sheet has."""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image, ImageColor

from generator.palette.contrast import mixed

BLACK, WHITE = "#000000", "#ffffff"
SHARES = (1, 0.75, 0.5, 0.25)
"""How much of a colour there is in the pixels of a letter and of its edge."""
OF_A_MARK = 16
MARK_WIDTH, MARK_HEIGHT = 640, 106


def small(png: bytes, colours: tuple[str, ...], logo: bytes = b"") -> bytes:
    """A page in the colours of its sheet, each also mixed with white, and in those of its mark.

    The same page gives the same bytes.
    """
    with Image.open(io.BytesIO(png)) as picture:
        page = _on_white(picture)
    indexed = page.quantize(palette=_palette(colours, logo), dither=Image.Dither.NONE)
    out = io.BytesIO()
    indexed.save(out, "PNG")
    return out.getvalue()


@lru_cache(maxsize=8)
def _palette(colours: tuple[str, ...], logo: bytes) -> Image.Image:
    """A picture with these colours as its palette: none is lost because few pixels have it."""
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
    """A logo as small as paper needs it: 9 mm high at 300 dots per inch, in few colours."""
    with Image.open(io.BytesIO(logo)) as picture:
        whole = picture.convert("RGBA")
        whole.thumbnail((MARK_WIDTH, MARK_HEIGHT), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    _on_white(whole).quantize(64, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _on_white(picture: Image.Image) -> Image.Image:
    """The picture without transparency, as it is on paper."""
    page = Image.new("RGBA", picture.size, WHITE)
    page.alpha_composite(picture.convert("RGBA"))
    return page.convert("RGB")
