"""Typing into a PDF with the engine of Chrome's and Edge's own viewers, key by key."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as engine


def type_into(source: Path, target: Path, values: Mapping[str, str]) -> None:
    """Save as `target` the PDF `source` with keys typed by PDFium into the fields of `values`.

    A number of a scale is `name#position`; it is clicked. A field without room takes no more.
    """
    places = _places(source)
    pdf = pypdfium2.PdfDocument(source)
    pdf.init_forms()
    form = pdf.formenv.raw
    pages = [pdf[i] for i in range(len(pdf))]
    for name, text in values.items():
        number, x, y = places[name]
        page = pages[number].raw
        engine.FORM_OnMouseMove(form, page, 0, x, y)
        engine.FORM_OnLButtonDown(form, page, 0, x, y)
        engine.FORM_OnLButtonUp(form, page, 0, x, y)
        for letter in text:
            engine.FORM_OnChar(form, page, ord("\r" if letter == "\n" else letter), 0)
    engine.FORM_ForceToKillFocus(form)
    pdf.save(target)
    for opened in pages:
        opened.close()
    pdf.close()


def _places(file: Path) -> dict[str, tuple[int, float, float]]:
    """Page and middle of each field; of a number of a scale as `name#position`."""
    found = {}
    with pikepdf.open(file) as pdf:
        kids: dict[str, int] = {}
        for number, page in enumerate(pdf.pages):
            for widget in page.get("/Annots", ()):
                if widget.Subtype != "/Widget":
                    continue
                left, bottom, right, top = (float(v) for v in widget.Rect)
                name = str(widget.get("/T", ""))
                if not name:
                    parent = str(widget.Parent.T)
                    kids[parent] = kids.get(parent, -1) + 1
                    name = f"{parent}#{kids[parent]}"
                found[name] = (number, (left + right) / 2, (bottom + top) / 2)
    return found
