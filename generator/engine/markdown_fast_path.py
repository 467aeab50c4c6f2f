"""Fast path for Markdown that is only HTML blocks and plain headings: HTML and table of contents.

What `raw_html.py` leaves of most generated pages is placeholders of the blocks that it stashed, and
a few headings. Their HTML is known beforehand; the first line that could be anything else leaves
the page to Python-Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from markdown import Markdown
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.extensions.toc import nest_toc_tokens, slugify, unique
from markdown.preprocessors import NormalizeWhitespace, Preprocessor
from markdown.util import ETX, HTML_PLACEHOLDER, STX
from mkdocs.structure.toc import TableOfContents, get_toc

from generator.engine.raw_html import Blocks

_BLOCK = re.compile(HTML_PLACEHOLDER % r"(\d+)")
_HEADING = re.compile(
    r"(#{1,6}) +"
    r"((?:[^\W_]|[,.;:?'\"()%/–—…‘’“”-]|(?<! ) (?! )|\\[-+.()!]|&amp;)+?)"
    r"(?: \{ #([a-z][a-z0-9-]*) \})?"
)
"""ATX heading: level, text without Markdown but backslash escapes, and an id by attr_list."""
_ESCAPED = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class Outline:
    """The HTML of a page, and its table of contents."""

    html: str
    contents: TableOfContents


def are_plain(settings: Mapping[str, object]) -> bool:
    """Whether the `toc` extension with these settings adds nothing to headings but an id."""
    return settings.keys() <= {"title", "permalink"} and not settings.get("permalink")


def outline(md: Markdown, source: str) -> Outline | None:
    """What Python-Markdown would make of the source; None if there is more in it, or any doubt.

    `md` has the extensions `RawHtml` and `toc`, with plain settings (`are_plain`). Resets it.
    """
    md.reset()
    left = _without_blocks(md, source)
    if left is None:
        return None
    # Leading spaces stay: they can make code of a line, and keep it from being a heading.
    parts = [part.strip("\n").rstrip() for part in left.split("\n\n")]
    found = [_BLOCK.fullmatch(part) or _HEADING.fullmatch(part) for part in parts if part]
    matches = [match for match in found if match is not None]
    if len(matches) < len(found):
        return None
    taken = {match[3] for match in matches if match.re is _HEADING and match[3]}
    html: list[str] = []
    tokens: list[Any] = []
    for match in matches:
        if match.re is _BLOCK:
            html.append(str(md.htmlStash.rawHtmlBlocks[int(match[1])]))
            continue
        level, words = len(match[1]), _ESCAPED.sub(r"\1", match[2])
        name = match[3] or slugify(unescape(words), "-")
        if not name:
            return None
        if not match[3]:
            name = unique(name, taken)
        html.append(f'<h{level} id="{name}">{words}</h{level}>')
        tokens.append({"level": level, "id": name, "name": words, "html": words})
    return Outline("\n".join(html).strip(), get_toc(nest_toc_tokens(tokens)))


def _without_blocks(md: Markdown, source: str) -> str | None:
    """The source after the preprocessors up to `Blocks`, which stashes HTML blocks; None if those
    before it would do more than append two line breaks.
    """
    *before, last = _up_to_blocks(md)
    does_more = {type(step) for step in before} - {NormalizeWhitespace, FencedBlockPreprocessor}
    if not isinstance(last, Blocks) or does_more:
        return None
    if any(mark in source for mark in _UNTIDY) or _SPACES.search(source):
        return None
    return last.with_placeholders(f"{source}\n\n")


_UNTIDY = (STX, ETX, "\r", "\t", "```", "~~~")
"""Control characters of Python-Markdown, and what preprocessors normalise or take for code."""
_SPACES = re.compile("\n +\n")


def _up_to_blocks(md: Markdown) -> Iterator[Preprocessor]:
    """The preprocessors in their order, up to and including `Blocks`."""
    for preprocessor in md.preprocessors:
        yield preprocessor
        if isinstance(preprocessor, Blocks):
            return
