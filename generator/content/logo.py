"""A clinic's logo: read from beside its clinic.yaml, and refused if it is more than a picture.

An SVG file is a document that can hold scripts and fetch things. What is kept of it is drawing: a
closed set of elements and attributes; what an editor left in it for itself is dropped, and what
could act is refused. The file is written anew, so that nothing is published that was not read.
"""

from __future__ import annotations

import re
import struct
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from pathlib import Path

MOST_BYTES = 200_000
"""It is loaded with every first page."""
MOST_PIXELS = 2_000
LEAST_PIXELS = 16
WIDEST = 8
"""Sides of a logo differ by this factor at most, so that it can stand in a line of text."""

_SVG = "http://www.w3.org/2000/svg"
_PNG = b"\x89PNG\r\n\x1a\n"

DRAWING = frozenset(
    {"svg", "g", "defs", "symbol", "use", "title", "desc", "path", "rect", "circle", "ellipse"}
    | {"line", "polyline", "polygon", "text", "tspan", "linearGradient", "radialGradient", "stop"}
    | {"clipPath", "mask", "pattern", "style"}
)
"""Elements that draw, or name what is drawn."""
ACTING = frozenset(
    {"script", "foreignObject", "iframe", "embed", "object", "audio", "video", "image", "feImage"}
    | {"a", "animate", "animateTransform", "animateMotion", "set", "handler", "listener"}
)
"""Elements that can act, or bring in something else."""


@dataclass(frozen=True)
class LogoFile:
    """A logo that may be published."""

    name: str
    """Its name on the site: clinic-logo.svg or clinic-logo.png."""
    content: bytes = field(repr=False)


class UnsafeLogo(Exception):
    """Why a file cannot be the logo, in a sentence, and what to do about it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def read_logo(file: Path) -> LogoFile:
    """The logo in a file, safe to publish; raises UnsafeLogo."""
    if file.is_symlink():
        raise UnsafeLogo(f'"{file.name}" is a link to another place.', "Put the file itself here.")
    if not file.is_file():
        raise UnsafeLogo(f'There is no file "{file.name}" beside clinic.yaml.', "Put it there.")
    size = file.stat().st_size
    if size > MOST_BYTES:
        raise UnsafeLogo(
            f'"{file.name}" has {size // 1000:,} kB, and a logo may have {MOST_BYTES // 1000}.',
            "Make it smaller: it is loaded with every page, also by people on a slow phone.",
        )
    content = file.read_bytes()
    if file.suffix == ".png":
        _check_png(content, file.name)
        return LogoFile("clinic-logo.png", content)
    return LogoFile("clinic-logo.svg", clean_svg(content, file.name))


def clean_svg(content: bytes, name: str) -> bytes:
    """The drawing in an SVG file, written anew; raises UnsafeLogo if there is more in it."""
    if re.search(rb"<!\s*(DOCTYPE|ENTITY)", content, re.IGNORECASE):
        raise UnsafeLogo(
            f'"{name}" has a DOCTYPE or entities, which can hold more than a picture.',
            f"{_PLAIN} Or remove the line that begins with <!DOCTYPE.",
        )
    try:
        # Without a DOCTYPE there are no entities to expand, so the parser is safe to use.
        root = ElementTree.fromstring(content.decode("utf-8").encode())
    except (ElementTree.ParseError, UnicodeDecodeError, ValueError):
        raise UnsafeLogo(f'"{name}" is not an SVG file that can be read.', _PLAIN) from None
    if root.tag != f"{{{_SVG}}}svg":
        raise UnsafeLogo(f'"{name}" is not an SVG file that can be read.', _PLAIN)
    if sum(1 for _ in root.iter()) > 5_000:
        raise UnsafeLogo(f'"{name}" has more than 5,000 parts.', "Draw it with fewer.")
    _clean(root, name)
    _check_sides(*_svg_sides(root), name)
    ElementTree.register_namespace("", _SVG)
    return ElementTree.tostring(root, encoding="unicode").encode()


def _clean(element: ElementTree.Element, name: str, depth: int = 0) -> None:
    if depth > 50:
        raise UnsafeLogo(f'"{name}" has parts inside each other 50 deep.', _PLAIN)
    _clean_attributes(element, name)
    if _local(element) == "style":
        _check_css(element.text or "", name)
    for child in list(element):
        tag = _local(child)
        if tag in ACTING:
            raise UnsafeLogo(f'"{name}" has a <{tag}>, which a drawing does not need.', _PLAIN)
        if not str(child.tag).startswith(f"{{{_SVG}}}") or tag not in DRAWING:
            element.remove(child)  # what the drawing program left there for itself
        else:
            _clean(child, name, depth + 1)


def _clean_attributes(element: ElementTree.Element, name: str) -> None:
    for key, value in list(element.attrib.items()):
        local = key.rpartition("}")[2].lower()
        if local.startswith("on"):
            raise UnsafeLogo(f'"{name}" has "{local}", which would run a script.', _PLAIN)
        if local == "href":
            if not re.fullmatch(r"#[\w.-]+", value.strip()):
                raise UnsafeLogo(f'"{name}" leads to something outside of itself.', _PLAIN)
            element.set("href", value.strip())
        _check_css(value, name)
        if "}" in key:
            del element.attrib[key]


def _check_css(css: str, name: str) -> None:
    """Refuse what can fetch or act; a backslash or a comment could hide either."""
    squeezed = re.sub(r"\s", "", css).lower()
    outside = re.search(r"url\((?![\"']?#[\w.-]+[\"']?\))", squeezed)
    acting = re.search(r"@|\\|/\*|expression\(|javascript:|data:|vbscript:|-moz-binding", squeezed)
    if outside or acting:
        raise UnsafeLogo(f'"{name}" has a style or a value that can bring in something.', _PLAIN)


def _svg_sides(root: ElementTree.Element) -> tuple[float, float]:
    box = re.findall(r"-?[\d.]+(?:e-?\d+)?", root.get("viewBox", ""))
    sides = box[2:4] if len(box) == 4 else [root.get("width", ""), root.get("height", "")]
    found = [re.match(r"\d+\.?\d*|\.\d+", side.strip()) for side in sides]
    width, height = (float(side[0]) if side else 0.0 for side in found)
    if "viewBox" not in root.attrib and width and height:
        root.set("viewBox", f"0 0 {width:g} {height:g}")
    return width, height


def _check_png(content: bytes, name: str) -> None:
    if not content.startswith(_PNG) or len(content) < 33 or content[12:16] != b"IHDR":
        raise UnsafeLogo(f'"{name}" is not a PNG picture, whatever its name says.', "Save it anew.")
    width, height = struct.unpack(">II", content[16:24])
    if min(width, height) < LEAST_PIXELS or max(width, height) > MOST_PIXELS:
        raise UnsafeLogo(
            f'"{name}" is {width} by {height} pixels.',
            f"Each side should have from {LEAST_PIXELS} to {MOST_PIXELS:,}.",
        )
    _check_sides(width, height, name)


def _check_sides(width: float, height: float, name: str) -> None:
    if not (0 < width < 100_000 and 0 < height < 100_000):
        raise UnsafeLogo(f'"{name}" does not say how wide and how high it is.', _PLAIN)
    if max(width, height) > WIDEST * min(width, height):
        raise UnsafeLogo(
            f'"{name}" is {max(width, height) / min(width, height):.0f} times as long as it is '
            "wide.",
            f"One side may be {WIDEST} times the other at most.",
        )


def _local(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2]


_PLAIN = 'In the drawing program, choose "Plain SVG" or "Optimised SVG" when you save it, or PNG.'
