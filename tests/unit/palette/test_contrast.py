"""Colours are measured as WCAG 2 says, and moved only in lightness."""

from __future__ import annotations

import colorsys

import pytest

from generator.palette.contrast import contrast, mixed, nearest_passing, with_lightness


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#000000", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#2b4a6f", "#2b4a6f", 1.0),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_contrast(one: str, other: str, expected: float) -> None:
    """The values that are known for these pairs come out, in either order."""
    assert contrast(one, other) == pytest.approx(expected, abs=0.005)


def test_mixing() -> None:
    """A share of 1 is the one colour, of 0 the other, of a half what lies between."""
    assert mixed("#102030", "#ffffff", 1) == "#102030"
    assert mixed("#102030", "#ffffff", 0) == "#ffffff"
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"


def test_hue_stays() -> None:
    """Making a colour darker does not make it another colour."""

    def hue(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        return colorsys.rgb_to_hls(*parts)[0]

    assert hue(with_lightness("#7fb2e5", 0.3)) == pytest.approx(hue("#7fb2e5"), abs=0.01)


def test_what_passes_is_left_alone() -> None:
    """A colour that passes is its own nearest; where none does, there is none."""
    assert nearest_passing("#123456", lambda colour: True) == "#123456"
    assert nearest_passing("#123456", lambda colour: False) is None
