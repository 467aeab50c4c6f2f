"""How high a card is, counted from its texts."""

from __future__ import annotations

from generator.pages.parts.card_height import PARAGRAPH, ROW, card_height, line_count


def test_lines_break_between_words() -> None:
    """A word that does not fit goes to the next line; one longer than a line is broken."""
    assert line_count("", 10) == 1
    assert line_count("one two", 10) == 1
    assert line_count("one two three", 10) == 2
    assert line_count("a" * 25, 10) == 3


def test_wide_letters_take_more_room() -> None:
    """Chinese has no spaces and letters as wide as they are high."""
    assert line_count("希望" * 10, 10) == 4


def test_narrower_and_longer_is_higher() -> None:
    """More text, or less width, never makes a card lower."""
    text = "A sentence of some words. " * 10
    assert card_height([(PARAGRAPH, text)], 320) > card_height([(PARAGRAPH, text)], 600)
    assert card_height([(PARAGRAPH, text * 2)], 600) > card_height([(PARAGRAPH, text)], 600)
    assert card_height([(ROW, "")], 600) > card_height([], 600) + 44
