"""What programs read in the heads of pages: whole pieces of HTML, by the page's path."""

from __future__ import annotations

from collections.abc import Mapping

from generator.content.library import Library
from generator.exports.cards import card_heads
from generator.exports.feeds import feed_heads
from generator.exports.linked import linked_heads
from generator.site.words import Words


def page_heads(library: Library, words: Words) -> Mapping[str, str]:
    """HTML for the end of the head of each page that has some, by the page's path in the site."""
    heads: dict[str, list[str]] = {}
    for found in (
        card_heads(library, words),
        feed_heads(library, words),
        linked_heads(library, words),
    ):
        for page, html in found.items():
            heads.setdefault(page, []).append(html)
    return {page: "".join(parts) for page, parts in heads.items()}
