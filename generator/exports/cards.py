"""Embeddable cards (iframe pages) and their oEmbed 1.0 responses as static JSON files.

A consumer (WordPress) reads the head of the page behind a URL, follows its discovery link to the
JSON, and puts the iframe that it finds there into a sandbox (https://oembed.com). No server is
needed.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape

from generator.pages.parts.embeds import WIDTH, Embed, frame_title, plan_embeds
from generator.site.site import Site
from generator.site.urls import CRISIS, HOME, embed_url, oembed_url


def card_files(site: Site, render: Callable[..., tuple[str, bytes]]) -> dict[str, bytes]:
    """The HTML and the oEmbed JSON of every card, by path from the site root.

    `render` returns path and HTML of one card; it is injected, as rendering is a later stage.
    """
    clinic = site.clinic
    files = {}
    for embed in plan_embeds(site):
        path, page = render(
            embed,
            site=clinic.name,
            home=HOME,
            crisis_page=CRISIS,
            whole=f"{clinic.base_url}{embed.page}",
            oembed=f"{clinic.base_url}{oembed_url(embed.name)}",
        )
        files[path] = page
        files[oembed_url(embed.name)] = _oembed(site, embed)
    return files


def _oembed(site: Site, embed: Embed) -> bytes:
    """The oEmbed response (type `rich`); `html` is a blockquote and an iframe, which is all that
    WordPress lets through. Width and height are CSS pixels."""
    clinic = site.clinic
    page = f"{clinic.base_url}{embed.page}"
    title = f"{embed.title} · {clinic.name}"
    link = f'<blockquote><a href="{escape(page)}">{escape(title)}</a></blockquote>'
    framed = (
        f'<iframe src="{escape(clinic.base_url)}{embed_url(embed.name)}" width="{WIDTH}" '
        f'height="{embed.height}" title="{escape(frame_title(site, embed))}" '
        'frameborder="0" marginwidth="0" marginheight="0"></iframe>'
    )
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": embed.title,
        "provider_name": clinic.name,
        "provider_url": clinic.base_url,
        "width": WIDTH,
        "height": embed.height,
        "html": link + framed,
    }
    return f"{json.dumps(answer, ensure_ascii=False, indent=1)}\n".encode()
