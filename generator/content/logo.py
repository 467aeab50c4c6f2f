"""Logo sanitizer: renders a clinic's SVG, PNG or JPEG to a new PNG in a subprocess with limits.

SVG can hold scripts and external references, and raster files can hold other payloads and metadata.
Only the rendered pixels (`svg_rasterizer.py`) are published, at three device pixels for each CSS
pixel of the largest size shown, for high-density screens and for print.
"""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from pathlib import Path

from generator.content.reading.regular_files import NoRegularFile, read_regular
from generator.content.svg_rasterizer import REFUSED

KINDS = {".svg": "svg", ".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg"}
MOST_BYTES = 2_000_000
WIDEST = 8
"""Largest aspect ratio, in either direction, so that a logo fits into a line of text."""
BOX = (1_008, 256)
"""Maximum width and height in pixels of the PNG; shown within 336 by 82 CSS pixels (clinic.css)."""
MOST_WAIT = 60
"""Timeout in seconds of wall-clock time; CPU time is limited in `svg_rasterizer.py`."""

_SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class LogoFile:
    """A rendered logo."""

    name: str
    """File name on the site: clinic-logo.png."""
    content: bytes = field(repr=False)


class UnsafeLogo(Exception):
    """Raised if a file cannot be the logo; has the message and hint of the problem."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def read_logo(file: Path) -> LogoFile:
    """Read and render a logo. Raises UnsafeLogo for any file that is refused."""
    if file.is_symlink():
        raise UnsafeLogo(f'"{file.name}" is a link to another place.', "Put the file itself here.")
    if not file.exists():
        raise UnsafeLogo(f'There is no file "{file.name}" beside clinic.yaml.', "Put it there.")
    try:
        content = read_regular(file, most=MOST_BYTES, too_large="Make it smaller.")
    except NoRegularFile as found:
        raise UnsafeLogo(f'"{file.name}" cannot be the logo. {found.message}', found.hint) from None
    kind = KINDS[file.suffix]
    if kind == "svg":
        content = _prepared(content, file.name)
    png = _draw(content, kind, file.name)
    # Width and height are in the IHDR chunk (PNG 1.2, 11.2.2).
    width, height = (int.from_bytes(png[start : start + 4]) for start in (16, 20))
    _check_sides(width, height, file.name)
    return LogoFile("clinic-logo.png", png)


def _draw(content: bytes, kind: str, name: str) -> bytes:
    program = Path(__file__).with_name("svg_rasterizer.py")
    try:
        ran = subprocess.run(
            [sys.executable, "-I", str(program), kind, *(str(side) for side in BOX)],
            input=content, capture_output=True, check=False, timeout=MOST_WAIT,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise UnsafeLogo(f'"{name}" {_TOO_DEAR}', _PLAIN) from None
    if ran.returncode == REFUSED:
        raise UnsafeLogo(f'"{name}" {ran.stdout.decode("utf-8", errors="replace")}', _PLAIN)
    if ran.returncode:  # ended by the system, or out of memory
        raise UnsafeLogo(f'"{name}" {_TOO_DEAR}', _PLAIN)
    return ran.stdout


def _prepared(content: bytes, name: str) -> bytes:
    """SVG scaled to fit into `BOX`. Raises UnsafeLogo.

    Text and external references are refused, as they would look different elsewhere.
    """
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
    if root.tag != f"{_SVG}svg":
        raise UnsafeLogo(f'"{name}" is not an SVG file that can be read.', _PLAIN)
    for element in root.iter():
        _refuse_other_files(element, name)
        if element.tag == f"{_SVG}text" and "".join(element.itertext()).strip():
            raise UnsafeLogo(
                f'"{name}" has letters that other computers show in another font.',
                'Turn them into shapes ("Object to path", "Create outlines") and save it again.',
            )
    width, height = _svg_sides(root)
    _check_sides(width, height, name)
    scale = min(BOX[0] / width, BOX[1] / height)
    root.set("width", f"{max(1, round(width * scale))}")
    root.set("height", f"{max(1, round(height * scale))}")
    try:
        return ElementTree.tostring(root, encoding="unicode").encode()
    except RecursionError:
        message = f'"{name}" has parts inside each other too deeply to draw.'
        raise UnsafeLogo(message, _PLAIN) from None


def _refuse_other_files(element: ElementTree.Element, name: str) -> None:
    """Raise UnsafeLogo for an image reference that is neither a data: URL nor a fragment."""
    if str(element.tag).rpartition("}")[2] not in ("image", "feImage"):
        return
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == "href" and not value.strip().startswith(("data:", "#")):
            raise UnsafeLogo(f'"{name}" shows another file, which is not in it.', _PLAIN)


def _svg_sides(root: ElementTree.Element) -> tuple[float, float]:
    """Width and height in user units, from viewBox or attributes; 0 for an unknown one.

    Sets a missing viewBox, so that the drawing scales.
    """
    box = re.findall(r"-?[\d.]+(?:[eE][+-]?\d+)?", root.get("viewBox", ""))
    sides = box[2:4] if len(box) == 4 else [root.get("width", ""), root.get("height", "")]
    found = [re.match(r"\d{1,9}(?:\.\d+)?|\.\d+", side.strip()) for side in sides]
    width, height = (float(side[0]) if side else 0.0 for side in found)
    if "viewBox" not in root.attrib and width and height:
        root.set("viewBox", f"0 0 {width:g} {height:g}")
    return width, height


def _check_sides(width: float, height: float, name: str) -> None:
    if not (0 < width < 100_000 and 0 < height < 100_000):
        raise UnsafeLogo(f'"{name}" does not say how wide and how high it is.', _PLAIN)
    longer, shorter = max(width, height), min(width, height)
    if longer > WIDEST * shorter:
        long, wide = ("wide", "high") if width > height else ("high", "wide")
        raise UnsafeLogo(
            f'"{name}" is {longer / shorter:.0f} times as {long} as it is {wide}.',
            f"One side may be {WIDEST} times the other at most.",
        )


_TOO_DEAR = "takes too much time or memory to draw."
_PLAIN = 'In the drawing program, choose "Plain SVG" or "Optimised SVG" when you save it, or PNG.'
