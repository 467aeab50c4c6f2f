"""Drawings as files of their own, as programs without a style sheet see them."""

from __future__ import annotations

import io

import pytest
import resvg_py
import typst
from PIL import Image

from generator.drawings.mood_lines import mood_landscape, mood_line
from generator.drawings.picture import Ink, picture
from generator.drawings.scene import scene
from generator.drawings.svg import Drawing
from generator.drawings.ways import way_drawing

PEN = Ink("#2b3f94", 2)
LAMP = Ink(fill="#f8d79b")


def pixels(drawing: Drawing, inks: dict[str, Ink]) -> Image.Image:
    """What resvg makes of it, on nothing."""
    png = resvg_py.svg_to_bytes(svg_string=picture(drawing, inks))
    return Image.open(io.BytesIO(bytes(png))).convert("RGBA")


def colours(image: Image.Image) -> set[tuple[int, ...]]:
    """The colours of the pixels that are covered altogether."""
    found = image.getcolors(image.width * image.height) or []
    return {colour[:3] for _, colour in found if colour[3] == 255}


def test_ink_is_in_the_file() -> None:
    """Strokes have the colour of their ink and spots theirs, and nothing else is there."""
    drawn = pixels(way_drawing("values"), {"": PEN, "spot": LAMP})
    assert {(43, 63, 148), (248, 215, 155)} <= colours(drawn)
    assert drawn.getpixel((0, 0)) == (0, 0, 0, 0)
    assert drawn.size == (96, 72)


def test_what_has_no_ink_is_left_out() -> None:
    """Paper that saves ink asks for strokes alone."""
    assert (248, 215, 155) not in colours(pixels(way_drawing("values"), {"": PEN}))


@pytest.mark.parametrize("drawing", [mood_line("hopeful"), mood_landscape("stuck"), scene("low")])
def test_nothing_is_filled_unasked(drawing: Drawing) -> None:
    """Without a fill in their ink, shapes are lines: most of the picture stays empty."""
    inks = {shape.role: Ink("#000000", 1) for shape in drawing.shapes}
    empty = pixels(drawing, inks).getchannel("A").histogram()[0]
    assert empty > drawing.width * drawing.height / 2


def test_the_press_takes_it(tmp_path) -> None:
    """The program that lays out sheets can put a drawing on paper."""
    (tmp_path / "way.svg").write_text(picture(way_drawing("dialogue"), {"": PEN, "spot": LAMP}))
    sheet = tmp_path / "sheet.typ"
    sheet.write_text('#image("way.svg", width: 3cm)')
    assert typst.compile(str(sheet), format="pdf").startswith(b"%PDF")
