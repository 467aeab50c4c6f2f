"""A page, planned: where it lives, which template makes it, and everything that it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

Node = Mapping[str, Any]
"""A thing in the words of schema.org, as JSON-LD has it."""


@dataclass(frozen=True)
class Alternate:
    """Another form of a page, by which programs find what else there is of it."""

    type: str
    """Its media type."""
    url: str
    """Path from the top of the site, or a full address."""
    title: str


@dataclass(frozen=True)
class Page:
    """One page of the site, before it is rendered: a value that says all there is to say of it."""

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
    facts: Node | None = None
    """What search engines are told of it, beside its title and description."""
    alternates: tuple[Alternate, ...] = ()
    """Feeds, and the card that other people's pages may show in its place."""
    changed: date | None = None
    """The newest day of its wording, review or checks. None for a page of many pieces, such as a
    list: no day would be true."""
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
