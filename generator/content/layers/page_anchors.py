"""Fragments of links to a handwritten page that a later layer replaced.

A clinic that writes its own page need not keep the headings of the library's, and cannot change the
library's links to them: those lead to the page as a whole.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from generator.content.handwritten import Handwritten
from generator.content.handwritten_markdown import link_parts, markdown_of, place_in


def without_lost_anchors(page: Handwritten, targets: Collection[Handwritten]) -> Handwritten:
    """The page without the fragment of each link to one of `targets` that has no such anchor, or of
    whose anchors not all are known; the same object if there is none."""
    anchors = {target.id: markdown_of(target).anchors or frozenset() for target in targets}
    lines = list(page.lines)
    for link in sorted(markdown_of(page).links, key=lambda link: link.at, reverse=True):
        path, source, fragment = link_parts(link.address, page)
        known = anchors.get(source.removesuffix(".md").removesuffix(".html")) if path else None
        if "#" in link.address and known is not None and fragment not in known:
            at = place_in(page, link.at)
            line, column = lines[at.line - 1], at.column - 1
            whole = link.address.partition("#")[0]
            # In HTML, a link's offset is that of the attribute.
            lines[at.line - 1] = line[:column] + line[column:].replace(link.address, whole, 1)
    return page if tuple(lines) == page.lines else replace(page, lines=tuple(lines))
