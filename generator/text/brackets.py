"""Nesting depth of unclosed square brackets in Markdown."""

from __future__ import annotations

import re

MOST_OPEN_BRACKETS = 10


def open_brackets(text: str) -> int:
    """The greatest nesting depth of square brackets, 0 without any.

    For each open one Python-Markdown scans the rest of the text, so thousands take it minutes.
    """
    most = depth = 0
    for bracket in _SQUARE.findall(text):
        depth = depth + 1 if bracket == "[" else max(depth - 1, 0)
        most = max(most, depth)
    return most


_SQUARE = re.compile(r"[\[\]]")
