"""Texts that are alike are all found, and no others."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.near_duplicates import near_pairs

TEXTS = st.lists(st.frozensets(st.sampled_from("abcdefghijkl"), min_size=2), max_size=24)


@pytest.mark.site
@given(TEXTS, st.sampled_from((0.5, 0.8, 1.0)))
def test_as_if_all_pairs_were_compared(texts: list[frozenset[str]], alike: float) -> None:
    """Skipping most comparisons changes nothing in what is found."""
    named = {str(number): text for number, text in enumerate(texts)}
    expected = {
        frozenset((one, other))
        for one, other in combinations(named, 2)
        if len(named[one] & named[other]) / len(named[one] | named[other]) >= alike
    }
    found = [frozenset((one, other)) for one, other, _ in near_pairs(named, alike)]
    assert len(found) == len(set(found))
    assert set(found) == expected


def test_likeness_is_told() -> None:
    """Each pair comes with its shared words by all words, the later text first."""
    texts = {"first": frozenset("abcd"), "second": frozenset("abcde")}
    assert list(near_pairs(texts, 0.8)) == [("second", "first", 0.8)]
