"""Cards for other people's pages: their files, what a page asks of them, and how it finds that.

A page that shows cards by their address (WordPress does) reads the head of the page behind the
address, follows its link to a small file of JSON, and puts the frame that it finds there into a
sandbox. All of this is oEmbed 1.0 (https://oembed.com), and none of it needs a server.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape

from generator.pages.parts.embeds import WIDTH, Embed, frame_title, plan_embeds
from generator.site.site import Site
from generator.site.urls import CRISIS, HOME, embed_url, oembed_url


def card_files(site: Site, render: Callable[..., tuple[str, bytes]]) -> dict[str, bytes]:
    """Every card and what is said of it in JSON, by its path below the top of the site.

    `render` makes the HTML of one card and is a later stage's.
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
    """The answer for one card; `html` is all that WordPress lets pass: a quotation and a frame."""
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
