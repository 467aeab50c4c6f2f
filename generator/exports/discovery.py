"""Links in the head of a page by which programs find what else there is of it."""

from __future__ import annotations

from html import escape


def other_form(kind: str, href: str, title: str) -> str:
    """A link to another form of the page: its media type, address and name.

    The space in `rel` is on purpose and changes nothing for those who look for the link. The theme
    takes every `link[rel=alternate]` for another language's edition, and its script would ask for
    a map of that site on each visit.
    """
    return (
        f'<link rel="alternate " type="{escape(kind)}" href="{escape(href)}" '
        f'title="{escape(title)}">'
    )
