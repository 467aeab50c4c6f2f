"""The list of pages for search engines, with the day of the last change where it is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from html import escape


def sitemap(pages: Iterable[str], changed: Mapping[str, date], *, site_url: str) -> bytes:
    """The sitemap of these pages; a page whose day nobody knows claims none."""
    base = site_url.rstrip("/")
    lines = []
    for page in sorted(pages):
        day = changed.get(page)
        said = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
        lines.append(f"<url><loc>{escape(f'{base}/{page}')}</loc>{said}</url>\n")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{"".join(lines)}</urlset>\n'
    ).encode()
