"""The code on paper that a phone reads as the address of the sheet's page."""

from __future__ import annotations

import io
from functools import lru_cache

import segno

SCALE = 6
"""Dots for each module: sharp in every viewer, also in those that smooth what they enlarge."""


@lru_cache(maxsize=1024)
def qr_png(url: str) -> bytes:
    """The address as a PNG without a quiet zone, which the layout gives it.

    A picture of points, where lines would be smaller, is kept once for all pages of a PDF. Error
    correction M: a sixth of the code may be smudged or folded.
    """
    out = io.BytesIO()
    segno.make(url, error="m", micro=False).save(out, kind="png", border=0, scale=SCALE)
    return out.getvalue()
