"""The real sheets on paper: pages, words, codes and sizes."""

from __future__ import annotations

import io
import re
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from generator.content.library import Library
from generator.content.models.paper import Paper
from generator.worksheets.field import View
from generator.worksheets.press import print_all
from generator.worksheets.print_jobs import Order, Print
from generator.worksheets.variant import VARIANTS, Size, Variant
from generator.worksheets.view import fields_in

pytestmark = pytest.mark.site

MOST_BYTES = 64_000
MARGIN = 17 / 25.4 * 72
"""Points at either side of a page."""


def test_every_sheet_is_printed_in_every_variant(
    prints: tuple[Print, ...], library: Library
) -> None:
    """Two papers, two sizes."""
    found = {(one.sheet, one.variant) for one in prints}
    assert found == {(sheet, v) for sheet in library.worksheets for v in VARIANTS}
    assert len(library.worksheets) >= 32


def test_pages_are_as_declared(prints: tuple[Print, ...], library: Library) -> None:
    """Ordinary print has the pages that the sheet says, on A4 and on Letter."""
    for one in prints:
        declared = library.worksheets[one.sheet].pages
        if one.variant.size is Size.ORDINARY:
            assert one.pages == declared, one
        else:
            assert declared <= one.pages <= 3 * declared + 3, one


def test_no_last_page_is_nearly_empty(prints: tuple[Print, ...]) -> None:
    """The last page has a place to write; it does not hold only the question at the end."""
    empty = {
        f"{one.sheet} {one.variant}"
        for one in prints
        if one.pages > 1 and not _fields_of_last_page(one) - {"after_writing"}
    }
    assert empty == set()


def test_a_logo_costs_no_page(views: Mapping[str, View], tmp_path: Path) -> None:
    """It is higher than a clinic's name, and leaves no question alone on a last page."""
    logo = io.BytesIO()
    Image.new("RGB", (40, 40)).save(logo, "PNG")
    view = views["hard-night-plan"] | {"mark": b64encode(logo.getvalue()).decode()}
    (one,) = print_all([Order(view, Variant(Paper.LETTER, Size.LARGE))], cache=tmp_path)
    assert isinstance(one, Print), one
    assert _fields_of_last_page(one) - {"after_writing"}


def test_large_print_takes_no_more_pages_on_letter(prints: tuple[Print, ...]) -> None:
    """Letter is shorter than A4 by two lines, which are spared where they would cost a page."""
    pages = {(one.sheet, one.variant): one.pages for one in prints}
    more = {
        sheet
        for sheet, variant in pages
        if pages[sheet, Variant(Paper.LETTER, Size.LARGE)]
        > pages[sheet, Variant(Paper.A4, Size.LARGE)]
    }
    assert more == set()


def test_words_of_large_print_leave_room_to_answer(
    prints: tuple[Print, ...], views: Mapping[str, View]
) -> None:
    """A line beside its question has a third of the page's width, or it stands below."""
    narrow = {}
    for one in prints:
        lines = {f["field"] for f in fields_in(views[one.sheet]["blocks"]) if f["type"] == "line"}
        if one.variant.size is Size.LARGE:
            with pikepdf.open(one.pdf) as pdf:
                narrow |= {
                    (one.sheet, str(spot.T)): share
                    for page in pdf.pages
                    for spot in page.get("/Annots", [])
                    if str(spot.get("/T", "")) in lines
                    and (share := _width(spot.Rect) / (_width(page.MediaBox) - 2 * MARGIN)) < 1 / 3
                }
    assert narrow == {}


def test_hills_close_the_last_page_of_large_print(prints: tuple[Print, ...]) -> None:
    """Where much room is left, hills stand above the question at the end, as in ordinary print."""
    emptiest = {}
    for one in prints:
        if one.variant.size is Size.LARGE:
            with pypdfium2.PdfDocument(one.pdf) as document:
                page = document[len(document) - 1].render(scale=0.5, grayscale=True).to_pil()
            width, content = page.width, page.tobytes()
            blank = "".join(
                " " if min(content[y * width : (y + 1) * width]) > 250 else "x"
                for y in range(page.height)
            )
            emptiest[one.variant.file_name(one.sheet)] = (
                max(map(len, blank.strip().split("x"))) / page.height
            )
    assert {name: share for name, share in emptiest.items() if share > 0.48} == {}


