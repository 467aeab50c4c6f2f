"""The code on paper that a phone reads as the address of the sheet's page."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache

import segno

SCALE = 6
"""Dots for each module: sharp in every viewer, also in those that smooth what they enlarge."""


MODULE = 0.4
"""Millimetres on paper that a module needs: phones miss smaller ones that are a little blurred."""
USUAL, MOST = 40, 46
"""Modules of a code as wide as usual, and of the widest that there is room for at the foot of a
sheet: enough for an address of 154 letters. Modules of longer ones are smaller."""


@dataclass(frozen=True)
class Code:
    """A code as a picture, and how wide it has to be on paper."""

    png: bytes
    """Without a quiet zone, which the layout gives it."""
    side: float
    """Millimetres."""


@lru_cache(maxsize=1024)
def qr_code(url: str) -> Code:
    """The address as a code.

    A picture of points, where lines would be smaller, is kept once for all pages of a PDF. Error
    correction M, so that a sixth of the code may be smudged or folded; L for addresses so long
    that the code would be larger than its usual place.
    """
    code = segno.make(url, error="m", micro=False)
    if _modules(code) > USUAL:
        code = segno.make(url, error="l", micro=False)
    out = io.BytesIO()
    code.save(out, kind="png", border=0, scale=SCALE)
    return Code(out.getvalue(), min(max(USUAL, _modules(code)), MOST) * MODULE)


def _modules(code: segno.QRCode) -> int:
    return len(tuple(code.matrix))
