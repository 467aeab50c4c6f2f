"""What is inside a PDF: fields with names to speak, and tags to find the way by."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader, PdfWriter

from generator.worksheets.field import View
from generator.worksheets.field_font import field_font
from generator.worksheets.forms import FieldsDiffer, fillable
from generator.worksheets.print_jobs import Print
from generator.worksheets.print_source import print_input
from generator.worksheets.print_worker import FIELD_FONT
from generator.worksheets.tag_tree import drop_wrappers
from generator.worksheets.typeset import typeset
from generator.worksheets.variant import VARIANTS
from generator.worksheets.view import fields_in

pytestmark = pytest.mark.site

A4 = VARIANTS[0]


def test_every_field_speaks_its_label(
    views: Mapping[str, View], printed: Mapping[str, tuple[Print, ...]]
) -> None:
    """A screen reader is told for each field what stands beside it on paper."""
    for kind, view in views.items():
        spoken = [str(a.TU) for a in _widgets(printed[kind][0].pdf)]
        assert spoken == [
            f"{f['group']['label']} {f['label']}" if f["group"] else f["label"]
            for f in fields_in(view)
        ]


def test_every_field_is_listed(printed: Mapping[str, tuple[Print, ...]]) -> None:
    """Readers show and save only what the list of fields leads to; names of authors hide none."""
    for every in printed.values():
        for one in every:
            with pikepdf.open(one.pdf) as pdf:
                listed: set[tuple[int, int]] = set()
                waiting = list(pdf.Root.AcroForm.Fields)
                while waiting:
                    found = waiting.pop()
                    listed.add(found.objgen)
                    waiting += list(found.get("/Kids", ()))
                drawn = {a.objgen for p in pdf.pages for a in p.get("/Annots", ())
                         if a.Subtype == "/Widget"}  # fmt: skip
            assert drawn <= listed, one.sheet


def test_headings_of_rows_are_header_cells(printed: Mapping[str, tuple[Print, ...]]) -> None:
    """Whoever hears a cell of the week also hears its day and its part of the day."""
    with pikepdf.open(printed["table"][0].pdf) as pdf:
        cells = [e for e in _tags(pdf.Root.StructTreeRoot) if e.S in ("/TH", "/TD")]
        rows = [e for e in cells if e.S == "/TH" and _scope(e) == "/Row"]
        assert len(rows) == 2 + 4 + 3, "days, parts of days, numbers of worries"
        assert sum(e.S == "/TD" for e in cells) == 4 * 2 + 3 * 2, "only fields are left as data"


def test_only_wrappers_are_left_out_of_the_tags(views: Mapping[str, View]) -> None:
    """Without the elements that say nothing, the same things are read in the same order."""
    for view in views.values():
        with pikepdf.open(io.BytesIO(typeset(print_input(view, A4), fit=0))) as pdf:
            tree = pdf.Root.StructTreeRoot
            before = [e.objgen for e in _tags(tree) if e.S != "/Div"]
            drop_wrappers(tree)
            assert [e.objgen for e in _tags(tree)] == before
            assert all(kid.P.objgen == e.objgen for e in _tags(tree) for kid in _kids(e))


def test_one_number_of_a_scale_is_ringed(printed: Mapping[str, tuple[Print, ...]]) -> None:
    """The numbers of a scale are one choice, negative ones too."""
    fields = PdfReader(printed["scale"][0].pdf).get_fields() or {}
    assert fields["turn"]["/FT"] == "/Btn"
    states = {s for s in fields["turn"]["/_States_"] if s != "/Off"}
    assert states == {"/n2", "/n1", "/0", "/1", "/2"}


def test_nothing_runs_and_nothing_is_sent(printed: Mapping[str, tuple[Print, ...]]) -> None:
    """No PDF has JavaScript, an action that sends, or a link to anywhere but its page."""
    for every in printed.values():
        for one in every:
            with pikepdf.open(one.pdf) as pdf:
                raw = b"".join(o.unparse(resolved=True) for o in pdf.objects if _is_plain(o))
                addresses = [
                    str(a.A.URI) for p in pdf.pages for a in p.get("/Annots", ()) if "/A" in a
                ]
            for word in (b"/JS", b"/JavaScript", b"/SubmitForm", b"/Launch", b"/AA"):
                assert word not in raw
            assert {a for a in addresses if not a.startswith("https://example.org/")} == set()


def test_typed_text_is_kept(printed: Mapping[str, tuple[Print, ...]], tmp_path: Path) -> None:
    """What is typed and ticked, saved and opened again, is there."""
    wrote = {"facts": "Rain.\nThe bus was late, naïve café.", "initials": "T. O."}
    writer = PdfWriter(clone_from=printed["fields"][0].pdf)
    writer.update_page_form_field_values(writer.pages[0], wrote)
    writer.write(tmp_path / "filled.pdf")
    found = PdfReader(tmp_path / "filled.pdf").get_form_text_fields()
    assert {name: found[name] for name in wrote} == wrote


@pytest.mark.parametrize("change", ["missing", "unknown"])
def test_template_that_forgets_a_field_is_caught(
    change: str, views: Mapping[str, View], cache: Path
) -> None:
    """A field that is on the sheet and not on the page, or the other way round, stops the print."""
    view = views["lines"]
    pdf = pikepdf.open(io.BytesIO(typeset(print_input(view, A4), fit=0)))
    fields = list(fields_in(view))
    fields = fields[:-1] if change == "unknown" else [*fields, {**fields[0], "field": "more"}]
    font = field_font(FIELD_FONT, cache=cache)
    with pytest.raises(FieldsDiffer):
        fillable(pdf, fields, font=font, scale=1, rtl=False)


def _widgets(file: Path) -> Iterator[pikepdf.Object]:
    with pikepdf.open(file) as pdf:
        for page in pdf.pages:
            yield from (a for a in page.get("/Annots", ()) if a.Subtype == "/Widget")


def _tags(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for kid in _kids(element):
        yield kid
        yield from _tags(kid)


def _kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    found = element.get("/K", ())
    kids = found if isinstance(found, pikepdf.Array) else (found,)
    return [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def _scope(element: pikepdf.Object) -> str:
    attributes = element.A if isinstance(element.A, pikepdf.Array) else [element.A]
    return next((str(a.Scope) for a in attributes if "/Scope" in a), "")


def _is_plain(thing: pikepdf.Object) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and not isinstance(thing, pikepdf.Stream)
