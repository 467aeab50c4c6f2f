"""Pictures of pages, in as few colours as a page of lines and pale grounds needs."""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image

COLOURS = 32
MARK_WIDTH, MARK_HEIGHT = 640, 106


def small(png: bytes) -> bytes:
    """The picture in a few colours, on white; the same picture gives the same bytes."""
    with Image.open(io.BytesIO(png)) as picture:
        page = Image.new("RGBA", picture.size, "white")
        page.alpha_composite(picture.convert("RGBA"))
    indexed = page.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    out = io.BytesIO()
    indexed.save(out, "PNG", optimize=True)
    return out.getvalue()


@lru_cache(maxsize=8)
def mark(logo: bytes) -> bytes:
    """A logo as small as paper needs it: 9 mm high at 300 dots per inch, in few colours."""
    with Image.open(io.BytesIO(logo)) as picture:
        whole = picture.convert("RGBA")
        whole.thumbnail((MARK_WIDTH, MARK_HEIGHT), Image.Resampling.LANCZOS)
    page = Image.new("RGBA", whole.size, "white")
    page.alpha_composite(whole)
    out = io.BytesIO()
    page.convert("RGB").quantize(64, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()
