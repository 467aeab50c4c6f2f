"""The program's own words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from generator.problems import EnvironmentProblem
from generator.words import load_words


def test_words_are_found_and_filled_in() -> None:
    """A key gives its text, with names in braces filled in."""
    assert load_words("en")("review.due", date="1 May") == "To be looked at again by 1 May."


def test_unknown_key_is_a_mistake_of_the_program() -> None:
    """A key that is not there, or holds a group, is a KeyError and not an empty text."""
    words = load_words("en")
    for key in ("nothing", "prompt.nothing", "prompt"):
        with pytest.raises(KeyError):
            words(key)


def test_plural_follows_the_number() -> None:
    """One and many have forms of their own."""
    words = load_words("en")
    assert words.count("prompts.count", 1) == "1 prompt"
    assert words.count("prompts.count", 12) == "12 prompts"


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (timedelta(minutes=5), "5 minutes"),
        (timedelta(minutes=90), "90 minutes"),
        (timedelta(hours=1), "1 hour"),
        (timedelta(days=7), "7 days"),
    ],
)
def test_lengths_of_time_are_said_as_people_say_them(length: timedelta, said: str) -> None:
    """Whole hours and days are named as such, everything else in minutes."""
    assert load_words("en").duration(length) == said


def test_days_lists_and_names_follow_the_language() -> None:
    """Dates, lists, languages and countries are written the way the language does."""
    words = load_words("en")
    assert words.day(date(2026, 1, 31)) == "January 31, 2026"
    assert words.listing(["a", "b", "c"]) == "a, b, and c"
    assert words.listing([]) == ""
    assert words.language_name("es") == "Spanish"
    assert words.country_name("US") == "United States"
    assert words.direction == "ltr"


def test_language_without_words_is_said_in_a_sentence() -> None:
    """A language that nobody has translated yet is trouble with the command, not a traceback."""
    with pytest.raises(EnvironmentProblem, match="does not speak"):
        load_words("xx")


def test_a_week_begins_where_the_language_says() -> None:
    """Seven days with their numbers, Monday being 0."""
    words = load_words("en")
    assert words.weekdays()[0] == (0, "Monday")
    assert [number for number, _ in words.weekdays()] == [0, 1, 2, 3, 4, 5, 6]
    assert words.weekdays("abbreviated")[6] == (6, "Sun")
