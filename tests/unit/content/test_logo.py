"""A logo is drawn anew: what is published is a picture, whatever somebody put into the file."""

from __future__ import annotations

import io
import os
import struct
import time
import zlib
from base64 import b64encode
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image

from generator.content.logo import BOX, MOST_BYTES, UnsafeLogo, read_logo

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20"'  # noqa: E501
SHAPE = '<path d="M0 0H40V20Z" fill="#123456"/>'
GOOD = f"{OPEN}>{SHAPE}</svg>"
MOST_PUBLISHED = 200_000
"""Bytes; it is loaded with every first page."""


def svg(inside: str, attributes: str = "") -> bytes:
    return f"{OPEN} {attributes}>{SHAPE}{inside}</svg>".encode()


def header(width: int, height: int) -> bytes:
    """A PNG that is nothing but its first chunk."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + bytes(20)


def bomb(side: int) -> bytes:
    """A PNG of one colour that is small in bytes and huge in memory."""

    def chunk(name: bytes, content: bytes) -> bytes:
        check = zlib.crc32(name + content)
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)

    rows = zlib.compress(bytes((side // 8 + 1) * side), 9)
    start = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    chunks = chunk(b"IHDR", start) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def picture(form: str, size: tuple[int, int] = (300, 100), **options: object) -> bytes:
    out = io.BytesIO()
    Image.effect_noise(size, 90).convert("RGB").save(out, form, **options)
    return out.getvalue()


def read(folder: Path, content: bytes, name: str = "logo.svg") -> Image.Image:
    (folder / name).write_bytes(content)
    published = read_logo(folder / name)
    assert published.name == "clinic-logo.png"
    assert len(published.content) < MOST_PUBLISHED
    return Image.open(io.BytesIO(published.content), formats=["PNG"])


NESTED = "".join(
    f'<g id="n{level}">' + f'<use xlink:href="#n{level + 1}"/>' * 10 + "</g>" for level in range(12)
)


@pytest.mark.site
@pytest.mark.parametrize(
    "hostile",
    [
        b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + svg("<text>&a;</text>"),
        b'<!doctype svg SYSTEM "file:///etc/passwd">' + GOOD.encode(),
        b"<html><script>alert(1)</script></html>",
        b"not a picture at all",
        b"\xff\xfe" + GOOD.encode("utf-16-le"),
        svg('<image href="https://elsewhere.example/x.png" width="9" height="9"/>'),
        svg('<image xlink:href="/etc/hostname" width="9" height="9"/>'),
        svg('<image href="file:///dev/zero" width="9" height="9"/>'),
        svg('<filter id="f"><feImage href="/dev/zero"/></filter>'),
        svg("<text y='9'>Harbor</text>"),
        GOOD.replace("0 0 40 20", "0 0 4000 20").encode(),
        GOOD.replace("0 0 40 20", "0 0 1e9 1e9").encode(),
        GOOD.replace(' viewBox="0 0 40 20"', "").encode(),
        f"{OPEN}></svg>".encode(),
        svg(f"<defs>{NESTED}<rect id='n12' width='1' height='1'/></defs><use href='#n0'/>"),
        svg("<g>" * 100_000 + "</g>" * 100_000),
    ],
)  # fmt: skip
def test_what_is_no_drawing_by_itself_is_refused(hostile: bytes, tmp_path: Path) -> None:
    """Other files, fonts, entities, absurd sizes, nothing at all, and what multiplies itself."""
    with pytest.raises(UnsafeLogo) as refused:
        read(tmp_path, hostile)
    assert refused.value.message.endswith(".")
    assert refused.value.hint


@pytest.mark.site
@pytest.mark.parametrize(
    "hostile",
    [
        svg("<script>alert(1)</script>"),
        svg("", 'onload="alert(1)"'),
        svg("<foreignObject><b xmlns='http://www.w3.org/1999/xhtml'>x</b></foreignObject>"),
        svg('<use href="https://elsewhere.example/x.svg#a"/>'),
        svg('<a href="javascript:alert(1)"><g/></a>'),
        svg("<style>@import url(https://elsewhere.example/x.css);</style>"),
        svg("<style>rect{fill:image-set('https://elsewhere.example/x' 1x)}</style>"),
        svg('<set attributeName="href" to="javascript:alert(1)"/>'),
        svg("<metadata>home/dana</metadata><!-- dana -->"),
        GOOD.encode() + b"<?xml-stylesheet href='https://elsewhere.example/x.css'?>",
        b"<?xml-stylesheet href='https://elsewhere.example/x.css'?>" + GOOD.encode(),
    ],
)
def test_what_could_act_is_not_in_the_picture(hostile: bytes, tmp_path: Path) -> None:
    """Scripts, handlers, styles, links and metadata are gone: what is published are pixels."""
    shown = read(tmp_path, hostile)
    assert shown.tobytes() == read(tmp_path, GOOD.encode()).tobytes()
    assert shown.info == {}


@pytest.mark.site
def test_nothing_takes_long(tmp_path: Path) -> None:
    """Blurs, patterns in patterns and large pictures inside of it end in time, drawn or refused."""
    inside = b64encode(bomb(20_000)).decode()
    dear = [
        svg('<filter id="f"><feGaussianBlur stdDeviation="9999"/></filter>'
            + '<rect filter="url(#f)" width="99999" height="99999"/>' * 500),
        svg("".join(f'<pattern id="p{i}" width=".01" height=".01"><rect fill="url(#p{i + 1})" '
                    'width="99" height="99"/></pattern>' for i in range(30))
            + '<rect fill="url(#p0)" width="40" height="20"/>'),
        svg(f'<image href="data:image/png;base64,{inside}" width="40" height="20"/>'),
    ]  # fmt: skip
    for content in dear:
        start = time.monotonic()
        with suppress(UnsafeLogo):
            read(tmp_path, content)
        assert time.monotonic() - start < 70


def test_drawing_is_drawn_as_browsers_do(tmp_path: Path) -> None:
    """Shapes, classes, gradients, references and pictures inside of it are there, sharp."""
    dot = b64encode(picture("PNG", (20, 20))).decode()
    shown = read(
        tmp_path,
        svg(
            "<defs><linearGradient id='a'><stop offset='0' stop-color='#ff0000'/></linearGradient>"
            "<rect id='r' width='10' height='10'/></defs><style>.b{fill:url(#a)}</style>"
            "<g class='b'><use xlink:href='#r'/></g>"
            f"<image x='30' width='10' height='10' href='data:image/png;base64,{dot}'/>"
        ),
    ).convert("RGBA")
    assert shown.size == (512, 256)
    assert shown.getpixel((20, 20)) == (255, 0, 0, 255)
    assert shown.getpixel((500, 60))[3] == 255
    assert shown.getpixel((300, 60)) == (0x12, 0x34, 0x56, 255)
    assert shown.getpixel((100, 250))[3] == 0


@pytest.mark.parametrize("sides", ['width="40px" height="20px"', 'width="4in" height="2in"'])
def test_width_and_height_become_a_box(sides: str, tmp_path: Path) -> None:
    """A drawing that says only how large it is is drawn as large as one with a box."""
    drawing = GOOD.replace('viewBox="0 0 40 20"', sides)
    assert read(tmp_path, drawing.encode()).size == (512, 256)
    both = GOOD.replace("viewBox", f"{sides} viewBox")
    assert read(tmp_path, both.encode()).size == (512, 256)


@pytest.mark.site
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("logo.png", b"GIF89a" + bytes(40)),
        ("logo.png", header(300, 100)),
        ("logo.png", b"\x89PNG\r\n\x1a\n"),
        ("logo.png", bomb(20_000)),
        ("logo.png", picture("JPEG")),
        ("logo.png", picture("PNG", (8, 8))),
        ("logo.png", picture("PNG", (1_000, 20))),
        ("logo.png", picture("PNG")[:-4_000]),
        ("logo.jpg", picture("PNG")),
        ("logo.jpg", picture("JPEG")[:300]),
        ("logo.svg", picture("PNG")),
    ],
)
def test_picture_that_is_none_or_absurd(tmp_path: Path, name: str, content: bytes) -> None:
    """A picture is what its name says, whole, of a size that a logo can have."""
    with pytest.raises(UnsafeLogo) as refused:
        read(tmp_path, content, name)
    assert refused.value.message.endswith(".")


@pytest.mark.site
@pytest.mark.parametrize(("form", "name"), [("PNG", "logo.png"), ("JPEG", "logo.jpeg")])
def test_good_pictures_are_published_anew(tmp_path: Path, form: str, name: str) -> None:
    """A photograph or a PNG is made to fit, turned as its camera held it, without its metadata."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "Dana's office"
    shown = read(tmp_path, picture(form, (300, 1_200), exif=exif), name)
    assert shown.size == (1_008, 252) == (BOX[0], round(BOX[0] / 4))
    assert shown.info.keys() <= {"transparency"}
    assert b"Dana" not in read_logo(tmp_path / name).content


def test_same_file_is_the_same_picture(tmp_path: Path) -> None:
    """Drawing twice gives the same bytes."""
    (tmp_path / "logo.svg").write_text(GOOD)
    assert read_logo(tmp_path / "logo.svg") == read_logo(tmp_path / "logo.svg")


def test_giant_file_is_not_even_read(tmp_path: Path) -> None:
    """What is larger than any logo is refused by its size, and a pipe is not waited for."""
    with (tmp_path / "logo.svg").open("wb") as sparse:
        sparse.truncate(MOST_BYTES * 1_000_000)
    os.mkfifo(tmp_path / "logo.png")
    for name in ("logo.svg", "logo.png"):
        with pytest.raises(UnsafeLogo):
            read_logo(tmp_path / name)


def test_link_to_another_place(tmp_path: Path) -> None:
    """A link could publish any file of the machine, so it is refused; so is what is not there."""
    (tmp_path / "secret").write_text(GOOD, "utf-8")
    (tmp_path / "logo.svg").symlink_to(tmp_path / "secret")
    with pytest.raises(UnsafeLogo, match="link"):
        read_logo(tmp_path / "logo.svg")
    with pytest.raises(UnsafeLogo, match="no file"):
        read_logo(tmp_path / "nothing.svg")
