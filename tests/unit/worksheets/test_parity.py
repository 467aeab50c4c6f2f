"""Web page and paper show the same: whoever adds a kind of block must add it to both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import pikepdf
import pypdfium2
import pytest
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from generator.content.models.worksheet import Block
from generator.pages.page import Page
from generator.render.environment import TEMPLATES, Renderer
from generator.site.words import load_words
from generator.worksheets.field import View
from generator.worksheets.print_jobs import Print
from generator.worksheets.view import fields_in

pytestmark = pytest.mark.site

KINDS = {
    get_args(model.model_fields["kind"].annotation)[0] for model in get_args(get_args(Block)[0])
}
NOT_WORDS = {
    "field", "type", "kind", "width", "id", "language", "direction", "url", "page", "version",
    "drawing", "way", "colours", "mark",
}  # fmt: skip
"""Parts of a view that are not printed as they stand, or are printed otherwise on screen."""
AROUND = ("footer",)


@pytest.fixture(scope="session")
def on_the_web(views: Mapping[str, View]) -> Mapping[str, LexborHTMLParser]:
    """Each sheet as its page has it."""
    environment = Renderer(load_words("en"), lambda kind, entry_id: "")._environment
    template = environment.from_string(
        '{% from "worksheets/blocks.html.jinja" import sheet with context %}{{ sheet(view) }}'
    )
    page = Page(url="worksheets/x.html", template="", title="", description="")
    return {
        kind: LexborHTMLParser(template.render(view=view, page=page))
        for kind, view in views.items()
    }


def test_every_kind_has_a_sheet_to_try(views: Mapping[str, View]) -> None:
    """tests/cases/valid/worksheets has one file for each kind of block, named for it."""
    assert set(views) == KINDS


def test_every_kind_has_a_macro_and_a_function() -> None:
    """The table at the end of each template has exactly the kinds that the model has."""
    macros = (TEMPLATES / "worksheets/blocks.html.jinja").read_text("utf-8")
    functions = (TEMPLATES / "worksheets/sheet.typ").read_text("utf-8")
    in_macros = macros[macros.index("{% set kinds") : macros.index("{% macro sheet(")]
    in_functions = functions[functions.index("#let kinds = (") : functions.index("// The sheet.")]
    assert set(re.findall(r'"([a-z-]+)":', in_macros)) == KINDS
    named = re.findall(r"\"?([a-z][a-z-]*)\"?: (?:b-|_)", in_functions)
    assert set(named) == KINDS


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_words_are_on_both(
    kind: str,
    views: Mapping[str, View],
    on_the_web: Mapping[str, LexborHTMLParser],
    printed: Mapping[str, tuple[Print, ...]],
) -> None:
    """Every string of a sheet is read on the page and on each paper, the large ones too."""
    words = set(_words(views[kind]))
    assert words
    shown = _plain(on_the_web[kind].body.text(deep=True, separator=" "))  # type: ignore[union-attr]
    assert {text for text in words if _plain(text) not in shown} == set()
    for one in printed[kind]:
        read = _plain(_text(one.pdf))
        assert {text for text in words if _plain(text) not in read} == set(), one.variant


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_fields_are_on_both(
    kind: str,
    views: Mapping[str, View],
    on_the_web: Mapping[str, LexborHTMLParser],
    printed: Mapping[str, tuple[Print, ...]],
) -> None:
    """The fields of a sheet are those of its page and of each PDF, in the same order."""
    fields = list(fields_in(views[kind]))
    controls = on_the_web[kind].css("textarea, input")
    on_page = [_web_name(c.attributes) for c in controls]
    assert on_page == [_name(f) for f in fields]
    for one in printed[kind]:
        found = PdfReader(one.pdf).get_fields() or {}
        assert list(found) == list(dict.fromkeys(_pdf_name(f) for f in fields)), one.variant


def test_drawing_is_described_on_both(
    views: Mapping[str, View],
    on_the_web: Mapping[str, LexborHTMLParser],
    printed: Mapping[str, tuple[Print, ...]],
) -> None:
    """Whoever cannot see the outline of a body hears what it is, on the page and from paper."""
    drawing = next(b["drawing"] for b in views["body"]["blocks"] if b["kind"] == "body")
    picture = on_the_web["body"].css_first("[role=img]")
    assert picture is not None
    assert picture.attributes["aria-label"] == drawing
    for one in printed["body"]:
        with pikepdf.open(one.pdf) as pdf:
            spoken = [str(o.Alt) for o in pdf.objects if _is_figure(o)]
        assert drawing in spoken, one.variant


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_control_has_a_name_to_speak(
    kind: str, on_the_web: Mapping[str, LexborHTMLParser]
) -> None:
    """A text area has its label; a box or number stands inside of one."""
    for control in on_the_web[kind].css("textarea"):
        assert control.attributes["aria-label"]
    for control in on_the_web[kind].css("input"):
        assert control.parent is not None
        assert control.parent.tag == "label"
        assert control.parent.text(strip=True)


def _words(view: Any, key: str = "") -> Iterator[str]:
    if key in NOT_WORDS or key in AROUND:
        return
    if isinstance(view, str):
        yield from (view,) if view else ()
    elif isinstance(view, dict):
        for name, value in view.items():
            # Of a field whose words stand in the headings around it, the label is only spoken.
            if name != "label" or "field" not in view or _shows_label(view):
                yield from _words(value, name)
    elif isinstance(view, list):
        for value in view:
            yield from _words(value, key)


def _is_figure(thing: pikepdf.Object) -> bool:
    is_figure = isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure"
    return is_figure and "/Alt" in thing


def _shows_label(field: View) -> bool:
    return field["type"] in ("check", "choice", "ring") or "width" in field


def _text(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def _plain(text: str) -> str:
    # A hyphen at the end of a line is read as a mark of its own, or left out.
    return re.sub(r"[-\s\u00ad\u0002\ufffe]", "", text)


def _name(field: View) -> str:
    return f"{field['group']['id']}={field['label']}" if field["group"] else str(field["field"])


def _web_name(attributes: Mapping[str, str | None]) -> str:
    name = str(attributes["name"])
    return f"{name}={attributes['value']}" if attributes.get("type") == "radio" else name


def _pdf_name(field: View) -> str:
    return str(field["group"]["id"] if field["group"] else field["field"])
