"""Markdown preprocessor that stashes raw HTML blocks before Python-Markdown parses them.

Nearly all of a generated page is HTML that Markdown passes through, and finding that out takes
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
"""Void elements and raw text elements, whose content an HTML parser reads by other rules."""


class RawHtml(Extension):
    """Markdown extension that registers `Blocks`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- the name that Markdown calls
        """Priority 23: after fenced code (25), before MkDocs (21) and Markdown (20) parse HTML."""
        md.preprocessors.register(Blocks(md), "ws_raw_html", 23)


class Blocks(Preprocessor):
    """Preprocessor that replaces HTML blocks by placeholders and stores them in `md.htmlStash`."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines that `with_placeholders` returns."""
        return self.with_placeholders("\n".join(lines)).split("\n")

    def with_placeholders(self, source: str) -> str:
        """The source with a placeholder for each block, as Markdown's own preprocessor leaves it.

        Unchanged if it has a comment or processing instruction.
        """
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
            # As in Markdown's own parser, the line break before a blank line belongs to the block.
            line_break = "\n" if _BLANK.match(source, end) else ""
            html = source[block.start() : end] + line_break
            done += (source[at : block.start()], "\n", self.md.htmlStash.store(html), "\n\n")
            at = end
        done.append(source[at:])
        return "".join(done)

    def _end(self, source: str, block: re.Match[str]) -> int | None:
        """The end offset of the block that begins at `block`; None if that is in doubt."""
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
    """Pattern of start and end tags of an element; a quoted attribute value may hold `>`."""
    return re.compile(rf"""<(/?){name}(?=[\s>])(?:[^<>"']|"[^"]*"|'[^']*')*>""")
