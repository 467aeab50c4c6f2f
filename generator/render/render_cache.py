"""Cache of rendered pages, cards and forms, keyed by value, and the digest of a page's value."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any, Generic, TypeVar

from generator.content.models.review import Record
from generator.pages.page import Page
from generator.pages.parts.embeds import Embed
from generator.worksheets.field import View

Value = TypeVar("Value")
Text = TypeVar("Text")

Links = Mapping[tuple[str, str], str]
"""(kind, id) → URL of the links by id in a text; an empty URL for one that leads nowhere."""


@dataclass(frozen=True, slots=True)
class Rendered(Generic[Value, Text]):
    """A cache entry: the value rendered, the links by id in the output, and the output."""

    value: Value
    links: Links
    text: Text
    digest: str = ""
    """Digest of the value, if it was computed."""


Entries = dict[str, Rendered[Value, Text]]
"""Cache entries by URL or id."""

RenderedPage = Rendered[Page, tuple[str, bytes]]
"""The cache entry of a page; its text is a path below docs/, and Markdown."""
Recall = Callable[[Page], RenderedPage | None]
"""Finds what was rendered of an equal page before, by another process; None if nothing was."""


def nothing_recalled(page: Page) -> None:
    """A `Recall` that finds nothing, so that every page is rendered."""


@dataclass
class RenderCache:
    """Memoized output of the renderer, for a process that builds again and again.

    Rendering is a pure function of the page (a value), the words, the templates and the URLs that
    its links by id resolve to, whichever clinic's it is. `key` stands for what a page does not hold
    itself; when that changes, everything is invalidated. Only the last output for each URL is kept.
    """

    key: object = None
    pages: Entries[Page, tuple[str, bytes]] = field(default_factory=dict)
    cards: Entries[tuple[Embed, dict[str, object]], tuple[str, bytes]] = field(default_factory=dict)
    forms: Entries[View, str] = field(default_factory=dict)

    def valid_for(self, key: object) -> RenderCache:
        """This cache, emptied if its entries were rendered with another key."""
        if key != self.key:
            self.key = key
            for entries in (self.pages, self.cards, self.forms):
                entries.clear()
        return self


def for_template(page: Page) -> Page:
    """The page with defaults for fields that only head and exports use, which may name the clinic.

    Templates do not get them, so that clinics with equal pages share their cached text.
    """
    return replace(page, searchable=True, found_by=(), facts=None, alternates=(), changed=None)


def page_digest(page: Page) -> str:
    """SHA-256 (hex) of what a template gets of a page: equal pages have equal digests.

    The same in every process. Empty for a page whose context cannot be serialized.
    """
    content = io.BytesIO()
    try:
        _Canonical(content).dump(for_template(page))
    except (pickle.PicklingError, AttributeError, TypeError):  # a local function, say
        return ""
    return sha256(content.getbuffer()).hexdigest()


class _Canonical(pickle.Pickler):
    """Pickler whose output depends on values only, not on which of them are the same object.

    It is hashed, and never read.
    """

    def __init__(self, file: io.BytesIO) -> None:
        super().__init__(file, 5)
        self.fast = True  # without the memo of objects

    def reducer_override(self, value: object) -> Any:
        """Records by their fields alone: the set of fields that were given has no fixed order."""
        if isinstance(value, Record):
            return _record, (type(value).__qualname__, vars(value))
        return NotImplemented


def _record(name: str, fields: Mapping[str, object]) -> None:
    """Stands for the class of a record in a digest."""
