"""What programs read in the heads of pages: whole pieces of HTML, by the page's path."""

from __future__ import annotations

from collections.abc import Mapping

from generator.exports.cards import card_heads
from generator.exports.feeds import feed_heads
from generator.exports.linked import linked_heads
from generator.site.site import Site


def page_heads(site: Site) -> Mapping[str, str]:
    """HTML for the end of the head of each page that has some, by the page's path in the site."""
    heads: dict[str, list[str]] = {}
    for found in (
        card_heads(site),
        feed_heads(site),
        linked_heads(site),
    ):
        for page, html in found.items():
            heads.setdefault(page, []).append(html)
    return {page: "".join(parts) for page, parts in heads.items()}
