"""What a shared link shows, from what the page says already."""

from __future__ import annotations

from dataclasses import replace
from html import escape, unescape

from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.finish.open_graph import Sharing, is_unlisted, sharing_tags

SHARING = Sharing("Site", "Short", "en_US", "https://example.org/a/p.png", "Site: words")
HEAD = (
    "<head><meta charset=utf-8><title>{title} - Short</title>"
    '<meta name="description" content="{description}">'
    '<link rel="canonical" href="https://example.org/a/b.html"></head>'
)


def tags(html: str) -> dict[str, str]:
    found = LexborHTMLParser(f"<head>{sharing_tags(html, SHARING)}</head><body><p>")
    assert found.body is not None
    assert found.body.text() == ""
    return {m.attributes["property"]: m.attributes["content"] or "" for m in found.css("meta")}  # type: ignore[misc]


@settings(max_examples=150, deadline=None)
@given(
    title=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip),
    description=st.text(st.characters(exclude_categories=["Cs", "Cc"])),
)
def test_text_comes_from_the_page(title: str, description: str) -> None:
    """Title and description are the page's own, whatever signs are in them."""
    found = tags(HEAD.format(title=escape(title, quote=False), description=escape(description)))
    assert found["og:title"] == title.strip()
    assert unescape(found.get("og:description", "")) == unescape(description)
    assert found["og:url"] == "https://example.org/a/b.html"


def test_picture_and_site_are_named() -> None:
    """The picture is one of this site, with words for somebody who cannot see it."""
    found = tags(HEAD.format(title="A page", description="What it is."))
    assert found["og:image"] == "https://example.org/a/p.png"
    assert found["og:image:alt"] == "Site: words"
    assert (found["og:site_name"], found["og:type"], found["og:locale"]) == (
        "Site", "website", "en_US",
    )  # fmt: skip


def test_page_without_an_address_is_not_shared() -> None:
    """A page that does not know where it is, such as the one for wrong addresses, has no tags."""
    assert sharing_tags("<head><title>Lost</title></head>", SHARING) == ""


def test_page_can_ask_not_to_be_listed() -> None:
    """What counts is the head; a text that speaks of it does not."""
    asks = '<meta name="robots" content="noindex">'
    assert is_unlisted(f"<head>{asks}</head>")
    assert not is_unlisted(f"<head></head><p>{asks}")


def test_a_page_may_have_its_own_picture() -> None:
    """A page of a feeling shows the line of it; all others the site's picture."""
    own = replace(SHARING, own={"a.html": "https://example.org/a/own.png"})
    head = HEAD.format(title="T", description="D")
    assert "https://example.org/a/own.png" in sharing_tags(head, own, "a.html")
    assert "https://example.org/a/p.png" in sharing_tags(head, own, "b.html")
