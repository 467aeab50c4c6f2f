"""Embedding page: iframe snippets and oEmbed URLs of all cards, to copy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from generator.pages.page import Page
from generator.pages.parts.embeds import Embed, frame_title, plan_embeds
from generator.site.site import Site
from generator.site.urls import EMBEDDING, HOME


@dataclass(frozen=True)
class Snippet:
    """Embed codes of one card."""

    title: str
    card: str
    """URL of the card from the site root, for a preview."""
    address: str
    """Absolute URL of the page that the card stands for; WordPress embeds it by oEmbed."""
    html: str
    """Markup of the iframe, for any other page."""


@dataclass(frozen=True)
class SnippetGroup:
    """Cards of one group: of the site, of techniques, or of packets."""

    title: str
    snippets: tuple[Snippet, ...]


def plan_embedding(site: Site) -> Iterator[Page]:
    """The page with the embed codes of every card, by group."""
    by_sort: dict[str, list[Snippet]] = {}
    for embed in plan_embeds(site):
        sort = embed.template if embed.template in ("technique", "packet") else "site"
        by_sort.setdefault(sort, []).append(_snippet(site, embed))
    yield Page(
        url=EMBEDDING,
        template="embedding",
        title=site.words("embeds.page_title"),
        description=site.words("embeds.page_description"),
        searchable=False,
        context={
            "groups": tuple(
                SnippetGroup(site.words(f"embeds.group_{sort}"), tuple(snippets))
                for sort, snippets in by_sort.items()
            ),
            "promises": site.words.group("embeds.promises"),
        },
    )


def _frame(site: Site, embed: Embed) -> str:
    """Markup of the sandboxed, lazy-loaded iframe of a card; the height is in CSS pixels."""
    return (
        f'<iframe src="{escape(site.clinic.base_url)}{embed.url}" '
        f'title="{escape(frame_title(site, embed))}" '
        f'width="100%" height="{embed.height}" loading="lazy" '
        'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" '
        'referrerpolicy="no-referrer"></iframe>'
    )


def _snippet(site: Site, embed: Embed) -> Snippet:
    base = site.clinic.base_url
    page = "" if embed.page == HOME else embed.page
    return Snippet(embed.title, embed.url, f"{base}{page}", _frame(site, embed))
