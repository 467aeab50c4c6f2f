"""The library with the quotes and apostrophes that its readers see.

Rules read what was typed; all that comes after them, from pages to paper, shows what is set here.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from pydantic import BaseModel

from generator.content.handwritten import Handwritten
from generator.content.library import Library
from generator.text.quotes import typographic, typographic_page

_AS_TYPED = frozenset({"search_terms", "doi", "email"})
"""Fields that are compared or followed, not read."""
_OF_FILES = frozenset({"entries", "words", "hidden_by", "unreadable", "drafts", "page_files"})
"""What a library knows of its files."""


def as_printed(library: Library) -> Library:
    """The same library, set in the marks of its language."""
    setting = _Setting(library.edition.locale)
    names = (field.name for field in fields(library) if field.name not in _OF_FILES)
    return replace(library, **{name: setting.of(getattr(library, name)) for name in names})


def words_as_printed(words: dict[str, Any], language: str) -> dict[str, Any]:
    """What the program itself says, in the marks of the language."""
    set_anew: dict[str, Any] = _Setting(language).of(words)
    return set_anew


class _Setting:
    """Sets values; what has nothing to set, and what stands in two places, stays one value."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._done: dict[int, BaseModel] = {}

    def of(self, value: Any) -> Any:
        if type(value) is str:
            return typographic(value, self._language)
        if isinstance(value, BaseModel):
            return self._model(value)
        if isinstance(value, Handwritten):
            return self._page(value)
        if type(value) is tuple or type(value) is list:
            items = [self.of(item) for item in value]
            return type(value)(items) if _differ(items, value) else value
        if type(value) is dict:
            return {key: self.of(item) for key, item in value.items()}
        return value

    def _model(self, model: BaseModel) -> BaseModel:
        done = self._done.get(id(model))
        if done is None:
            changed = {}
            for name in type(model).model_fields:
                before = getattr(model, name)
                after = before if name in _AS_TYPED else self.of(before)
                if after is not before:
                    changed[name] = after
            done = model.model_copy(update=changed) if changed else model
            self._done[id(model)] = done
        return done

    def _page(self, page: Handwritten) -> Handwritten:
        set_anew = typographic_page("\n".join(page.lines), self._language)
        values = {
            key: self.of(value) if key in ("title", "description") else value
            for key, value in page.values.items()
        }
        return replace(page, lines=tuple(set_anew.split("\n")), values=values)


def _differ(items: list[Any], before: Any) -> bool:
    return any(a is not b for a, b in zip(items, before, strict=True))
