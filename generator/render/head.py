"""Elements for the `<head>` of a page: JSON-LD (schema.org) and `<link rel="alternate">`."""

from __future__ import annotations

import json
from html import escape

from generator.pages.page import Alternate, Node, Page
from generator.site.urls import relative

CONTEXT = "https://schema.org"


def head_html(page: Page) -> str:
    """HTML for the end of the head of a page; empty without alternates and facts."""
    links = "".join(_link(page, alternate) for alternate in page.alternates)
    return links + (data_script(page.facts) if page.facts else "")


def data_script(node: Node) -> str:
    """A JSON-LD `<script>` element; `<` and `>` are escaped, so that no text can end it."""
    facts = {"@context": CONTEXT, **node}
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("<", "\\u003c").replace(">", "\\u003e")
    return f'<script type="application/ld+json">{text}</script>'


def _link(page: Page, other: Alternate) -> str:
    url = other.url if "://" in other.url else relative(other.url, page.url)
    return (
        f'<link rel="alternate" type="{escape(other.type)}" href="{escape(url)}" '
        f'title="{escape(other.title)}">'
    )
