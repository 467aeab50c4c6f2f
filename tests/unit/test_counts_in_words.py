"""Numbers in the words of the program are those of the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.checks.number_words import NUMBER, value_of
from generator.content.library import Library
from generator.reports.clarity import SIGNS
from generator.site.words import Words, load_words

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def words() -> Words:
    return load_words("en")


def said(words: Words, key: str) -> int:
    """The first number above one in the words at this key."""
    found = (value_of(number) for number in re.findall(rf"\b{NUMBER}\b", words(key), re.I))
    return next(number for number in found if number > 1)


def test_feelings_of_the_map_are_counted(words: Words, library: Library) -> None:
    """The map of moods has as many as its description says."""
    current = [term for term in library.taxonomies["moods"].terms if term.status != "retired"]
    assert said(words, "moodmap.description") == len(current)


def test_meetings_of_group_packets_are_counted(words: Words, library: Library) -> None:
    """Each packet for groups has as many meetings as the list of packets says."""
    groups = [p for p in library.packets.values() if p.audience == "group-leader"]
    for packet in groups:
        days = {item.day for item in packet.items if item.day}
        assert said(words, "packets.for_groups_text") == len(days)
    assert groups


def test_signs_of_clarity_are_counted(words: Words) -> None:
    """The page of clarity counts as many signs as it says."""
    assert said(words, "clarity.description") == len(SIGNS)
