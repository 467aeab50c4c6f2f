"""Every PDF is accessible by the rules of PDF/UA-1 that a machine can check, filled in too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from pypdf import PdfWriter

from generator.worksheets.field import View
from generator.worksheets.press import Print
from tests.print.aloud import tagged_text

pytestmark = pytest.mark.site

Check = Callable[[list[Path]], dict[Path, list[str]]]


def _drop_spoken_label(pdf: pikepdf.Pdf) -> None:
    for widget in pdf.pages[0].Annots:
        if "/TU" in widget:
            del widget["/TU"]
            return


def _make_paragraphs_of_fields(pdf: pikepdf.Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get("/S") == Name.Form:
            thing.S = Name.P


def _drop_order(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        if "/Tabs" in page.obj:
            del page.obj["/Tabs"]


def _drop_metadata(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Metadata"]


def _drop_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def _skip_heading_level(pdf: pikepdf.Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get("/S") == Name.H2:
            thing.S = Name.H3


def _shorten_row(pdf: pikepdf.Pdf) -> None:
    rows = [t for t in pdf.objects if isinstance(t, Dictionary) and t.get("/S") == Name.TR]
    rows[-1].K = Array(list(rows[-1].K)[:-1])


def _forget_font(pdf: pikepdf.Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and "/FontFile2" in thing:
            del thing["/FontFile2"]


DEFECTS = (
    _drop_spoken_label, _make_paragraphs_of_fields, _drop_order, _drop_metadata, _drop_language,
    _skip_heading_level, _shorten_row, _forget_font,
)  # fmt: skip


def test_every_sheet_is_accessible(prints: tuple[Print, ...], broken_rules: Check) -> None:
    """No sheet on any paper in any size breaks a rule."""
    found = broken_rules([one.pdf for one in prints])
    names = {one.pdf: one.variant.file_name(one.sheet) for one in prints}
    assert {names[file]: rules for file, rules in found.items() if rules} == {}


def test_numbers_to_call_are_read_aloud_once(
    prints: tuple[Print, ...], views: Mapping[str, View]
) -> None:
    """Running footers are not spoken: the crisis line is text as well, before any place to write.

    The other pages' footers stay artifacts, or a listener would hear it on every page.
    """
    for one in prints:
        spoken = tagged_text(one.pdf)
        crisis = views[one.sheet]["footer"]["crisis"]
        places = [i for i, text in enumerate(spoken) if " ".join(text.split()) == crisis]
        assert len(places) == 1, (one.sheet, one.variant, spoken)
        # After title, aim, time, reasons to choose something else and the short version.
        assert places[0] <= 7, (one.sheet, places)


def test_filled_in_sheet_is_accessible(
    prints: tuple[Print, ...], broken_rules: Check, tmp_path: Path
) -> None:
    """Somebody who sends back what they typed sends something that can be read aloud."""
    one = next(p for p in prints if p.sheet == "kind-letter")
    writer = PdfWriter(clone_from=one.pdf)
    names = [n for n, f in (writer.get_fields() or {}).items() if f.get("/FT") == "/Tx"]
    for page in writer.pages:
        writer.update_page_form_field_values(page, dict.fromkeys(names, "Rain, and a naïve café."))
    writer.write(tmp_path / "filled.pdf")
    assert broken_rules([tmp_path / "filled.pdf"]) == {tmp_path / "filled.pdf": []}


def test_defects_are_caught(prints: tuple[Print, ...], broken_rules: Check, tmp_path: Path) -> None:
    """The checker sees each of these mistakes: it is not blind where it finds nothing."""
    one = next(p for p in prints if p.sheet == "three-good-things")
    made = []
    for spoil in DEFECTS:
        file = tmp_path / f"{spoil.__name__}.pdf"
        with pikepdf.open(one.pdf) as pdf:
            spoil(pdf)
            pdf.save(file)
        made.append(file)
    found = broken_rules(made)
    assert [file.stem for file in made if not found[file]] == []
