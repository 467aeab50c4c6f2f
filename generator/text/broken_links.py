"""Links of Markdown that are written but none: a space before the address, or no end of it.

Markdown shows such a link as it stands, brackets and all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.text.rich import LINK_KINDS


@dataclass(frozen=True)
class BrokenLink:
    """A link that Markdown does not take for one, with the offset of its address."""

    at: int
    written: str
    """From the bracket that ends its words to the end of its address."""
    address: str
    is_apart: bool
    """Whether white space stands before its address; else the address is not closed."""


def broken_links(text: str) -> Iterator[BrokenLink]:
    """Each broken link whose address is beyond doubt: of a known scheme, a kind and an id, or a
    Markdown file. The work is linear in the length of the text."""
    if "](" not in text and "] (" not in text and "]\n" not in text:
        return
    for found in _BROKEN.finditer(text):
        address = found["apart"] or found["open"]
        at = found.start("apart" if found["apart"] else "open")
        yield BrokenLink(at, found[0], address, bool(found["apart"]))


_KINDS = "|".join(sorted(LINK_KINDS))
_TARGET = (
    rf"(?:(?:https?://|mailto:|tel:|sms:|(?:{_KINDS}):(?=[a-z0-9]))[^\s()<>]*+"
    r"|(?:[\w./-]{1,200}\.md(?![\w-]))[^\s()<>]*+)(?:\([^\s()<>]*+\)[^\s()<>]*+)*+"
)
# Never closed: white space or the end follows, and neither a title nor a late bracket.
_BROKEN = re.compile(
    rf"""(?<=[^\s\[\\])\](?:(?:[ ]+|[ ]*\n[ ]*)\((?P<apart>{_TARGET})"""
    rf"""|\([ ]*(?P<open>{_TARGET})(?=\s|\Z)(?!\s*["')]))"""
)
