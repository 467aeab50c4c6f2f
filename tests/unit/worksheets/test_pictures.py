"""A picture of a page shows the colours that its sheet has, however little of one there is."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from generator.worksheets.pictures import quantized

INK, LAMP = "#1f2d4d", "#f2c14e"


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def _page() -> Image.Image:
    """A page with a spot of yellow among thousands of greys, as the edges of letters have."""
    page = Image.effect_noise((496, 702), 90).convert("RGB")
    ImageDraw.Draw(page).rectangle((20, 20, 27, 27), fill=LAMP)
    return page


def test_a_small_spot_keeps_its_colour() -> None:
    """A moon of sixty pixels is as yellow as on paper."""
    with Image.open(io.BytesIO(quantized(_png(_page()), (INK, LAMP)))) as drawn:
        assert drawn.convert("RGB").getpixel((24, 24)) == (242, 193, 78)


def test_a_mark_keeps_its_colours() -> None:
    """What a clinic's own mark is drawn in is kept too."""
    page, mark = _page(), Image.new("RGB", (12, 12), "#00ff66")
    page.paste(mark, (40, 40))
    with Image.open(io.BytesIO(quantized(_png(page), (INK,), _png(mark)))) as drawn:
        assert drawn.convert("RGB").getpixel((45, 45)) == (0, 255, 102)


def test_the_ground_of_a_mark_is_paper() -> None:
    """Where a mark is half transparent, its colours are those that it has on white."""
    page, half = _page(), Image.new("RGBA", (12, 12), (0, 0, 0, 0))
    ImageDraw.Draw(half).rectangle((0, 0, 5, 11), fill=(0, 128, 0, 128))
    page.paste("#7fbf7f", (40, 40, 52, 52))
    with Image.open(io.BytesIO(quantized(_png(page), (INK,), _png(half)))) as drawn:
        shown = drawn.convert("RGB").getpixel((45, 45))
    assert all(abs(one - other) <= 2 for one, other in zip(shown, (127, 191, 127), strict=True))


def test_the_same_page_is_the_same_bytes() -> None:
    """What was asked before leaves nothing behind."""
    page = _png(_page())
    assert quantized(page, (INK, LAMP)) == quantized(page, (INK, LAMP))
