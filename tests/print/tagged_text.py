"""What a screen reader is given of a PDF: the text of its tag tree, as PDFium reads that."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as engine


def tagged_text(file: Path) -> list[str]:
    """The text of each element of the tag tree that has text of its own, in reading order.

    Artifacts such as running footers are no part of the tree, so they are not in it.
    """
    document: Any = pypdfium2.PdfDocument(file)
    found = []
    try:
        for page in document:
            written = _by_mark(page)
            tree = engine.FPDF_StructTree_GetForPage(page.raw)
            for i in range(engine.FPDF_StructTree_CountChildren(tree)):
                for marks in _marks(engine.FPDF_StructTree_GetChildAtIndex(tree, i)):
                    found.append("".join(written.get(mark, "") for mark in marks))
            engine.FPDF_StructTree_Close(tree)
    finally:
        document.close()
    return found


def _marks(element: Any) -> Iterator[list[int]]:
    """The numbers of marked content that each element holds itself, depth first."""
    own = []
    for i in range(engine.FPDF_StructElement_CountChildren(element)):
        mark = engine.FPDF_StructElement_GetChildMarkedContentID(element, i)
        if mark >= 0:
            own.append(mark)
    if own:
        yield own
    for i in range(engine.FPDF_StructElement_CountChildren(element)):
        inner = engine.FPDF_StructElement_GetChildAtIndex(element, i)
        if inner:
            yield from _marks(inner)


def _by_mark(page: Any) -> dict[int, str]:
    """The text on a page by the number of the marked content that it belongs to."""
    layer = page.get_textpage()
    found: dict[int, str] = {}
    for thing in page.get_objects(filter=[engine.FPDF_PAGEOBJ_TEXT], max_depth=1):
        mark = engine.FPDFPageObj_GetMarkedContentID(thing.raw)
        if mark < 0:
            continue
        length = engine.FPDFTextObj_GetText(thing.raw, layer.raw, None, 0)
        buffer = ctypes.create_string_buffer(length)
        engine.FPDFTextObj_GetText(
            thing.raw, layer.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length
        )
        found[mark] = found.get(mark, "") + buffer.raw.decode("utf-16-le").rstrip("\0")
    return found
