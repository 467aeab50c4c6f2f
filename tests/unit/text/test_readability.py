"""Sentences, words and syllables are counted as a reader would count them."""

from __future__ import annotations

import pytest

from generator.text.readability import (
    ReadabilityCounts,
    ease,
    paragraphs,
    sentences,
    syllables,
    words,
)


@pytest.mark.parametrize(
    ("word", "count"),
    [("the", 1), ("made", 1), ("little", 2), ("walked", 1), ("wanted", 2), ("studies", 2),
     ("circles", 2), ("boxes", 2), ("safely", 2), ("anxiety", 4), ("being", 2), ("somebody", 3),
     ("didn't", 2), ("people", 2), ("page", 1), ("pages", 2), ("hmm", 1)],
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    """Silent endings do not count, and vowels that are heard apart do."""
    assert syllables(word) == count


def test_lists_end_sentences() -> None:
    """An item of a list is a sentence, even without a stop at its end."""
    assert len(sentences("You need:\n\n- paper\n- a pen\n\nBegin. Stop.")) == 5


def test_stops_inside_words_end_nothing() -> None:
    """A figure with a point, or dots in the middle, is not the end of a sentence."""
    assert len(sentences("It was 0.47 in one study. That is small.")) == 2


def test_only_words_count() -> None:
    """Figures and signs are not words; an apostrophe joins, a hyphen parts."""
    assert words("In 2,909 people – can’t sleep, well-known.") == [
        "in", "people", "can't", "sleep", "well", "known",
    ]  # fmt: skip


def test_paragraphs_and_items_are_told_apart() -> None:
    """A blank line and a new item begin a new piece, the end of a line does not."""
    assert paragraphs("One.\nStill one.\n\n- a\n- b") == ("One.\nStill one.", "- a", "- b")


def test_grades_follow_their_formulae() -> None:
    """The two grades are the published formulae of the counts."""
    counts = ReadabilityCounts(sentences=10, words=120, syllables=160, long_words=9)
    assert counts.flesch_kincaid == pytest.approx(0.39 * 12 + 11.8 * 160 / 120 - 15.59)
    assert counts.smog == pytest.approx(3.1291 + 1.0430 * 27**0.5)


def test_counts_of_a_text() -> None:
    """A text is counted in sentences, words, syllables and words of three syllables or more."""
    assert ease("Write a word. Remember another.") == ReadabilityCounts(2, 5, 9, 2)
