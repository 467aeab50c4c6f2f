"""A drawing beside the pages is a drawing, and nothing that runs or loads."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.layers.folders import base_root
from generator.content.layers.pages import read_pages
from generator.content.svg_picture import unsafe_feature
from generator.problems import Problems

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'
)

DRAWINGS = (
    SVG.format('viewBox="0 0 9 9"', '<style>.a{fill:url(#b)}</style><path class="a" d="M0 0h9"/>'),
    SVG.format("", '<defs><path id="p" d="M0 0"/></defs><use xlink:href="#p"/>'),
    SVG.format("", '<image href="data:image/png;base64,AAAA"/><text>Our house</text>'),
    '<?xml version="1.0" encoding="utf-8"?>\n' + SVG.format("", "<title>Our house</title>"),
)
MORE = (
    SVG.format("", "<script>alert(1)</script>"),
    SVG.format("", "<svg:SCRIPT xmlns:svg='http://www.w3.org/2000/svg'>alert(1)</svg:SCRIPT>"),
    SVG.format('onload="alert(1)"', ""),
    SVG.format("", '<a xlink:href="javascript:alert(1)"><path/></a>'),
    SVG.format("", '<a href=" java&#115;cript:alert(1)"><path/></a>'),
    SVG.format("", '<image href="https://example.org/a.png"/>'),
    SVG.format("", '<image href="data:image/svg+xml,%3Csvg onload=alert(1)%3E"/>'),
    SVG.format("", "<style>@import 'https://example.org/a.css';</style>"),
    SVG.format("", "<path style=\"fill:url( 'https://example.org/a.svg#b')\"/>"),
    SVG.format("", "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>a</p></foreignObject>"),
    SVG.format("", '<a id="a"><animate attributeName="href" to="javascript:alert(1)"/></a>'),
    SVG.format("", r"<path fill='u\72l(https://example.org/a.svg#b)'/>"),
    '<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("", "<title>&a;</title>"),
    '<?xml-stylesheet href="https://example.org/a.css"?>' + SVG.format("", ""),
    "<svg",
    "",
)


@pytest.mark.parametrize("svg", DRAWINGS)
def test_drawings(svg: str) -> None:
    """Shapes, styles of their own, parts that are used again, pictures in the file itself."""
    assert unsafe_feature(svg.encode()) == ""


@pytest.mark.parametrize("svg", MORE)
def test_more_than_a_drawing(svg: str) -> None:
    """Scripts under any name, addresses of others, documents in the document."""
    assert unsafe_feature(svg.encode())


def test_told_where_pages_are_read(tmp_path: Path) -> None:
    """With the file and what to do; it is not published."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "house.svg").write_text(DRAWINGS[0], "utf-8")
    (folder / "map.svg").write_text(MORE[0], "utf-8")
    problems = Problems()
    layer = read_pages((base_root(tmp_path),), problems)
    assert tuple(layer.files) == ("house.svg",)
    assert [(p.location.path, p.rule, p.message) for p in problems.sorted] == [
        (f"{tmp_path.name}/pages/map.svg", "picture-is-only-drawn",
         'The picture "map.svg" holds more than a drawing: <script>.'),
    ]  # fmt: skip
