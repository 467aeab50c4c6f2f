"""A page, planned: where it lives, which template makes it, and everything that it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Page:
    """One page of the site, before it is rendered."""

    url: str
    """Path from the top of the site, such as prompts/one-warm-thing.html."""
    template: str
    """Template in templates/pages/, without its endings."""
    title: str
    description: str
    """One or two sentences for search engines and shared links."""
    context: Mapping[str, Any] = field(default_factory=dict)
    """What the template is given; its first lines say what it expects."""
    toc: bool = False
    """Whether a table of contents stands beside it."""
    searchable: bool = True
    """Whether the site's own search finds it."""
    found_by: tuple[str, ...] = ()
    """Lay words for which the search finds it; never shown."""
    leads_to: str = ""
    """For an address that is no longer in use: the page to which it leads on, from the top."""


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere."""

    text: str
    url: str


@dataclass(frozen=True)
class Card:
    """One thing in a list of things to choose from."""

    title: str
    url: str
    text: str
    meta: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chip:
    """A short link with a number."""

    text: str
    url: str
    count: int | None = None
    current: bool = False


@dataclass(frozen=True)
class Fact:
    """A name and what it is: words, links, or a level of intensity."""

    name: str
    values: tuple[str | Link, ...]
    level: int | None = None


@dataclass(frozen=True)
class Section:
    """A named group of chips or cards."""

    title: str
    chips: tuple[Chip, ...] = ()
    cards: tuple[Card, ...] = ()
    more: Link | None = None


@dataclass(frozen=True)
class ReviewView:
    """Who wrote and reviewed a piece, as sentences."""

    sentences: tuple[str, ...]
    reviewed: bool
    newest: date
