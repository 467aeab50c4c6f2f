"""Blocks of HTML in Markdown, put aside before Markdown's own parser looks through them.

Nearly all of a generated page is HTML that Markdown hands on as it is, and finding that out takes
Python-Markdown, and MkDocs once more, nine tenths of the time that a page costs. This preprocessor
finds the blocks whose extent is beyond doubt and stores them where Markdown's own parser would;
from the first doubtful line on it leaves everything to that parser.
"""

from __future__ import annotations

import re
from functools import cache

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_BLOCK = re.compile(r"^<([a-z][a-z0-9-]*)(?=[\s>])", re.MULTILINE)
_DOUBT = re.compile("<")
_BLANK = re.compile(r"([ ]*\n){2}")
_NEVER = frozenset({"hr", "script", "style", "textarea", "title", "pre"})
"""Elements that are empty, or whose content a parser reads by rules of its own."""


class RawHtml(Extension):
    """Puts certain blocks of HTML aside; for pages of which no script, comment or code is part."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- the name that Markdown calls
        """Come after fences of code (25), before MkDocs (21) and Markdown (20) look for HTML."""
        md.preprocessors.register(Blocks(md), "ws_raw_html", 23)


class Blocks(Preprocessor):
    """Replaces blocks of HTML by marks, and stores them."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines of what `put_aside` leaves."""
        return self.put_aside("\n".join(lines)).split("\n")

    def put_aside(self, source: str) -> str:
        """The source with a mark in the place of each block, as Markdown itself leaves it."""
        if "<!" in source or "<?" in source:
            return source
        done: list[str] = []
        at = 0
        while block := _BLOCK.search(source, at):
            if _DOUBT.search(source, at, block.start()):
                break
            end = self._end(source, block)
            if end is None:
                break
            # What Markdown's parser keeps of a blank line after the block belongs to the block.
            kept = "\n" if _BLANK.match(source, end) else ""
            html = source[block.start() : end] + kept
            done += (source[at : block.start()], "\n", self.md.htmlStash.store(html), "\n\n")
            at = end
        done.append(source[at:])
        return "".join(done)

    def _end(self, source: str, block: re.Match[str]) -> int | None:
        """Where the block ends that begins at `block`; None if that is in doubt."""
        name = block[1]
        if name in _NEVER or not self.md.is_block_level(name):
            return None
        depth = 0
        for tag in _tags(name).finditer(source, block.start()):
            if tag[0].endswith("/>"):
                return None
            depth += -1 if tag[1] else 1
            if depth == 0:
                ends_its_line = source.startswith("\n", tag.end()) or tag.end() == len(source)
                return tag.end() if ends_its_line else None
        return None


@cache
def _tags(name: str) -> re.Pattern[str]:
    """Start and end tags of an element; `>` in the quotes of an attribute ends none."""
    return re.compile(rf"""<(/?){name}(?=[\s>])(?:[^<>"']|"[^"]*"|'[^']*')*>""")
