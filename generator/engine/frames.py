"""Frames: what the theme puts round a page, rendered once for all pages that have the same.

The theme's own template renders a page whose title, description, address and content are marks;
cut at these marks it is a frame, into which such a page is joined without running the template
again. Pages have the same frame that lie in one folder, say the same of themselves but for these
four, and are named nowhere in the configuration, which marks the place where a reader is.

A mark holds every character that a template could have changed, so that one which does anything
with those texts but writing them down loses the mark, and has no frames.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

_HEADING = "<h1"
"""Of a content the theme asks this alone: whether it brings its own heading."""
_SAID = frozenset({"title", "description"})
"""Texts that a page says of itself, at its top."""
_TEXTS = (*sorted(_SAID), "canonical_url", "content")
_MARKS = {name: f"\ue000{name}&<\"'>\N{EM DASH}\ue001{_HEADING}\ue002" for name in _TEXTS}
_CUT = re.compile("(" + "|".join(map(re.escape, _MARKS.values())) + ")")
_NAMES = {mark: name for name, mark in _MARKS.items()}

Render = Callable[[Page], str]


@dataclass(frozen=True, slots=True)
class Frame:
    """The theme's HTML as it is, each piece followed by the text of that name, but for the last."""

    pieces: tuple[tuple[str, str], ...]
    last: str

    @classmethod
    def cut(cls, html: str) -> Frame:
        """From a page that was rendered of marks."""
        *parts, last = _CUT.split(html)
        pairs = zip(parts[::2], parts[1::2], strict=True)
        return cls(tuple((piece, _NAMES[mark]) for piece, mark in pairs), last)

    def holds(self, names: frozenset[str]) -> bool:
        """Whether each of these texts has a place, and nothing is left of a mark."""
        left = "".join(piece for piece, _ in self.pieces) + self.last
        return names == {name for _, name in self.pieces} and "\ue001" not in left

    def around(self, texts: Mapping[str, str]) -> str:
        """The HTML of the page that has these texts."""
        filled = (part for piece, name in self.pieces for part in (piece, texts[name]))
        return "".join((*filled, self.last))


@dataclass
class Frames:
    """The frames of one configuration, each made when the first page needs it."""

    config: MkDocsConfig
    navigation: Navigation
    render: Render
    """Runs the theme's template on a page."""
    _named: frozenset[str] = field(init=False)
    """Addresses, and beginnings of addresses, by which a template may tell a page from another."""
    _by_folder: dict[str, tuple[str, ...]] = field(init=False, default_factory=dict)
    _known: dict[object, Frame | None] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        listed = (page.url for page in self.navigation.pages)
        self._named = frozenset((*_strings(self.config.extra), *listed))

    def page(self, page: Page) -> str:
        """The HTML of a page that has its content, from its frame where there is one."""
        texts = _texts(page)
        frame = self._frame(page, texts)
        return self.render(page) if frame is None else frame.around(texts)

    def _frame(self, page: Page, texts: Mapping[str, str]) -> Frame | None:
        has_own = "title" in texts and _HEADING in texts.get("content", "")
        if not has_own or "toc" not in (page.meta.get("hide") or ()):
            return None
        folder = page.url[: page.url.rfind("/") + 1]
        if page.url.startswith(self._inside(folder)):
            return None
        marked = _SAID & texts.keys()
        said = {name: value for name, value in page.meta.items() if name not in marked}
        key = folder, frozenset(texts), repr(sorted(said.items(), key=str))
        if key not in self._known:
            self._known[key] = self._made(page, frozenset(texts))
        return self._known[key]

    def _inside(self, folder: str) -> tuple[str, ...]:
        """What is named in the folder, or may begin a name there."""
        if folder not in self._by_folder:
            inside = (name for name in self._named if name.startswith(folder) and name != folder)
            self._by_folder[folder] = tuple(inside)
        return self._by_folder[folder]

    def _made(self, page: Page, names: frozenset[str]) -> Frame | None:
        """The frame of this page and its like; None if the theme does more than write down."""
        meta, address, content = page.meta, page.canonical_url, page.content
        page.meta = {**meta, **{name: _MARKS[name] for name in names & _SAID}}
        page.canonical_url = address and _MARKS["canonical_url"]
        page.content = _MARKS["content"]
        try:
            frame = Frame.cut(self.render(page))
        finally:
            page.meta, page.canonical_url, page.content = meta, address, content
        return frame if frame.holds(names) else None


def _texts(page: Page) -> dict[str, str]:
    """The texts of a page that stand in its frame, of those that it has."""
    said = {name: page.meta.get(name) for name in _SAID}
    said |= {"canonical_url": page.canonical_url, "content": page.content}
    return {name: text for name, text in said.items() if isinstance(text, str) and text}


def _strings(value: Any) -> Iterator[str]:
    """Every text in a configuration, keys of mappings too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inside in value.items():
            yield from _strings(key)
            yield from _strings(inside)
    elif isinstance(value, list | tuple):
        for inside in value:
            yield from _strings(inside)
