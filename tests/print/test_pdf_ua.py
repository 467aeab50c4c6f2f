"""Every PDF is accessible by the rules of PDF/UA-1 that a machine can check, filled in too."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from pypdf import PdfWriter

from generator.worksheets.field import View
from generator.worksheets.print_jobs import Print
from tests.print.tagged_text import tagged_text
from tests.projects import made_once

pytestmark = pytest.mark.site

Broken = Mapping[str, list[str]]
"""The rules that a file breaks, by its name."""


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


@pytest.fixture(scope="session")
def broken(
    prints: tuple[Print, ...],
    in_both_sizes: tuple[Print, ...],
    broken_rules: Callable[[list[Path]], dict[Path, list[str]]],
    tmp_path_factory: pytest.TempPathFactory,
) -> Broken:
    """What the checker says of every sheet in both sizes, of a filled in one and of spoilt ones.

    It is started once, for all workers: to begin costs it more than to look at a file.
    """

    def look(folder: Path) -> None:
        files = {one.variant.file_name(one.sheet): one.pdf for one in in_both_sizes}
        files["filled"] = folder / "filled.pdf"
        _fill(_print_of(prints, "kind-letter"), files["filled"])
        for spoil in DEFECTS:
            files[spoil.__name__] = folder / f"{spoil.__name__}.pdf"
            with pikepdf.open(_print_of(prints, "three-good-things")) as pdf:
                spoil(pdf)
                pdf.save(files[spoil.__name__])
        found = broken_rules(list(files.values()))
        said = {name: found[file] for name, file in files.items()}
        (folder / "broken.json").write_text(json.dumps(said), "utf-8")

    folder = made_once(tmp_path_factory, "pdf-ua", look)
    broken: Broken = json.loads((folder / "broken.json").read_text("utf-8"))
    return broken


def _print_of(prints: tuple[Print, ...], sheet: str) -> Path:
    return next(one.pdf for one in prints if one.sheet == sheet)


def _fill(sheet: Path, into: Path) -> None:
    writer = PdfWriter(clone_from=sheet)
    names = [n for n, f in (writer.get_fields() or {}).items() if f.get("/FT") == "/Tx"]
    for page in writer.pages:
        writer.update_page_form_field_values(page, dict.fromkeys(names, "Rain, and a naïve café."))
    writer.write(into)


def test_every_sheet_is_accessible(in_both_sizes: tuple[Print, ...], broken: Broken) -> None:
    """No sheet in any size breaks a rule, half of them on each paper."""
    names = [one.variant.file_name(one.sheet) for one in in_both_sizes]
    assert {name: broken[name] for name in names if broken[name]} == {}


def test_numbers_to_call_are_read_aloud_once(
    prints: tuple[Print, ...], views: Mapping[str, View]
) -> None:
    """Running footers are not spoken: the crisis line is text as well, before any place to write.

    The other pages' footers stay artifacts, or a listener would hear it on every page.
    """
    for one in prints:
        spoken = tagged_text(one.pdf)
        crisis = _letters(views[one.sheet]["footer"]["crisis"])
        places = [i for i, text in enumerate(spoken) if _letters(text) == crisis]
        assert len(places) == 1, (one.sheet, one.variant, spoken)
        # After title, aim, time, reasons to choose something else and the short version.
        assert places[0] <= 7, (one.sheet, places)


def test_filled_in_sheet_is_accessible(broken: Broken) -> None:
    """Somebody who sends back what they typed sends something that can be read aloud."""
    assert broken["filled"] == []


def test_defects_are_caught(broken: Broken) -> None:
    """The checker sees each of these mistakes: it is not blind where it finds nothing."""
    assert [spoil.__name__ for spoil in DEFECTS if not broken[spoil.__name__]] == []


def _letters(text: str) -> str:
    """What a text says. No dot is at the end of a line, and PDFium leaves the space there out."""
    return re.sub(r"[\s·]", "", text)
