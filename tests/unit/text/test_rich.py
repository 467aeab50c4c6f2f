"""Rich text: what becomes of it, and that nothing unsafe is ever let out."""

from __future__ import annotations

import random

import pytest

from generator.text.rich import (
    LINK_KINDS,
    LINKABLE_PAGES,
    Reference,
    _read_by_markdown,
    read_rich,
    rich_to_html,
)
from generator.text.rich_fast_path import plain_rich

PIECES = (
    "a", "word", "- ", "\n", "\n\n", " ", "*", "**", "*b*", "**c d**", "[x](page:crisis)", "[", "]",
    "[see it](https://example.org/a-b)", "(", ")", "1. ", "12", "!", ".", ":", "--", '"', "é", "_",
    "technique:x", "https://a.org", "[a b](study:x-1)", "?", "…", "-", "#", "> ", "+ ", "    ",
)  # fmt: skip


def shown(text: str) -> str:
    return rich_to_html(text, lambda kind, entry_id: f"../{kind}s/{entry_id}.html")


def test_small_markdown_becomes_html() -> None:
    """Paragraphs, emphasis, lists, quotes and links are all there is, and all work."""
    assert shown("a *b* **c**\n\n- d\n- e\n\n> f") == (
        "<p>a <em>b</em> <strong>c</strong></p>\n<ul>\n<li>d</li>\n<li>e</li>\n</ul>\n"
        "<blockquote>\n<p>f</p>\n</blockquote>"
    )


def test_links_by_id_lead_to_their_page() -> None:
    """A link by kind and id becomes the address that the site gives it."""
    text = "See [lists](technique:lists) and [help](page:crisis)."
    assert 'href="../techniques/lists.html"' in shown(text)
    assert read_rich(text) == (
        [],
        [Reference("technique", "lists"), Reference("page", "crisis")],
    )


def test_a_link_without_an_address_is_its_words() -> None:
    """Where an edition has no such page, the sentence stays whole; other links stay links."""

    def nowhere(kind: str, entry_id: str) -> str:
        return "" if kind == "technique" else f"{entry_id}.html"

    text = 'See [**lists** of\ndays](technique:lists "Why"), [help](page:crisis).'
    assert rich_to_html(text, nowhere) == (
        '<p>See <strong>lists</strong> of\ndays, <a href="crisis.html">help</a>.</p>'
    )


def test_typography_is_left_alone() -> None:
    """No-break spaces, quotes and arrows are text like any other."""
    text = "100\u00a0% « so » “he said” 3 < 4 & 5 > 2"
    assert read_rich(text) == ([], [])
    assert "100\u00a0%" in shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a <b onclick=x>b</b>",
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](java&#115;cript:alert(1))",
        "[a](data:text/html;base64,xx)",
        "[a](vbscript:x)",
        "[a](//elsewhere.example)",
        "[a](http://example.org)",
        "![a](https://example.org/a.png)",
        '![a"onerror="alert(1)](x)',
        "# a",
        "`a`",
        "    a",
        "***",
        "&#60;script&#62;",
        "<https://example.org>",
        "<!-- a -->",
        "<?php a ?>",
    ],
)
def test_unsafe_text_never_reaches_a_page(text: str) -> None:
    """Whatever is refused when it is read cannot be rendered either."""
    assert read_rich(text)[0]
    with pytest.raises(ValueError, match="unsafe"):
        shown(text)


def test_plain_text_is_what_markdown_makes_of_it() -> None:
    """Text that is read without Python-Markdown gives the same HTML and the same links."""
    signs = random.Random(1)
    taken = 0
    for _ in range(1500):
        text = "".join(signs.choice(PIECES) for _ in range(signs.randint(1, 12)))
        plain = plain_rich(text, LINK_KINDS)
        if plain is not None:
            read = _read_by_markdown(text)
            links = [(link.kind, link.id) for link in read.references]
            assert (read.html, links, read.refusals) == (*plain, ()), text
            taken += 1
    assert taken > 100


def test_pages_to_link_to_are_known() -> None:
    """Every page that text can name has an address."""
    from generator.site.urls import SITE_PAGES

    assert set(LINKABLE_PAGES) == set(SITE_PAGES)
