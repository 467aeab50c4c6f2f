"""Overlay merge of handwritten pages and static files: later layers replace or add whole files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.content.handwritten import Handwritten, published_files, read_page
from generator.content.layers.folders import LayerRoot
from generator.content.layers.names import PAGES
from generator.content.layers.page_anchors import without_lost_anchors
from generator.content.svg_picture import unsafe_feature
from generator.problems import Location, Problems


@dataclass(frozen=True)
class PageFile:
    """A static file: path on disk, and path for messages."""

    file: Path
    shown: str


@dataclass(frozen=True)
class PageLayer:
    """Merged pages and static files of an edition."""

    pages: tuple[Handwritten, ...] = ()
    """Sorted by path."""
    files: Mapping[str, PageFile] = field(default_factory=dict)
    """Files by POSIX path relative to `docs/`, pages among them."""
    own: Mapping[str, str] = field(default_factory=dict)
    """Id and path for messages of each page that the last layer (the clinic) has."""
    left_out: tuple[Handwritten, ...] = ()
    """Pages that were replaced by a later layer, or are hidden."""

    def without(self, hidden: Iterable[str]) -> PageLayer:
        """Copy without the pages with these ids, which move to `left_out`."""
        gone = frozenset(hidden)
        return PageLayer(
            tuple(page for page in self.pages if page.id not in gone),
            {p: f for p, f in self.files.items() if p.removesuffix(".md") not in gone},
            self.own,
            (*self.left_out, *(page for page in self.pages if page.id in gone)),
        )


NO_PAGES = PageLayer()


def read_pages(roots: Iterable[LayerRoot], problems: Problems) -> PageLayer:
    """Read and merge the pages and files of all layers; the last layer wins.

    Links to places that a replaced page had, and the one in its stead has not, lead to the page.
    Adds problems; an SVG with active content is left out.
    """
    pages: dict[str, Handwritten] = {}
    files: dict[str, PageFile] = {}
    own: dict[str, str] = {}
    replaced: list[Handwritten] = []
    for root in roots:
        folder, own, instead = root.folder / PAGES, {}, []
        for path, file in published_files(folder, root.shown(folder), problems):
            if path.lower().endswith(".svg") and (more := unsafe_feature(file.read_bytes())):
                problems.error(
                    Location(root.shown(file)),
                    "picture-is-only-drawn",
                    f'The picture "{file.name}" holds more than a drawing: {more}.',
                    'In the drawing program, choose "Plain SVG" when you save it, or PNG.',
                )
                continue
            files[path] = PageFile(file, root.shown(file))
            if path.endswith(".md"):
                page = read_page(file, path, root.shown(file), problems)
                if page:
                    if path in pages:
                        replaced.append(pages[path])
                        instead.append(page)
                    pages[path] = page
                    own[page.id] = page.path
        if instead:
            earlier = {path: page for path, page in pages.items() if page.id not in own}
            pages |= {path: without_lost_anchors(p, instead) for path, p in earlier.items()}
    kept = tuple(pages[path] for path in sorted(pages))
    return PageLayer(kept, dict(sorted(files.items())), own, tuple(replaced))
