"""Typing into a PDF with pdf.js, the viewer of Firefox, in a real browser, by its own fields."""

from __future__ import annotations

import base64
import mimetypes
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pypdfium2
import pytest
from pypdf import PdfReader

from generator.worksheets.field import FieldKind, View
from generator.worksheets.print_jobs import Print
from generator.worksheets.variant import VARIANTS
from generator.worksheets.view import fields_in

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = [pytest.mark.site, pytest.mark.browser]

PDFJS = Path(__file__).parents[2] / "tools/node_modules/pdfjs-dist"
HOST = "http://viewer.test"
"""Where the viewer stands: answered from files, so that no request leaves the browser."""
VIEWER = """<!doctype html><link rel="stylesheet" href="web/pdf_viewer.css">
<style>#box { position: absolute; inset: 0; overflow: auto }</style>
<div id="box"><div class="pdfViewer"></div></div>
<script type="module">
import * as pdfjsLib from "./build/pdf.mjs";
globalThis.pdfjsLib = pdfjsLib;
pdfjsLib.GlobalWorkerOptions.workerSrc = "./build/pdf.worker.mjs";
const { EventBus, PDFViewer, PDFLinkService } = await import("./web/pdf_viewer.mjs");
const eventBus = new EventBus(), linkService = new PDFLinkService({ eventBus });
const viewer = new PDFViewer({ container: document.getElementById("box"), eventBus, linkService });
const shown = new Promise((done) => eventBus.on("annotationlayerrendered", done));
globalThis.opened = await pdfjsLib.getDocument({ url: "sheet.pdf" }).promise;
viewer.setDocument(opened);
linkService.setDocument(opened);
linkService.setViewer(viewer);
await shown;
document.title = "ready";
</script>"""
NAMES = """async () => {
  const found = [];
  for (let n = 1; n <= opened.numPages; n++)
    for (const one of await (await opened.getPage(n)).getAnnotations())
      if (one.subtype === "Widget") found.push(one.fieldName);
  return found;
}"""
SAVED = """async () => {
  const bytes = await opened.saveDocument();
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}"""
ONE_LINE = "Él y la abuela"
SEVERAL_LINES = "The bus was late again, and nobody said a word about it.\nNaïve café, “yes”."


@pytest.fixture
def view_pdf(browser: Browser) -> Iterator[Callable[[Path], Page]]:
    """Opens a PDF in the viewer, and knows of no trouble when the test ends."""
    if not PDFJS.is_dir():
        pytest.skip("pdf.js is missing: npm ci --prefix tools")
    context = browser.new_context(viewport={"width": 1100, "height": 1600})
    trouble: list[str] = []

    def view(file: Path) -> Page:
        page = context.new_page()
        page.on("console", lambda m: m.type in ("error", "warning") and trouble.append(m.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.route("**/*", lambda route: _answer(route, file))
        page.goto(f"{HOST}/")
        page.wait_for_function("document.title === 'ready'")
        return page

    yield view
    context.close()
    assert trouble == []


def test_every_field_appears(
    view_pdf: Callable[[Path], Page], prints: tuple[Print, ...], views: Mapping[str, View]
) -> None:
    """The viewer finds the fields of a sheet, all of them, in the order of the sheet."""
    for sheet in ("thought-record", "activity-and-mood-diary"):
        page = view_pdf(_a4(prints, sheet).pdf)
        expected = [f["group"]["id"] if f["group"] else f["field"] for f in fields_in(views[sheet])]
        assert page.evaluate(NAMES) == expected
        page.close()


def test_typed_saved_and_opened_again(
    view_pdf: Callable[[Path], Page],
    prints: tuple[Print, ...],
    views: Mapping[str, View],
    tmp_path: Path,
) -> None:
    """What is typed, ticked and ringed is in the saved file, and drawn there word for word."""
    one = _a4(prints, "thought-record")
    wrote, marked = {}, {}
    page = view_pdf(one.pdf)
    for field in fields_in(views["thought-record"]):
        name, kind = field["field"], field["type"]
        if kind in (FieldKind.LINE, FieldKind.AREA, FieldKind.CELL):
            wrote[name] = ONE_LINE if kind == FieldKind.LINE else SEVERAL_LINES
            page.locator(f'[name="{name}"]').fill(wrote[name])
        elif kind == FieldKind.CHECK:
            marked[name] = "/On"
            page.locator(f'[name="{name}"]').check()
        elif field["group"]["id"] not in marked:
            marked[field["group"]["id"]] = "/" + name.rpartition("_")[2]
            page.locator(f'[name="{field["group"]["id"]}"]').first.check()
    assert len(wrote) > 3
    assert len(marked) > 1
    saved = tmp_path / "saved.pdf"
    saved.write_bytes(base64.b64decode(page.evaluate(SAVED)))
    reader = PdfReader(saved)
    values = {name: f.get("/V") for name, f in (reader.get_fields() or {}).items()}
    assert {name: str(values[name]).replace("\r", "\n") for name in wrote} == wrote
    assert {name: values[name] for name in marked} == marked
    for name, text in wrote.items():
        drawing = _drawing(reader, name)
        assert _words(drawing) == text.split(), name
        assert _lowest(drawing) > 0, name
    assert _has_more_ink(saved, one.pdf)


def _a4(prints: tuple[Print, ...], sheet: str) -> Print:
    return next(one for one in prints if one.sheet == sheet and one.variant == VARIANTS[0])


def _answer(route: Route, pdf: Path) -> None:
    path = urlsplit(route.request.url).path
    if path == "/":
        route.fulfill(body=VIEWER, content_type="text/html; charset=utf-8")
        return
    file = pdf if path == "/sheet.pdf" else PDFJS / path.removeprefix("/")
    if not file.is_file():
        route.fulfill(status=204)
        return
    kind = "text/javascript" if file.suffix == ".mjs" else mimetypes.guess_type(file)[0]
    route.fulfill(body=file.read_bytes(), content_type=kind or "application/octet-stream")


def _drawing(reader: PdfReader, name: str) -> str:
    """How the saved file draws a field, as the operators of a PDF."""
    for page in reader.pages:
        for reference in page.get("/Annots", ()):
            widget: Any = reference.get_object()
            if widget.get("/T") == name:
                return str(widget["/AP"]["/N"].get_object().get_data().decode("cp1252"))
    raise AssertionError(f"no field {name}")


def _words(drawing: str) -> list[str]:
    lines = re.findall(r"\(((?:\\.|[^\\()])*)\) Tj", drawing)
    return re.sub(r"\\(.)", r"\1", " ".join(lines)).split()


def _lowest(drawing: str) -> float:
    """How far above the lower edge of the field its last line stands, in points."""
    (start,) = re.findall(r"1 0 0 1 \S+ (\S+) Tm", drawing)
    return float(start) + sum(float(down) for down in re.findall(r"\S+ (\S+) Td", drawing))


def _has_more_ink(file: Path, than: Path) -> bool:
    def ink(file: Path) -> int:
        document = pypdfium2.PdfDocument(file)
        document.init_forms()
        picture = document[0].render(scale=1, grayscale=True).to_pil()
        document.close()
        return sum(picture.histogram()[:128])

    return ink(file) > ink(than) + 500
