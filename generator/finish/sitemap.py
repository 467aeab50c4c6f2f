"""XML sitemap (sitemaps.org 0.9), with `<lastmod>` where the day of the last change is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from html import escape
from urllib.parse import quote, urlsplit


def sitemap(pages: Iterable[str], changed: Mapping[str, date], *, site_url: str) -> bytes:
    """The sitemap of these pages, sorted by path; `<lastmod>` for those that are in `changed`.

    Its URLs are ASCII (RFC 3986): the host in Punycode, all else percent-encoded.
    """
    base = _ascii(site_url).rstrip("/")
    lines = []
    for page in sorted(pages):
        day = changed.get(page)
        lastmod = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
        lines.append(f"<url><loc>{escape(f'{base}/{quote(page)}')}</loc>{lastmod}</url>\n")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{"".join(lines)}</urlset>\n'
    ).encode()


def _ascii(url: str) -> str:
    """The URL in ASCII; what is percent-encoded stays."""
    parts = urlsplit(url)
    host = parts.netloc.encode("idna").decode("ascii") if parts.netloc else ""
    path = quote(parts.path, safe="/%:@!$&'()*+,;=")
    return parts._replace(netloc=host, path=path).geturl()
