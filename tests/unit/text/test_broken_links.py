"""Links that Markdown shows with their brackets are found; prose with brackets is none."""

from __future__ import annotations

import time

import pytest

from generator.text.broken_links import broken_links


@pytest.mark.parametrize(
    ("text", "address", "is_apart"),
    [
        ("See [a review] (study:one-2005).", "study:one-2005", True),
        ("See [a review]\n(study:one-2005).", "study:one-2005", True),
        ("See [a page] (../about.md#us) too.", "../about.md#us", True),
        ("See [a page] (https://example.org/a_(b)) too.", "https://example.org/a_(b)", True),
        ("See [a review](study:one-2005", "study:one-2005", False),
        ("See [a review](study:one-2005. It says", "study:one-2005.", False),
        ("See [a page](about.md and more", "about.md", False),
        ("See [a page](https://example.org/a_(b) now", "https://example.org/a_(b)", False),
    ],
)
def test_a_broken_link_is_found(text: str, address: str, is_apart: bool) -> None:
    """With a space before the address, or no bracket after it."""
    (link,) = broken_links(text)
    assert (link.address, link.is_apart) == (address, is_apart)
    assert text[link.at :].startswith(address)


@pytest.mark.parametrize(
    "text",
    [
        "A list [1] (see below), [2] (page 3) and [3] (note: short).",
        "See [a](study:one-2005), [b](about.md) and [c](https://example.org/a_(b)).",
        'See [a](study:one-2005 "Why"), [b]( about.md ) and [ ] (about.md).',
        r"See \[a\] (about.md) as it is.",
        "[a], (about.md)",
        "[a] (the page of studies: all of them)",
    ],
)
def test_what_is_no_broken_link(text: str) -> None:
    """Whole links, and brackets round words that are no address."""
    assert list(broken_links(text)) == []


def test_many_brackets_take_little_time() -> None:
    """The work grows with the length of the text."""
    start = time.process_time()
    for piece in ("] (", "](a.", "](https://a(", "](study:a", "](" + "a" * 200, "]\n "):
        list(broken_links(piece * 20_000))
    assert time.process_time() - start < 20
