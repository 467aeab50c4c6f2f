"""Pictures of pages, as small as a page of black on white can be."""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image

SHADES = 16
MARK_WIDTH, MARK_HEIGHT = 640, 106


def small(png: bytes) -> bytes:
    """The picture in a few shades of grey, on white; the same picture gives the same bytes."""
    with Image.open(io.BytesIO(png)) as picture:
        page = Image.new("RGBA", picture.size, "white")
        page.alpha_composite(picture.convert("RGBA"))
    # An own palette rather than a fitted one: no difference from one version to another.
    grey = page.convert("L").point([round(v / 255 * (SHADES - 1)) for v in range(256)])
    indexed = Image.frombytes("P", grey.size, grey.tobytes())
    indexed.putpalette([round(s * 255 / (SHADES - 1)) for s in range(SHADES) for _ in range(3)])
    out = io.BytesIO()
    indexed.save(out, "PNG", optimize=True, bits=4)
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
