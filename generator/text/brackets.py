"""Square brackets of Markdown that are opened and not closed."""

from __future__ import annotations

import re

MOST_OPEN_BRACKETS = 10


def open_brackets(text: str) -> int:
    """The greatest number of square brackets that are open at once.

    For each of them Markdown looks through the rest of the text, so thousands take it minutes.
    """
    most = depth = 0
    for bracket in _SQUARE.findall(text):
        depth = depth + 1 if bracket == "[" else max(depth - 1, 0)
        most = max(most, depth)
    return most


_SQUARE = re.compile(r"[\[\]]")
