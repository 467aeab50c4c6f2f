"""An address that a reader sees is the one that opens."""

from __future__ import annotations

import pytest

from generator.text.shown_address import shown_elsewhere


@pytest.mark.parametrize(
    ("shown", "url"),
    [
        ("help@group.example", "mailto:help@group.example"),
        ("Help@Group.example.", "mailto:help@group.example"),
        ("group.example", "https://www.group.example/chat"),
        ("https://chat.group.example/now", "https://group.example/"),
        ("bücher.example", "https://xn--bcher-kva.example/"),
        ("Write to us", "https://group.example/"),
        ("9 a.m. to 5 p.m.", "https://group.example/"),
        ("clinic.yaml and README.md", "https://group.example/"),
    ],
)
def test_the_same_address_or_none(shown: str, url: str) -> None:
    """What is the same, belongs to the same owner's name, or is no address."""
    assert shown_elsewhere(shown, url) == ""


@pytest.mark.parametrize(
    ("shown", "url", "other"),
    [
        ("help@group.example", "mailto:help@other.example", "help@group.example"),
        ("Write to help@group.example", "https://other.example/", "help@group.example"),
        ("hеlp@group.example", "mailto:help@group.example", "hеlp@group.example"),
        ("group.example", "https://other.example/", "group.example"),
        ("Chat at www.group.example.", "https://notgroup.example/", "www.group.example"),
        ("group.example", "https://group.example.other.example/", "group.example"),
    ],
)
def test_another_address(shown: str, url: str, other: str) -> None:
    """What a reader would trust, and another opens: a Cyrillic letter is another address too."""
    assert shown_elsewhere(shown, url) == other