def test_files_are_small(prints: tuple[Print, ...]) -> None:
    """A sheet loads on a slow connection: at most 64 kB on any paper in any size."""
    too_large = {
        one.variant.file_name(one.sheet): one.size for one in prints if one.size > MOST_BYTES
    }
    assert too_large == {}


def test_every_page_has_numbers_to_call(
    prints: tuple[Print, ...], views: Mapping[str, View]
) -> None:
    """The crisis line, the clinic, and which page of how many, stand at the foot of each page."""
    for one in prints:
        footer = views[one.sheet]["footer"]
        for number, text in enumerate(_pages(one), 1):
            ways = footer["crisis"].split(" · ")
            for words in (*ways, footer["clinic"], f"Page {number} of {one.pages}"):
                assert _plain(words) in text, (one.sheet, one.variant, number, words)


def test_no_number_to_call_is_torn(prints: tuple[Print, ...], views: Mapping[str, View]) -> None:
    """A way to call or text stands in one line: the number never begins the next."""
    for one in prints:
        _, *ways = views[one.sheet]["footer"]["crisis"].split(" · ")
        document: Any = pypdfium2.PdfDocument(one.pdf)
        lines = document[0].get_textpage().get_text_range().splitlines()
        document.close()
        for way in ways:
            assert any(way in " ".join(line.split()) for line in lines), (
                one.sheet,
                one.variant,
                way,
            )


def test_every_sheet_lets_stop_and_asks_how_it_is(
    prints: tuple[Print, ...], views: Mapping[str, View]
) -> None:
    """First that one can stop at any time, last how it is now."""
    for one in prints:
        pages = _pages(one)
        view = views[one.sheet]
        assert _plain(view["lead"][1]) in pages[0], one
        assert _plain(view["after"]["title"]) in pages[-1], one
        assert _plain(view["url"].removeprefix("https://")) in pages[-1], one


def test_every_sheet_says_who_should_choose_another(
    prints: tuple[Print, ...], views: Mapping[str, View], library: Library
) -> None:
    """Every reason of a sheet stands on its first page, for whoever is handed the paper alone."""
    labels = {term.id: term.label for term in library.taxonomies["stop-reasons"].terms}
    for one in prints:
        instead = views[one.sheet]["instead"]
        given = {labels[reason] for reason in library.worksheets[one.sheet].choose_another_if}
        assert set(instead["reasons"] if instead else ()) == given, one
        first = _pages(one)[0]
        for words in (instead["label"], *instead["reasons"]) if instead else ():
            assert _plain(words) in first, (one.sheet, one.variant, words)


def test_code_leads_to_the_page(
    in_both_sizes: tuple[Print, ...], views: Mapping[str, View]
) -> None:
    """A phone that looks at the first page of any sheet finds the sheet's own page."""
    for one in in_both_sizes:
        document = pypdfium2.PdfDocument(one.pdf)
        picture = document[0].render(scale=110 / 72, grayscale=True).to_pil()
        document.close()
        found = [code.text for code in zxingcpp.read_barcodes(picture)]
        assert found == [views[one.sheet]["url"]], (one.sheet, one.variant)


def test_page_is_white_with_little_ink(prints: tuple[Print, ...]) -> None:
    """No fills: at most a sixth of any page is darker than light grey."""
    for one in prints:
        document = pypdfium2.PdfDocument(one.pdf)
        for page in document:
            picture = page.render(scale=0.7, grayscale=True).to_pil()
            dark = sum(picture.histogram()[:200])
            assert dark / (picture.width * picture.height) < 1 / 6, (one.sheet, one.variant)
        document.close()


@cache
def _pages(one: Print) -> tuple[str, ...]:
    """The text of each page, read once for all tests."""
    document: Any = pypdfium2.PdfDocument(one.pdf)
    try:
        return tuple(_plain(page.get_textpage().get_text_range()) for page in document)
    finally:
        document.close()


def _fields_of_last_page(one: Print) -> set[str]:
    """The names of its fields; those of which one is chosen go by their common name."""
    with pikepdf.open(one.pdf) as pdf:
        return {
            str(spot.T if "/T" in spot else spot.Parent.T)
            for spot in pdf.pages[-1].get("/Annots", [])
            if spot.Subtype == "/Widget"
        }


def _width(rect: Any) -> float:
    left, _, right, _ = (float(side) for side in rect)
    return right - left


def _plain(text: str) -> str:
    return re.sub(r"[\s\u00ad]", "", text)
