"""What programs read in the heads of pages: whole pieces of HTML, by the page's path."""

from __future__ import annotations

from collections.abc import Mapping

from generator.content.library import Library
from generator.exports.cards import card_heads
from generator.words import Words


def page_heads(library: Library, words: Words) -> Mapping[str, str]:
    """HTML for the end of the head of each page that has some, by the page's path in the site."""
    heads: dict[str, list[str]] = {}
    for page, link in card_heads(library, words).items():
        heads.setdefault(page, []).append(link)
    return {page: "".join(parts) for page, parts in heads.items()}
