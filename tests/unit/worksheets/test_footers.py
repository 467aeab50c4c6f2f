"""The foot of every page: whom to call, whatever a clinic is called, however many its numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pypdfium2
import pytest

from generator.worksheets.field import View
from generator.worksheets.press import print_all
from generator.worksheets.print_jobs import Order, Print
from generator.worksheets.variant import VARIANTS

LEAST_WHITE = 4.2 / 25.4 * 72
"""Points at the edge of the paper that printers leave white."""
NUMBERS = (
    "Front desk: (213) 555-0142",
    "After hours and weekends: (213) 555-0143",
    "For those of us who are at the second house, by the river: (213) 555-0144",
    "And for the families of all who come to us, day or night: (213) 555-0145",
)
CRISIS = ("Not safe right now? Call 911", "Call 988", "Call 1-800-854-7771", "Text HOME to 741741")


@pytest.fixture(scope="module")
def pages(
    views: Mapping[str, View], tmp_path_factory: pytest.TempPathFactory
) -> tuple[tuple[float, list[str]], ...]:
    """The lowest place with words and the lines of each page of a sheet, in every variant."""
    view = views["note"]
    clinic = "Riverside Community Counseling and Trauma Recovery Center of San Gabriel"
    own = {"clinic": clinic, "contact": " · ".join(NUMBERS), "crisis": " · ".join(CRISIS)}
    named = view | {"footer": view["footer"] | own}
    cache = tmp_path_factory.mktemp("footers")
    made = print_all([Order(named, variant) for variant in VARIANTS], cache=cache, jobs=1)
    return tuple(page for one in made for page in _read(one))


def test_no_number_leaves_the_paper(pages: tuple[tuple[float, list[str]], ...]) -> None:
    """The footer takes as much of the page as it needs."""
    assert min(lowest for lowest, _ in pages) > LEAST_WHITE


def test_no_number_is_torn(pages: tuple[tuple[float, list[str]], ...]) -> None:
    """A number stands in one line, and with its name wherever both are no longer than a line."""
    for _, lines in pages:
        for whole in (*NUMBERS[:2], *CRISIS, *(n.split(": ")[1] for n in NUMBERS)):
            assert any(whole in line for line in lines), (whole, lines)


def test_no_dot_is_left_at_the_end_of_a_line(pages: tuple[tuple[float, list[str]], ...]) -> None:
    """It stands between two numbers, not behind the last of a line."""
    hanging = [line for _, lines in pages for line in lines if line.strip().endswith("·")]
    assert hanging == []


def _read(one: Any) -> list[tuple[float, list[str]]]:
    assert isinstance(one, Print), one
    with pypdfium2.PdfDocument(one.pdf) as document:
        texts = [page.get_textpage() for page in document]
        return [
            (
                min(text.get_rect(i)[1] for i in range(text.count_rects())),
                [" ".join(line.split()) for line in text.get_text_range().splitlines()],
            )
            for text in texts
        ]
