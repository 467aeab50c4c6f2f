"""Smart quotes: a copy of the library with the locale's typographic quotes and apostrophes.

Checks read the library as typed; pages, exports and PDFs are made from this copy.
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
"""Fields of `Library` that describe its files, and are left as they are."""


def with_typographic_quotes(library: Library) -> Library:
    """A copy of the library with the quotes of its locale in all records and handwritten pages."""
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
    """The converter of a locale; cached, as it memoizes records that most editions share."""
    return Changed(partial(typographic, language=language))


def words_with_typographic_quotes(words: dict[str, Any], language: str) -> dict[str, Any]:
    """The interface's messages with the quotes of the locale."""
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
