"""Where the fields of the real sheets lie, and what of a sheet is read when they are filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as engine
import pytest

from generator.worksheets.print_jobs import Print
from tests.print.typed import type_into

pytestmark = pytest.mark.site

Rect = tuple[float, float, float, float]
"""Left, bottom, right and top in points."""
NEAR = 0.1
"""Points by which the boxes of letters are rounded."""


def test_no_field_lies_on_a_letter(prints: tuple[Print, ...]) -> None:
    """A text field has a white ground once it is filled in: it begins below its question."""
    hidden = {}
    for one in prints:
        for number, fields in enumerate(_fields_of_pages(one.pdf)):
            letters = _letters(one.pdf, number) if fields else ()
            for name, field in fields.items():
                if below := "".join(letter for letter, box in letters if _overlap(box, field)):
                    hidden[one.variant.file_name(one.sheet), name] = below
    assert hidden == {}


@pytest.mark.parametrize("sheet", ["ending-therapy", "sentence-starters", "step-back"])
def test_questions_are_read_above_what_is_typed(
    prints: tuple[Print, ...], tmp_path: Path, sheet: str
) -> None:
    """With something in each field, every letter of the sheet still has its ink."""
    for one in (one for one in prints if one.sheet == sheet):
        names = [name for fields in _fields_of_pages(one.pdf) for name in fields]
        type_into(one.pdf, tmp_path / "typed.pdf", dict.fromkeys(names, "x"))
        for number in range(one.pages):
            blank, typed = (_picture(file, number) for file in (one.pdf, tmp_path / "typed.pdf"))
            faded = ""
            for letter, (left, bottom, right, top) in _letters(one.pdf, number):
                spot = (2 * left, blank.height - 2 * top, 2 * right, blank.height - 2 * bottom)
                before, after = (_ink(side.crop(tuple(map(int, spot)))) for side in (blank, typed))
                faded += letter if after < before * 0.95 else ""
            assert faded == "", (one.variant, number)


def _fields_of_pages(file: Path) -> Iterator[dict[str, Rect]]:
    """The text fields of each page by name."""
    with pikepdf.open(file) as pdf:
        for page in pdf.pages:
            yield {
                str(spot.T): tuple(map(float, spot.Rect))  # type: ignore[misc]
                for spot in page.get("/Annots", ())
                if spot.get("/FT") == "/Tx"
            }


def _letters(file: Path, number: int) -> Sequence[tuple[str, Rect]]:
    """Each visible letter of a page with the box of its outline."""
    with pypdfium2.PdfDocument(file) as document:
        text = document[number].get_textpage()
        found = [
            (text.get_text_range(i, 1), text.get_charbox(i)) for i in range(text.count_chars())
        ]
    return [(letter, box) for letter, box in found if letter.strip()]


def _overlap(one: Rect, other: Rect) -> bool:
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > NEAR
        and min(one[3], other[3]) - max(one[1], other[1]) > NEAR
    )


def _picture(file: Path, number: int) -> Any:
    """A page with what its fields hold, at two pixels to the point."""
    with pypdfium2.PdfDocument(file) as document:
        document.init_forms()
        page = document[number]
        assert engine.FPDFPage_Flatten(page.raw, engine.FLAT_PRINT) != engine.FLATTEN_FAIL
        page.close()
        return document[number].render(scale=2, grayscale=True).to_pil()


def _ink(picture: Any) -> int:
    return sum((255 - shade) * count for shade, count in enumerate(picture.histogram()))
