"""Canonical JSON input of a print: view and variant, drawings and fonts; also its cache key.

It is made without the compiler and the PDF library, so that a cache hit loads neither.
"""

from __future__ import annotations

import json
from base64 import b64decode
from functools import lru_cache
from typing import Any

from generator.text.glyph_coverage import HEADINGS, borrowed, settable
from generator.worksheets.field import View
from generator.worksheets.pictures import mark
from generator.worksheets.svg_files import drawings
from generator.worksheets.variant import Variant
from generator.worksheets.view import texts_in

HEADING = "Newsreader 16pt"
FAMILIES = (
    "Atkinson Hyperlegible Next", "Noto Sans", "Noto Sans Hebrew", "Noto Sans Armenian",
    "Noto Sans Georgian", "Vazirmatn", "Noto Sans Math", "Noto Sans Symbols 2",
    "Noto Sans Symbols", HEADING,
)  # fmt: skip
"""Font fallback list, the sheets' own first: a character is set in the first that has it."""


def print_input(view: View, variant: Variant) -> str:
    """All that a print depends on but the toolchain, as minified JSON with sorted keys.

    Without the QR code, which follows from URL and toolchain.
    """
    sheet = _for_all_variants(json.dumps(view, ensure_ascii=False))
    own = {"paper": variant.paper, "size": variant.size}
    return json.dumps(sheet | own, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@lru_cache(maxsize=500)
def _for_all_variants(view_as_json: str) -> dict[str, Any]:
    """The part of the input that does not depend on paper and size."""
    view: View = json.loads(view_as_json)
    own: dict[str, Any] = _in_letters_of_fonts(view)
    letters = "".join(texts_in(own))
    return own | {
        "borrowed": borrowed(letters),
        "borrowed_by_headings": borrowed(letters, HEADINGS),
        "heading": HEADING,
        "drawings": drawings(view["way"], view["colours"]),
        "author": view["footer"]["clinic"],
        "fonts": FAMILIES,
        "mark": list(mark(b64decode(view["mark"]))) if view["mark"] else [],
    }


def _in_letters_of_fonts(value: Any) -> Any:
    """The view with characters without a glyph replaced or dropped in all texts (`settable`)."""
    if isinstance(value, str):
        return settable(value)
    if isinstance(value, list):
        return [_in_letters_of_fonts(inner) for inner in value]
    if isinstance(value, dict):
        return {key: _in_letters_of_fonts(inner) for key, inner in value.items()}
    return value
