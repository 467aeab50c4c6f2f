"""Rasterizer subprocess with limits: SVG, PNG or JPEG on standard input, PNG on standard output.

Limits of memory and CPU time (setrlimit) are against decompression bombs and other costly pictures;
`logo.py` sets the timeout. Scripts, styles, metadata and GPS positions (EXIF) of the input are not
in the output, which is encoded anew.

Usage: `python -I svg_rasterizer.py KIND WIDTH HEIGHT`, with kind svg, png or jpeg, and the size in
pixels of the box to fit into. Exit code 0; or `REFUSED`, with the end of a sentence on standard
output.
"""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

REFUSED = 3
MOST_MEMORY = 1_500_000_000
"""Limit of address space in bytes (RLIMIT_AS); an ordinary drawing takes a tenth of it."""
MOST_SECONDS = 5
"""Limit of CPU time in seconds (RLIMIT_CPU); an ordinary logo takes a tenth of a second."""
MOST_PIXELS = 40_000_000
"""Maximum number of pixels of the input, as of a good camera; a logo needs no more."""
LEAST_SIDE = 16
"""Minimum width and height of the input in pixels."""
COLOURS = 256
"""Palette size of a quantized PNG."""
WORTH_A_PALETTE = 60_000
"""Size of a PNG in bytes above which it is quantized to a palette."""


def limit_this_process() -> None:
    """Set limits of memory, CPU time and core dumps for this process; nothing on Windows."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def drawn(content: bytes, kind: str, box: tuple[int, int]) -> bytes:
    """PNG scaled to fit into `box` (width, height in pixels).

    Raises ValueError with the end of a sentence for a picture that is refused, and what Pillow and
    resvg raise for files that they cannot read.
    """
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    if kind == "svg":
        import resvg_py

        content = resvg_py.svg_to_bytes(svg_string=content.decode("utf-8"), skip_system_fonts=True)
    with Image.open(io.BytesIO(content), formats=["JPEG" if kind == "jpeg" else "PNG"]) as opened:
        if opened.width * opened.height > MOST_PIXELS or min(opened.size) < LEAST_SIDE:
            size = f"{opened.width:,} by {opened.height:,} pixels"
            raise ValueError(f"is {size}; each side should have from {LEAST_SIDE} to 6,000.")
        picture = ImageOps.exif_transpose(opened).convert("RGBA")
    picture.thumbnail(box, Image.Resampling.LANCZOS)
    if not picture.getchannel("A").getbbox():
        raise ValueError("shows nothing: every part of it is transparent.")
    return _small(picture)


def _small(picture: Image.Image) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    if out.tell() > WORTH_A_PALETTE:
        out = io.BytesIO()
        fewer = picture.quantize(COLOURS, method=Image.Quantize.FASTOCTREE)
        fewer.save(out, "PNG", optimize=True)
    return out.getvalue()


def main(kind: str, width: int, height: int) -> int:
    """Render standard input to standard output; return the exit code."""
    limit_this_process()
    content = sys.stdin.buffer.read()
    try:
        png = drawn(content, kind, (width, height))
    except ImportError:
        sys.stdout.write("cannot be drawn on this computer, as resvg-py is not installed.")
        return REFUSED
    except (ValueError, OSError, SyntaxError) as error:
        # Messages of Pillow (OSError, SyntaxError) and resvg mean nothing to a clinician.
        message = str(error) if type(error) is ValueError and str(error).endswith(".") else ""
        sys.stdout.write(message or "is damaged, or is another kind of file than its name says.")
        return REFUSED
    sys.stdout.buffer.write(png)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
