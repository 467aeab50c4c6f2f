"""Typing into a PDF with the engine of Chrome's and Edge's own viewers, key by key."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as engine
import pytest
from pikepdf.form import (
    DefaultAppearanceStreamGenerator,
    ExtendedAppearanceStreamGenerator,
    Form,
)

from generator.worksheets.print_jobs import Print
from generator.worksheets.variant import VARIANTS
from tests.print.typed import type_into

pytestmark = pytest.mark.site


def test_typed_in_chrome_and_opened_again(prints: tuple[Print, ...], tmp_path: Path) -> None:
    """Letters with accents, two lines, a tick and a ring are in the file that is saved."""
    one = next(p for p in prints if p.sheet == "thought-record")
    name = _first(one.pdf, "/Tx", several_lines=True)
    ring = "how-strong"
    with pikepdf.open(one.pdf) as pdf:
        groups = [str(f.T) for f in pdf.Root.AcroForm.Fields if "/Kids" in f]
    ring = groups[0]
    type_into(one.pdf, tmp_path / "typed.pdf", {name: "Él vio\nthe café", f"{ring}#3": ""})
    with pikepdf.open(tmp_path / "typed.pdf") as pdf:
        fields = {str(f.T): f for f in pdf.Root.AcroForm.Fields}
        assert str(fields[name].V).split() == ["Él", "vio", "the", "café"]
        assert str(fields[ring].V) == "/30"


def test_no_more_can_be_typed_than_is_printed(prints: tuple[Print, ...], tmp_path: Path) -> None:
    """What has no room is not taken, so that paper never cuts a sentence."""
    one = next(p for p in prints if p.sheet == "kind-letter")
    name = _first(one.pdf, "/Tx", several_lines=False)
    type_into(one.pdf, tmp_path / "typed.pdf", {name: "m" * 400})
    with pikepdf.open(tmp_path / "typed.pdf") as pdf:
        fields = {str(f.T): f for f in pdf.Root.AcroForm.Fields}
        assert 10 < len(str(fields[name].V)) < 200


def test_what_is_typed_is_on_paper(prints: tuple[Print, ...], tmp_path: Path) -> None:
    """The letters of Western Europe are drawn where they were typed, as the page of a sheet says;
    for all others the sheet itself, not only its page, says where to type."""
    one = next(p for p in prints if p.sheet == "kind-letter" and p.variant == VARIANTS[0])
    name = _first(one.pdf, "/Tx", several_lines=True)
    typed = "Él vio the café, naïve, Grüße, året, ça, mañana, œuvre"
    type_into(one.pdf, tmp_path / "typed.pdf", {name: typed})
    pdf = pypdfium2.PdfDocument(tmp_path / "typed.pdf")
    pdf.init_forms()
    page = pdf[0]
    assert engine.FPDFPage_Flatten(page.raw, engine.FLAT_PRINT) == engine.FLATTEN_SUCCESS
    page.close()
    text = " ".join(pdf[0].get_textpage().get_text_range().split())
    pdf.close()
    assert typed in text
    assert "On the web, to type in any alphabet" in text


@pytest.mark.parametrize(
    "draw", [DefaultAppearanceStreamGenerator, ExtendedAppearanceStreamGenerator]
)
def test_filled_in_by_a_program(prints: tuple[Print, ...], draw: type) -> None:
    """What another program writes into each field of a sheet, and flattens, is seen on paper."""
    one = next(p for p in prints if p.sheet == "hard-night-plan" and p.variant == VARIANTS[0])

    def inked(text: str) -> dict[str, int]:
        with pikepdf.open(one.pdf) as pdf:
            lines = {name: field for name, field in Form(pdf, draw).items() if field.is_text}
            boxes = {str(w.T): [float(v) for v in w.Rect] for w in pdf.pages[0].Annots if "/T" in w}
            for field in lines.values():
                field.value = text
            pdf.flatten_annotations("print")
            pdf.save(filled := io.BytesIO())
        with pypdfium2.PdfDocument(filled.getvalue()) as paper:
            picture = paper[0].render(scale=1).to_pil().convert("L")
        assert lines.keys() <= boxes.keys()
        ink = {}
        for name in lines:
            left, bottom, right, top = boxes[name]
            box = (left, picture.height - top, right, picture.height - bottom)
            ink[name] = sum(picture.crop(tuple(map(int, box))).histogram()[:128])
        return ink

    without, with_text = inked(""), inked("Maria, 555-0100")
    assert len(with_text) > 10
    assert {name for name, dots in with_text.items() if dots - without[name] < 40} == set()


def _first(file: Path, kind: str, *, several_lines: bool) -> str:
    with pikepdf.open(file) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            lines = bool(int(field.get("/Ff", 0)) & 1 << 12)
            if field.get("/FT") == kind and "/Kids" not in field and lines == several_lines:
                return str(field.T)
    raise AssertionError(f"{file} has no such field")
