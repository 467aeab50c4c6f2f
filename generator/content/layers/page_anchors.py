"""Fragments of links to a handwritten page that a later layer replaced.

A clinic that writes its own page need not keep the headings of the library's, and cannot change the
library's links to them: those lead to the page as a whole.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from generator.content.handwritten import Handwritten
from generator.text.page_markdown import PageMarkdown


def without_lost_anchors(page: Handwritten, targets: Collection[Handwritten]) -> Handwritten:
    """The page without the fragment of each link to one of `targets` that has no such anchor, or of
    whose anchors not all are known; the same object if there is none."""
    anchors = {target.id: _markdown(target).anchors or frozenset() for target in targets}
    lines = list(page.lines)
    text = _markdown(page)
    for link in sorted(text.links, key=lambda link: link.at, reverse=True):
        path, sign, fragment = link.address.partition("#")
        known = anchors.get(normpath(join(dirname(page.id), _stem(path)))) if path else None
        if sign and known is not None and unquote(fragment) not in known:
            line = text.text.count("\n", 0, link.at)
            column = link.at - text.text.rfind("\n", 0, link.at) - 1
            # In HTML, a link's offset is that of the attribute.
            before, after = lines[line][:column], lines[line][column:]
            lines[line] = before + after.replace(link.address, path, 1)
    return page if tuple(lines) == page.lines else replace(page, lines=tuple(lines))


def _stem(path: str) -> str:
    return unquote(path.partition("?")[0]).removesuffix(".md").removesuffix(".html")


def _markdown(page: Handwritten) -> PageMarkdown:
    return PageMarkdown("\n".join((*[""] * page.start, *page.lines[page.start :])))
