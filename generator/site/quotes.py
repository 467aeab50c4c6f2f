"""The library with the quotes and apostrophes that its readers see.

Rules read what was typed; all that comes after them, from pages to paper, shows what is set here.
"""

from __future__ import annotations

from dataclasses import fields, replace
from functools import lru_cache, partial
from typing import Any

from generator.content.handwritten import Handwritten
from generator.content.library import Library
from generator.content.models.map_texts import Changed
from generator.text.quotes import typographic, typographic_page

_OF_FILES = frozenset(
    {"drafts", "entries", "hidden_by", "page_files", "pages_left_out", "unreadable", "words"}
)
"""What a library knows of its files."""


def as_printed(library: Library) -> Library:
    """The same library, set in the marks of its language."""
    language = library.edition.locale
    changed = _changed(language)
    names = {field.name for field in fields(library)} - _OF_FILES - {"pages"}
    return replace(
        library,
        pages=tuple(_page(page, language) for page in library.pages),
        **{name: changed.of(getattr(library, name)) for name in names},
    )


@lru_cache(maxsize=4)
def _changed(language: str) -> Changed:
    """What was set before in this process is not set again: most editions have the same records."""
    return Changed(partial(typographic, language=language))


def words_as_printed(words: dict[str, Any], language: str) -> dict[str, Any]:
    """What the program itself says, in the marks of the language."""
    changed: dict[str, Any] = Changed(partial(typographic, language=language)).of(words)
    return changed


def _page(page: Handwritten, language: str) -> Handwritten:
    shown = typographic_page("\n".join(page.lines), language)
    values = page.values | {
        name: typographic(page.values[name], language)
        for name in ("title", "description")
        if isinstance(page.values.get(name), str)
    }
    return replace(page, lines=tuple(shown.split("\n")), values=values)
