"""The code at the foot of a sheet can be read by a phone, however long a clinic's address is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import ImageFilter

from generator.worksheets.field import View
from generator.worksheets.press import print_all
from generator.worksheets.print_jobs import Order, Print
from generator.worksheets.variant import VARIANTS


@pytest.mark.site
@pytest.mark.parametrize("letters", [40, 80, 110, 154])
def test_code_on_paper_is_large_enough(
    views: Mapping[str, View], tmp_path: Path, letters: int
) -> None:
    """A module is 0.4 mm or more on every paper, and a blurred print is read all the same."""
    url = f"https://{'w' * (letters - 30)}.example/worksheets/a"
    url += "b" * (letters - len(url))
    view = {**next(iter(views.values())), "url": url}
    for one in print_all([Order(view, v) for v in VARIANTS], cache=tmp_path, jobs=1):
        assert isinstance(one, Print)
        document = pypdfium2.PdfDocument(one.pdf)
        (picture,) = document[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
        left, bottom, right, _ = picture.get_bounds()
        modules = picture.get_bitmap().to_pil().width / 6
        assert (right - left) / 72 * 25.4 / modules >= 0.399, one.variant
        assert bottom / 72 * 25.4 >= 4.2, one.variant  # what printers leave white
        paper = document[0].render(scale=150 / 72).to_pil().convert("L")
        paper = paper.filter(ImageFilter.GaussianBlur(1))
        assert [code.text for code in zxingcpp.read_barcodes(paper)] == [url], one.variant
        document.close()
