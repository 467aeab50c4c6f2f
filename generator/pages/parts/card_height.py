"""Height estimate of embeddable cards from text metrics, for iframes that cannot be resized.

The height of an iframe is set before any browser has laid the card out, so it is estimated: for
each block, its wrapped lines at a width in a wide typeface (DejaVu Sans, Verdana), and its margins
and padding as in `theme/embed/embed.css`. Tests compare it with what browsers measure.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import east_asian_width

PADDING = 21
"""Padding and border at each side of a card, in pixels."""
ENDS = 38
"""Padding, border and dividing line above and below the content together, in pixels."""
CHARACTER = 0.58
"""Mean advance width of a character in em: that of a wide typeface."""
TOUCH = 44
"""Minimum height of a touch target, in pixels."""


@dataclass(frozen=True)
class Block:
    """Metrics of a kind of block on a card, in CSS pixels but for the line height."""

    size: float = 16
    """Font size."""
    line: float = 1.55
    """Line height as a multiple of the font size."""
    around: float = 13
    """Vertical margins and padding together, after margins have collapsed."""
    least: float = 0
    """Minimum height of the text, without `around`."""
    indent: float = 0
    """Part of the width that the text cannot use."""


TITLE = Block(size=21, line=1.35, around=12, least=TOUCH)
HEADING = Block(size=17, line=1.35, around=26)
PARAGRAPH = Block()
META = Block(size=14.5)
ITEM = Block(size=15.2, line=1.4, around=0, indent=20)
TERM = Block(around=0)
"""Term of a description list."""
EXPLANATION = Block(size=14.5, around=6.5)
ROW = Block(around=2, least=TOUCH, indent=24)
"""A link or a summary of details, alone on its line."""
WAY = Block(size=16, line=1.4, around=20, indent=31)
"""A large call button."""
INSET = Block(size=14.5, line=1.4, around=0, indent=31)
"""The note inside a large call button."""


def card_height(blocks: Iterable[tuple[Block, str]], width: int) -> int:
    """Height in CSS pixels of these texts, one below the other, in an iframe of `width` pixels.

    An upper estimate: at most a third too high in a narrow typeface, which a test of cards checks.
    """
    return round(ENDS + sum(_height(block, text, width) for block, text in blocks))


def _height(block: Block, text: str, width: int) -> float:
    room = (width - 2 * PADDING - block.indent) / (block.size * CHARACTER)
    return block.around + max(block.least, line_count(text, room) * block.size * block.line)


@lru_cache(maxsize=20_000)
def line_count(text: str, room: float) -> int:
    """Number of lines of a text by greedy word wrap, `room` being the characters per line.

    East Asian wide characters count as 1.7; a word longer than a line is broken inside.
    """
    lines, used = 1, 0.0
    for word in text.split():
        needed = sum(1.7 if east_asian_width(sign) in "WF" else 1.0 for sign in word)
        if used and used + 1 + needed > room:
            lines, used = lines + 1, 0.0
        used += needed + (1 if used else 0)
        while used > room:
            lines, used = lines + 1, used - room
    return lines
