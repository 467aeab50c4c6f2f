"""Plans the page on which the snippets of cards for other pages are copied."""

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
    """What to copy for one card."""

    title: str
    card: str
    """The card itself, to look at."""
    address: str
    """What to paste into a WordPress page: the whole address of the site's page."""
    html: str
    """What to paste into any other page."""


@dataclass(frozen=True)
class SnippetGroup:
    """Cards of one sort."""

    title: str
    snippets: tuple[Snippet, ...]


def plan_embedding(site: Site) -> Iterator[Page]:
    """The page from which a clinic copies what it puts on its own pages."""
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
    """The frame that shows a card on any page that takes HTML."""
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
