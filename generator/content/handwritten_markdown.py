"""Parsed Markdown of handwritten pages: locations in it, and what its links lead to."""

from __future__ import annotations

from functools import lru_cache
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from generator.content.handwritten import Handwritten
from generator.problems import Location
from generator.text.page_markdown import PageMarkdown


def markdown_of(page: Handwritten) -> PageMarkdown:
    """Parsed Markdown of a page (memoized); front matter is blanked to keep line numbers."""
    return _read("\n".join((*[""] * page.start, *page.lines[page.start :])))


@lru_cache(maxsize=500)
def _read(text: str) -> PageMarkdown:
    return PageMarkdown(text)


def place_in(page: Handwritten, at: int) -> Location:
    """Location of the character at offset `at` in the text of `markdown_of(page)`."""
    text = markdown_of(page).text
    return Location(page.path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def link_parts(address: str, page: Handwritten) -> tuple[str, str, str]:
    """Path as written, source path relative to `docs/`, and fragment, all percent-decoded.

    A query string is dropped. A fragment alone resolves to the page itself.
    """
    path, _, anchor = address.partition("#")
    path = unquote(path.partition("?")[0])
    source = normpath(join(dirname(page.id), path)) if path else f"{page.id}.md"
    return path, source, unquote(anchor)
