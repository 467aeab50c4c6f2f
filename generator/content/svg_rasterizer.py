"""A program of its own that draws a logo: the file comes on standard input, a PNG goes out.

It runs apart (see `logo.py`), with little memory and time, because a picture can be made to cost
any amount of both. Whatever the file held besides the picture (scripts, styles, metadata, places
where a photograph was taken) is not in what was drawn.

Run with `python -I svg_rasterizer.py KIND WIDTH HEIGHT`: the kind is svg, png or jpeg, the numbers
are the sides in pixels of the box that it has to fit into. Exits with 0, or with `REFUSED` and one
sentence on standard output.
"""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

REFUSED = 3
MOST_MEMORY = 1_500_000_000
"""Bytes of address space; a drawing of ordinary size takes a tenth of it."""
MOST_SECONDS = 5
"""Seconds of CPU time; an ordinary logo takes a tenth of one."""
MOST_PIXELS = 40_000_000
"""Of a photograph from a good camera; there is no use for more in a logo."""
LEAST_SIDE = 16
COLOURS = 256
WORTH_A_PALETTE = 60_000
"""Bytes of a PNG beyond which fewer colours are worth their loss."""


def limit_this_process() -> None:
    """Let the system end this process if the picture costs too much; not on Windows."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def drawn(content: bytes, kind: str, box: tuple[int, int]) -> bytes:
    """The picture as a PNG that fits into the box; raises ValueError with a sentence."""
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
    """Draw what comes in; the exit code."""
    limit_this_process()
    content = sys.stdin.buffer.read()
    try:
        png = drawn(content, kind, (width, height))
    except ImportError:
        sys.stdout.write("cannot be drawn on this computer, as resvg-py is not installed.")
        return REFUSED
    except (ValueError, OSError, SyntaxError) as error:
        # Pillow's own complaints (OSError, SyntaxError) and resvg's say nothing to a clinician.
        said = str(error) if type(error) is ValueError and str(error).endswith(".") else ""
        sys.stdout.write(said or "is damaged, or is another kind of file than its name says.")
        return REFUSED
    sys.stdout.buffer.write(png)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
