"""Page frames: the theme's template rendered once with placeholders, for all pages with one frame.

The theme's own template renders a page whose title, description, URL and content are placeholders;
split at these it is a frame, into which such a page is joined without running the template again.
Pages share a frame that lie in one folder, have the same metadata but for these four, and are named
nowhere in the configuration, which marks the reader's place in the navigation.

A placeholder holds every character that a template could transform, as by escaping, so that one
which does anything with those texts but output them destroys the placeholder, and has no frames.
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
"""The only thing that the theme tests of a page's content: whether it has its own heading."""
_META = frozenset({"title", "description"})
"""Texts that come from a page's front matter."""
_TEXTS = (*sorted(_META), "canonical_url", "content")
_PLACEHOLDERS = {name: f"\ue000{name}&<\"'>\N{EM DASH}\ue001{_HEADING}\ue002" for name in _TEXTS}
_SPLIT = re.compile("(" + "|".join(map(re.escape, _PLACEHOLDERS.values())) + ")")
_NAMES = {placeholder: name for name, placeholder in _PLACEHOLDERS.items()}

Render = Callable[[Page], str]


@dataclass(frozen=True, slots=True)
class Frame:
    """A page template: (HTML, name of the text that follows it), and the HTML after the last."""

    pieces: tuple[tuple[str, str], ...]
    last: str

    @classmethod
    def cut(cls, html: str) -> Frame:
        """Split the HTML of a page that was rendered with placeholders."""
        *parts, last = _SPLIT.split(html)
        pairs = zip(parts[::2], parts[1::2], strict=True)
        return cls(tuple((piece, _NAMES[found]) for piece, found in pairs), last)

    def has_exactly(self, names: frozenset[str]) -> bool:
        """Whether exactly these texts have places, and no placeholder was transformed."""
        left = "".join(piece for piece, _ in self.pieces) + self.last
        return names == {name for _, name in self.pieces} and "\ue001" not in left

    def fill(self, texts: Mapping[str, str]) -> str:
        """The HTML of the page with these texts, by name."""
        filled = (part for piece, name in self.pieces for part in (piece, texts[name]))
        return "".join((*filled, self.last))


@dataclass
class Frames:
    """Cache of the frames of one configuration, each made when the first page needs it."""

    config: MkDocsConfig
    navigation: Navigation
    render: Render
    """Runs the theme's template on a page."""
    _named: frozenset[str] = field(init=False)
    """URLs and URL prefixes of the configuration by which a template may treat a page specially."""
    _by_folder: dict[str, tuple[str, ...]] = field(init=False, default_factory=dict)
    _frames: dict[object, Frame | None] = field(init=False, default_factory=dict)
    """By folder, names of the texts and other metadata; None where there can be no frame."""

    def __post_init__(self) -> None:
        listed = (page.url for page in self.navigation.pages)
        self._named = frozenset((*_strings(self.config.extra), *listed))

    def page(self, page: Page) -> str:
        """The HTML of a page whose content is rendered: from its frame, or by the template."""
        texts = _texts(page)
        frame = self._frame(page, texts)
        return self.render(page) if frame is None else frame.fill(texts)

    def _frame(self, page: Page, texts: Mapping[str, str]) -> Frame | None:
        has_own = "title" in texts and _HEADING in texts.get("content", "")
        if not has_own or "toc" not in (page.meta.get("hide") or ()):
            return None
        folder = page.url[: page.url.rfind("/") + 1]
        if page.url.startswith(self._inside(folder)):
            return None
        variable = _META & texts.keys()
        shared = {name: value for name, value in page.meta.items() if name not in variable}
        key = folder, frozenset(texts), repr(sorted(shared.items(), key=str))
        if key not in self._frames:
            self._frames[key] = self._made(page, frozenset(texts))
        return self._frames[key]

    def _inside(self, folder: str) -> tuple[str, ...]:
        """Names and prefixes of the configuration below a folder; memoized."""
        if folder not in self._by_folder:
            inside = (name for name in self._named if name.startswith(folder) and name != folder)
            self._by_folder[folder] = tuple(inside)
        return self._by_folder[folder]

    def _made(self, page: Page, names: frozenset[str]) -> Frame | None:
        """The frame of this page and its like; None if the theme transforms one of the texts."""
        meta, address, content = page.meta, page.canonical_url, page.content
        page.meta = {**meta, **{name: _PLACEHOLDERS[name] for name in names & _META}}
        page.canonical_url = address and _PLACEHOLDERS["canonical_url"]
        page.content = _PLACEHOLDERS["content"]
        try:
            frame = Frame.cut(self.render(page))
        finally:
            page.meta, page.canonical_url, page.content = meta, address, content
        return frame if frame.has_exactly(names) else None


def _texts(page: Page) -> dict[str, str]:
    """Those of the variable texts that a page has, by name; none is empty."""
    texts = {name: page.meta.get(name) for name in _META}
    texts |= {"canonical_url": page.canonical_url, "content": page.content}
    return {name: text for name, text in texts.items() if isinstance(text, str) and text}


def _strings(value: Any) -> Iterator[str]:
    """Every string in a nested value, keys of mappings too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inside in value.items():
            yield from _strings(key)
            yield from _strings(inside)
    elif isinstance(value, list | tuple):
        for inside in value:
            yield from _strings(inside)
