"""Typeset: a view to a tagged PDF on one paper, by Typst. The only module that imports it.

Only the fonts committed here are used, no clock and no network, so that the same view gives the
same bytes wherever it is set.
"""

from __future__ import annotations

import json
from base64 import b64decode
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from generator.text.letters import HEADINGS, borrowed, settable
from generator.worksheets.drawn import drawings
from generator.worksheets.field import View
from generator.worksheets.pictures import mark
from generator.worksheets.qr import qr_code
from generator.worksheets.variant import Variant
from generator.worksheets.view import texts_in

TEMPLATE = Path(__file__).parent.parent / "templates" / "worksheets" / "sheet.typ"
FONTS = Path(__file__).parent.parent / "theme" / "fonts"
HEADING = "Newsreader 16pt"
FAMILIES = (
    "Atkinson Hyperlegible Next", "Noto Sans", "Noto Sans Hebrew", "Noto Sans Armenian",
    "Noto Sans Georgian", "Vazirmatn", "Noto Sans Math", "Noto Sans Symbols 2",
    "Noto Sans Symbols", HEADING,
)  # fmt: skip
"""Font families, the sheets' own first: a letter is set in the first that has it."""
FITS = 3
"""Ways to set large print closer than usual."""


class DoesNotFit(Exception):
    """The sheet takes more pages than it declares; the message says how many."""


class CannotPrint(Exception):
    """The sheet has something that cannot be set; the message says what."""


def as_printed(view: View, variant: Variant) -> str:
    """All that a print depends on but the toolchain, as JSON with sorted keys.

    The code that phones read is left out: address and toolchain say it.
    """
    sheet = _set_alike(json.dumps(view, ensure_ascii=False))
    own = {"paper": variant.paper, "size": variant.size}
    return json.dumps(sheet | own, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@lru_cache(maxsize=500)
def _set_alike(view_as_json: str) -> dict[str, Any]:
    """What a view is on every paper and in every size."""
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


def typeset(sheet: str, *, fit: int) -> bytes:
    """The PDF of what `as_printed` gave, tagged to PDF/UA-1, fields still links."""
    return bytes(_compile(sheet, fit, format="pdf", pdf_standards=["ua-1"], timestamp=0))


def draw(sheet: str, *, fit: int, dots_per_inch: float) -> list[bytes]:
    """A PNG of each page of the same."""
    drawn = _compile(sheet, fit, format="png", ppi=dots_per_inch)
    return [bytes(page) for page in drawn] if isinstance(drawn, list) else [bytes(drawn)]


def _compile(sheet: str, fit: int, **how: Any) -> Any:
    # A code costs more than all else that is looked up of a sheet which was printed before.
    code = qr_code(json.loads(sheet)["url"])
    qr = json.dumps({"png": list(code.png), "side": code.side})
    try:
        return _compiler().compile(
            input=str(TEMPLATE), sys_inputs={"sheet": sheet, "qr": qr, "fit": str(fit)}, **how
        )
    except typst.TypstError as error:
        message = str(error)
        raise CannotPrint(message) from None


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )
    return typst.Compiler(root=str(TEMPLATE.parent), ignore_system_fonts=True, font_paths=fonts)


def _in_letters_of_fonts(value: Any) -> Any:
    """The view with all of its texts in characters that a font here has a glyph for."""
    if isinstance(value, str):
        return settable(value)
    if isinstance(value, list):
        return [_in_letters_of_fonts(inner) for inner in value]
    if isinstance(value, dict):
        return {key: _in_letters_of_fonts(inner) for key, inner in value.items()}
    return value
