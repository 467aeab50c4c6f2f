"""Open Graph tags of a page, made of its own title, description and canonical URL."""

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
    """What the Open Graph tags of all pages of a site have in common."""

    site: str
    """`og:site_name`, plain text."""
    title_end: str
    """What follows the dash at the end of each `<title>`, escaped for HTML."""
    locale: str
    """Language and territory, such as en_US."""
    picture: str
    """Absolute URL of a picture, 1200 by 630 pixels."""
    picture_alt: str
    """Text alternative of the picture."""
    own: Mapping[str, str] = field(default_factory=dict)
    """Absolute URL of another picture, by path of the page that has one."""


def is_unlisted(html: str) -> bool:
    """Whether the head of the page has a robots `noindex`."""
    return _UNLISTED.search(html, 0, max(html.find("</head>"), 0)) is not None


def sharing_tags(html: str, sharing: Sharing, page: str = "") -> str:
    """Open Graph tags for the page, from its head; empty without a title or a canonical URL.

    Text that is taken from the page is escaped there and not escaped again.
    """
    title, description = _TITLE.search(html), _DESCRIPTION.search(html)
    address = _ADDRESS.search(html)
    if title is None or address is None:
        return ""
    values = {
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
        f'<meta property="og:{name}" content="{value}">' for name, value in values.items() if value
    )
