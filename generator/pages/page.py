"""`Page` value (route, template, context, head metadata) and the view models that pages share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

Node = Mapping[str, Any]
"""A JSON-LD node with schema.org types."""


@dataclass(frozen=True)
class Alternate:
    """A `<link rel="alternate">` in the head of a page: a feed, or an oEmbed response."""

    type: str
    """Media type."""
    url: str
    """Path from the site root, or an absolute URL."""
    title: str


@dataclass(frozen=True)
class Page:
    """One page of the site, planned and not yet rendered."""

    url: str
    """Path from the site root, such as prompts/one-warm-thing.html."""
    template: str
    """Name of the template in templates/pages/, without file extensions."""
    title: str
    description: str
    """Meta description: one or two sentences for search engines and link previews."""
    context: Mapping[str, Any] = field(default_factory=dict)
    """Template context; the first lines of a template name what it expects."""
    toc: bool = False
    """Whether it has a table of contents."""
    searchable: bool = True
    """Whether it is in the site's own search index."""
    found_by: tuple[str, ...] = ()
    """Search terms beside its title and text; never shown."""
    facts: Node | None = None
    """Structured data (JSON-LD) for search engines."""
    alternates: tuple[Alternate, ...] = ()
    """Alternate links of its head: feeds and oEmbed discovery."""
    changed: date | None = None
    """Last modified: newest date of its wording, review or checks. None for a page of many pieces,
    such as a list, for which no date would be true."""
    leads_to: str = ""
    """For a redirect from a URL no longer in use: path of its target from the site root."""


@dataclass(frozen=True)
class Link:
    """A hyperlink: its text, and a path from the site root or an absolute URL."""

    text: str
    url: str


@dataclass(frozen=True)
class Card:
    """An item in a list to choose from; `meta` are short facts such as time and intensity."""

    title: str
    url: str
    text: str
    meta: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chip:
    """A short link with the number of its items; `current` marks that of the page itself."""

    text: str
    url: str
    count: int | None = None
    current: bool = False


@dataclass(frozen=True)
class Fact:
    """A name and its values (a row of a description list); `level` is an intensity, 1 to 4."""

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
    """Authorship and review of a piece as sentences; `newest` is its last review or wording."""

    sentences: tuple[str, ...]
    reviewed: bool
    newest: date
