"""Typeset: a view to a tagged PDF on one paper, by Typst. The only module that imports it.

Only the fonts committed here are used, no clock and no network, so that the same view gives the
same bytes wherever it is set.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from generator.worksheets.qr import qr_code

TEMPLATE = Path(__file__).parent.parent / "templates" / "worksheets" / "sheet.typ"
FONTS = Path(__file__).parent.parent / "theme" / "fonts"
FITS = 6
"""Ways to set large print closer than usual; at the closest, lines are 10.4 mm apart."""


class DoesNotFit(Exception):
    """The sheet takes more pages than it declares; the message says how many."""


class CannotPrint(Exception):
    """The sheet has something that cannot be set; the message says what."""


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
