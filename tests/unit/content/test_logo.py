"""A logo is a picture and nothing more, whatever somebody put into the file."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from generator.content.logo import MOST_BYTES, UnsafeLogo, clean_svg, read_logo

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20"'  # noqa: E501
GOOD = f'{OPEN}><path d="M0 0H40V20Z" fill="#123456"/></svg>'


def svg(inside: str, attributes: str = "") -> bytes:
    return f"{OPEN} {attributes}>{inside}</svg>".encode()


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + bytes(20)


@pytest.mark.parametrize(
    "hostile",
    [
        svg("<script>alert(1)</script>"),
        svg("", 'onload="alert(1)"'),
        svg('<rect width="1" height="1" onclick="alert(1)"/>'),
        svg("<foreignObject><b xmlns='http://www.w3.org/1999/xhtml'>x</b></foreignObject>"),
        svg('<image href="https://elsewhere.example/x.png"/>'),
        svg('<use href="https://elsewhere.example/x.svg#a"/>'),
        svg('<use xlink:href="data:image/svg+xml,x#a"/>'),
        svg('<a href="javascript:alert(1)"><rect width="1" height="1"/></a>'),
        svg("<style>@import url(https://elsewhere.example/x.css);</style>"),
        svg("<style>rect{fill:url(https://elsewhere.example/x)}</style>"),
        svg("<style>rect{fill:u\\72l(https://elsewhere.example/x)}</style>"),
        svg('<rect width="1" height="1" style="fill:url(//elsewhere.example/x)"/>'),
        svg('<rect width="1" height="1" fill="url( \'https://elsewhere.example/x\' )"/>'),
        svg('<set attributeName="href" to="javascript:alert(1)"/>'),
        svg('<animate attributeName="href" values="javascript:alert(1)"/>'),
        b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + svg("<text>&a;</text>"),
        b'<!doctype svg SYSTEM "file:///etc/passwd">' + GOOD.encode(),
        b"<html><script>alert(1)</script></html>",
        b"not a picture at all",
        b"\xff\xfe" + GOOD.encode("utf-16-le"),
        svg("<g>" * 60 + "</g>" * 60),
        svg("<g/>" * 6000),
        GOOD.replace("0 0 40 20", "0 0 4000 20").encode(),
        GOOD.replace(' viewBox="0 0 40 20"', "").encode(),
    ],
)
def test_what_could_act_is_refused(hostile: bytes) -> None:
    """Scripts, handlers, frames, addresses, imports, entities and absurd sizes: none gets in."""
    with pytest.raises(UnsafeLogo) as refused:
        clean_svg(hostile, "logo.svg")
    assert refused.value.message.endswith(".")
    assert refused.value.hint


def test_drawing_is_kept() -> None:
    """Shapes, gradients and names of a drawing stay; a reference inside of it too."""
    drawing = svg(
        "<title>Harbor</title><defs><linearGradient id='a'><stop offset='0' stop-color='#fff'/>"
        "</linearGradient></defs><style>.b{fill:url(#a)}</style><g class='b'>"
        "<path d='M0 0H9'/></g><use xlink:href='#a'/>"
    )
    kept = clean_svg(drawing, "logo.svg").decode()
    for part in ("<title>Harbor</title>", "linearGradient", "url(#a)", 'href="#a"', "M0 0H9"):
        assert part in kept


def test_what_a_drawing_program_leaves_is_dropped() -> None:
    """Elements and attributes of other vocabularies are not published."""
    drawing = svg(
        '<m:settings xmlns:m="http://draw.example/"><m:user>Dana</m:user></m:settings>'
        '<metadata>home/dana</metadata><rect width="4" height="4" m:label="x" '
        'xmlns:m="http://draw.example/"/>'
    )
    kept = clean_svg(drawing, "logo.svg").decode()
    assert "ana" not in kept
    assert "label" not in kept
    assert "<rect" in kept


def test_cleaning_twice_is_cleaning_once() -> None:
    """What was written anew is taken as it is."""
    once = clean_svg(GOOD.encode(), "logo.svg")
    assert clean_svg(once, "logo.svg") == once


def test_width_and_height_become_a_box() -> None:
    """A drawing that says only how large it is can still be shown at any size."""
    drawing = GOOD.replace('viewBox="0 0 40 20"', 'width="40px" height="20px"')
    assert 'viewBox="0 0 40 20"' in clean_svg(drawing.encode(), "logo.svg").decode()


@pytest.mark.parametrize(
    "content",
    [b"GIF89a" + bytes(40), png(4, 4), png(9000, 9000), png(1000, 20), b"\x89PNG\r\n\x1a\n"],
)
def test_png_that_is_none_or_absurd(tmp_path: Path, content: bytes) -> None:
    """A PNG is what its bytes say, of a size that a logo can have."""
    (tmp_path / "logo.png").write_bytes(content)
    with pytest.raises(UnsafeLogo):
        read_logo(tmp_path / "logo.png")


def test_good_png(tmp_path: Path) -> None:
    """A PNG of an ordinary size is published as it is."""
    (tmp_path / "logo.png").write_bytes(png(200, 80))
    assert read_logo(tmp_path / "logo.png").content == png(200, 80)


def test_giant_file_is_not_even_read(tmp_path: Path) -> None:
    """A logo that everybody would wait for is refused by its size."""
    (tmp_path / "logo.svg").write_bytes(GOOD.encode() + b" " * MOST_BYTES)
    with pytest.raises(UnsafeLogo, match="kB"):
        read_logo(tmp_path / "logo.svg")


def test_link_to_another_place(tmp_path: Path) -> None:
    """A link could publish any file of the machine, so it is refused; so is what is not there."""
    (tmp_path / "secret").write_text(GOOD, "utf-8")
    (tmp_path / "logo.svg").symlink_to(tmp_path / "secret")
    with pytest.raises(UnsafeLogo, match="link"):
        read_logo(tmp_path / "logo.svg")
    with pytest.raises(UnsafeLogo, match="no file"):
        read_logo(tmp_path / "nothing.svg")
