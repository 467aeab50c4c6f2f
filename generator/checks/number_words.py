"""Parser for cardinal numbers in English text: 7, seven, 1,072, twenty-nine."""

from __future__ import annotations

import re

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_WORDS = {name: value for value, name in enumerate(_UNITS)} | _TENS

NUMBER = rf"(?:\d[\d,]*|(?:{'|'.join(_TENS)})-(?:{'|'.join(_UNITS[1:10])})|{'|'.join(_WORDS)})"
"""Regular expression without groups: a number up to sixty-nine in words, or any in digits."""

_MOST_DIGITS = 15
"""Longer numbers are truncated: nothing has so many parts, and `int` refuses 4,300 digits."""


def value_of(written: str) -> int:
    """Value of a text that `NUMBER` matches. Raises KeyError for words that are no numbers."""
    if written[0].isdigit():
        return int(re.sub(r"\D", "", written)[:_MOST_DIGITS])
    return sum(_WORDS[part] for part in written.lower().split("-"))
