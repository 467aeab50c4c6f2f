"""Whatever colours a clinic has, what is suggested to it can be read everywhere."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.palette.brand import (
    BASE,
    Scheme,
    all_tokens,
    brand,
    readable_accent,
    readable_primary,
    unreadable,
)  # fmt: skip
from generator.palette.contrast_pairs import failures

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@given(COLOURS, COLOURS)
@settings(max_examples=40, deadline=None)
def test_suggestions_can_be_read(primary: str, accent: str) -> None:
    """For any two colours there are near ones that pass in every use, light and dark, twice."""
    first = readable_primary(primary)
    assert first
    assert unreadable(first, None) == []
    second = readable_accent(accent, first)
    assert second
    assert unreadable(first, second) == []
    assert readable_primary(first) == first
    assert readable_accent(second, first) == second


@given(COLOURS, COLOURS)
@settings(max_examples=40, deadline=None)
def test_dark_pages_can_always_be_read(primary: str, accent: str) -> None:
    """What is derived for dark pages never fails, even where the light colour would."""
    tokens = all_tokens(Scheme.DARK, brand(primary, accent)[Scheme.DARK])
    assert list(failures(tokens)) == []


def test_the_themes_own_colours_can_be_read() -> None:
    """Without a clinic's colours, no use fails either."""
    for scheme in BASE:
        assert list(failures(all_tokens(scheme, {}))) == []
