"""Typst compiler wrapper: print input to tagged PDF or PNG. The only module that imports typst.

Only the committed fonts are used, no clock and no network, so that builds are reproducible: the
same input gives the same bytes on every machine.
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
"""Tightest spacing level of large print (0 is normal): lines are 10.4 mm apart."""


class DoesNotFit(Exception):
    """The sheet takes more pages than it declares; the message is their number."""


class CannotPrint(Exception):
    """Typst could not compile the sheet; the message is its error."""


def typeset(sheet: str, *, fit: int) -> bytes:
    """PDF/UA-1 bytes of the JSON of `print_input`; fields are still links to "field:<id>".

    `fit` is the spacing level, 0 to `FITS`. Raises CannotPrint.
    """
    return bytes(_compile(sheet, fit, format="pdf", pdf_standards=["ua-1"], timestamp=0))


def draw(sheet: str, *, fit: int, dots_per_inch: float) -> list[bytes]:
    """PNG bytes of each page of the same sheet. Raises CannotPrint."""
    drawn = _compile(sheet, fit, format="png", ppi=dots_per_inch)
    return [bytes(page) for page in drawn] if isinstance(drawn, list) else [bytes(drawn)]


def _compile(sheet: str, fit: int, **how: Any) -> Any:
    # Made here and not with the input: it would be the most expensive part of a cache lookup.
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
