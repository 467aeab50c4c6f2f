"""QR code (ISO/IEC 18004) of the URL of a sheet's page, as PNG sized for print."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache

import segno

SCALE = 6
"""Pixels per module: sharp also in viewers that interpolate when enlarging."""


MODULE = 0.4
"""Least module size in millimetres: phones miss smaller ones that are a little blurred."""
USUAL, MOST = 40, 46
"""Widths in modules of the usual code, and of the widest with room in the footer: enough for a URL
of 154 characters. Longer ones have smaller modules."""


@dataclass(frozen=True)
class Code:
    """A QR code as an image, and its width on paper."""

    png: bytes
    """PNG without quiet zone, which the layout adds."""
    side: float
    """Width and height in millimetres."""


@lru_cache(maxsize=1024)
def qr_code(url: str) -> Code:
    """The QR code of a URL; cached.

    A raster image: vector paths would be smaller, but an image is stored once for all pages of a
    PDF. Error correction level M (15 %), as paper is smudged and folded; L (7 %) for URLs so long
    that the code would be wider than usual.
    """
    code = segno.make(url, error="m", micro=False)
    if _modules(code) > USUAL:
        code = segno.make(url, error="l", micro=False)
    out = io.BytesIO()
    code.save(out, kind="png", border=0, scale=SCALE)
    return Code(out.getvalue(), min(max(USUAL, _modules(code)), MOST) * MODULE)


def _modules(code: segno.QRCode) -> int:
    return len(tuple(code.matrix))
