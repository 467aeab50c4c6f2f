"""The program's own words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from generator.problems import EnvironmentProblem
from generator.site.words import Words, load_words


def test_words_are_found_and_filled_in() -> None:
    """A key gives its text, with names in braces filled in."""
    assert load_words("en")("review.due", date="1 May") == "To be looked at again by 1 May."


@pytest.mark.parametrize("key", ["nothing", "prompt.nothing", "prompt", "review.due.more"])
def test_missing_words_are_told_in_a_sentence(key: str) -> None:
    """Words that are not there, or are a group, are named with their file: no traceback."""
    sentence = f'The words "{key}" are missing in generator/locales/en.yaml.'
    with pytest.raises(EnvironmentProblem) as found:
        load_words("en")(key)
    assert str(found.value) == sentence


def test_missing_forms_are_told_in_a_sentence() -> None:
    """A plural without its general form, and a group that is a text, are told alike."""
    words = Words("es", {"count": {"one": "{n} hoja"}, "text": "hoja"})
    for ask in (lambda: words.count("count", 2), lambda: words.forms("text"),
                lambda: words.group("text")):  # fmt: skip
        with pytest.raises(EnvironmentProblem, match=r"missing in generator/locales/es\.yaml"):
            ask()


@pytest.mark.parametrize("text", ["{nombre}", "{date", "{date.x}", "{}", "{date!q}"])
def test_braces_that_cannot_be_filled_in(text: str) -> None:
    """A translated name in braces, or half a brace, is told with the names that there are."""
    with pytest.raises(EnvironmentProblem, match=r"es\.yaml have braces .* \{date\}"):
        Words("es", {"due": text})("due", date="1 May")


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
