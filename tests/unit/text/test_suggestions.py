"""“Did you mean”: names that have run together are told as that."""

from __future__ import annotations

import pytest

from generator.text.suggestions import suggestion

KNOWN = ["event-very-recent", "thoughts-of-self-harm", "very-sad", "sad"]


@pytest.mark.parametrize(
    "word",
    [
        "event-very-recent - thoughts-of-self-harm",
        "event-very-recent thoughts-of-self-harm",
        "event-very-recnt sad",
    ],
)
def test_two_names_in_one_are_not_one_of_them(word: str) -> None:
    """Nobody is told to write only one of the two: it may be a reason of safety."""
    assert "run together" in suggestion(word, KNOWN)
    assert "Did you mean" not in suggestion(word, KNOWN)


def test_a_name_with_a_space_for_its_hyphen() -> None:
    """One name that is written in words is still meant."""
    assert suggestion("very sad", KNOWN) == 'Did you mean "very-sad"?'
    assert suggestion("sadd", KNOWN) == 'Did you mean "sad"?'
