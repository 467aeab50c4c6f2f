"""What a shared link shows of a page: its own title and description, and the site's picture."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

_TITLE = re.compile(r"<title>([^<]*)</title>")
_DESCRIPTION = re.compile(r'<meta name="?description"? content="([^"<>]*)"')
_ADDRESS = re.compile(r'<link rel="?canonical"? href="([^"<>]*)"')
NOINDEX = '<meta name="robots" content="noindex">'
_UNLISTED = re.compile(r'<meta name="?robots"? content="[^"]*noindex')


@dataclass(frozen=True)
class Sharing:
    """What all pages of a site have in common when they are shared."""

    site: str
    """Name of the site."""
    title_end: str
    """What stands after the dash at the end of each title, as it is written in HTML."""
    locale: str
    """Language and country, such as en_US."""
    picture: str
    """Full address of a picture, 1200 by 630 pixels."""
    picture_alt: str
    """What the picture says, for somebody who cannot see it."""
    own: Mapping[str, str] = field(default_factory=dict)
    """Full address of another picture, for each page that has one: the same with its own line."""


def is_unlisted(html: str) -> bool:
    """Whether the page asks search engines not to list it."""
    return _UNLISTED.search(html, 0, max(html.find("</head>"), 0)) is not None


def sharing_tags(html: str, sharing: Sharing, page: str = "") -> str:
    """OpenGraph tags for the page, from what its head says already; none without an address.

    Text that is taken from the page is escaped there and goes back as it is.
    """
    title, description = _TITLE.search(html), _DESCRIPTION.search(html)
    address = _ADDRESS.search(html)
    if title is None or address is None:
        return ""
    said = {
        "title": title[1].removesuffix(f" - {sharing.title_end}").strip().replace('"', "&quot;"),
        "description": description[1] if description else "",
        "type": "website",
        "url": address[1],
        "site_name": escape(sharing.site),
        "locale": escape(sharing.locale),
        "image": escape(sharing.own.get(page, sharing.picture)),
        "image:alt": escape(sharing.picture_alt),
    }
    return "".join(
        f'<meta property="og:{name}" content="{value}">' for name, value in said.items() if value
    )
