"""How high a card for other pages is: estimated from its texts, for frames that cannot follow it.

A frame's height is said before any browser has laid the card out, so it is counted here: for each
block, the lines that its text takes at a width, in a wide typeface (DejaVu Sans, Verdana), and the
space around it as `theme/embed/embed.css` gives it. Tests compare it with what browsers measure.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import east_asian_width

PADDING = 21
"""Pixels of padding and border at each side of a card."""
ENDS = 38
"""Pixels of padding, border and dividing line above and below what is on it."""
CHARACTER = 0.58
"""Mean advance of a character of running text, in its font size: that of a wide typeface."""
TOUCH = 44
"""Pixels that something to tap has at least."""


@dataclass(frozen=True)
class Block:
    """A kind of block on a card; all numbers are pixels but the line height."""

    size: float = 16
    """Font size."""
    line: float = 1.55
    """Line height as a multiple of the font size."""
    around: float = 13
    """Space above and below it that no other block has."""
    least: float = 0
    """Height of a single line, where that is more than the text needs."""
    indent: float = 0
    """What the text cannot use of the width."""


TITLE = Block(size=21, line=1.35, around=12, least=TOUCH)
HEADING = Block(size=17, line=1.35, around=26)
PARAGRAPH = Block()
META = Block(size=14.5)
ITEM = Block(size=15.2, line=1.4, around=0, indent=20)
TERM = Block(around=0)
"""What is explained below it."""
EXPLANATION = Block(size=14.5, around=6.5)
ROW = Block(around=2, least=TOUCH, indent=24)
"""A link or a summary alone on its line."""
WAY = Block(size=16, line=1.4, around=20, indent=31)
"""A large thing to tap."""
INSET = Block(size=14.5, line=1.4, around=0, indent=31)
"""The note inside of a large thing to tap."""


def card_height(blocks: Iterable[tuple[Block, str]], width: int) -> int:
    """Pixels that hold these texts, one below the other, in a frame `width` pixels wide.

    At most a third too high in a narrow typeface; the test of cards keeps it so.
    """
    return round(ENDS + sum(_height(block, text, width) for block, text in blocks))


def _height(block: Block, text: str, width: int) -> float:
    room = (width - 2 * PADDING - block.indent) / (block.size * CHARACTER)
    return block.around + max(block.least, line_count(text, room) * block.size * block.line)


@lru_cache(maxsize=20_000)
def line_count(text: str, room: float) -> int:
    """Lines of a text broken between words, `room` being the characters that fit into one.

    A wide character (Chinese, Japanese, Korean) counts as 1.7; a word that is longer than a line
    is broken inside.
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
