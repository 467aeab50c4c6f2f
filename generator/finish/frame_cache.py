"""Cache of page frames: what is around the `<article>`, finished and scanned once for many pages.

The top of a page, from `<body>` to its article, and its foot, from the end of the article on, are
half of its tags, and of a thousand pages there are a few dozen of each. A page is cut only where
its parser reads elements, and where the article leaves none open: a comment, a quote or an element
without an end would make something else of what follows. Then the page is taken as a whole.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser

from generator.finish.scan import Scan, scan_tree

_BEGIN = '<body class="ws-cut">'
_END = '<wbr class="ws-cut">'
"""Sentinel elements where a part was cut out; the scan ignores classes."""

Tidy = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class PageParts:
    """A page in four parts, whose concatenation is the page: head, top, article and foot."""

    head: str
    top: str
    article: str
    foot: str

    @classmethod
    def of(cls, html: str) -> PageParts | None:
        """None for a page without an article, such as a card for other pages."""
        body = html.find("<body", max(html.find("</head>"), 0))
        article = html.find("<article", max(body, 0))
        foot = html.rfind("</article>") + len("</article>")
        if min(body, article) < 0 or foot < article:
            return None
        return cls(html[:body], html[body:article], html[article:foot], html[foot:])


def scan_between(head: str, article: str) -> Scan | None:
    """The scan of a head and an article; None if one of them leaves an element open."""
    tree = LexborHTMLParser(f"{head}{_BEGIN}{article}{_END}")
    body = tree.body
    if body is None or body.attributes.get("class") != "ws-cut":
        return None
    last = body.last_child
    if last is None or last.tag != "wbr" or last.attributes.get("class") != "ws-cut":
        return None
    return scan_tree(tree)


@lru_cache(maxsize=512)
def shared(part: str, tidy: Tidy) -> tuple[str, Scan] | None:
    """A top or foot after `tidy`, and its scan; None if no element can follow it. LRU-cached."""
    html = tidy(part)
    tree = LexborHTMLParser(html + _END)
    return None if tree.css_first("wbr.ws-cut") is None else (html, scan_tree(tree))
