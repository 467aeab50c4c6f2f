"""Links in the head of a page by which programs find what else there is of it."""

from __future__ import annotations

from html import escape


def other_form(kind: str, href: str, title: str) -> str:
    """A link to another form of the page: its media type, address and name."""
    return (
        f'<link rel="alternate" type="{escape(kind)}" href="{escape(href)}" '
        f'title="{escape(title)}">'
    )
