"""Pages written by hand, in layers: a language or a clinic replaces one, or adds its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.content.handwritten import Handwritten, published_files, read_page
from generator.content.layers.folders import Ground
from generator.content.layers.names import PAGES
from generator.content.svg_picture import more_than_drawn
from generator.problems import Location, Problems


@dataclass(frozen=True)
class PageFile:
    """A file to publish as it is, and the path by which its author knows it."""

    file: Path
    shown: str


@dataclass(frozen=True)
class PageLayer:
    """The pages of an edition, and the files that stand beside them."""

    pages: tuple[Handwritten, ...] = ()
    """In order of their paths."""
    files: Mapping[str, PageFile] = field(default_factory=dict)
    """Every file to publish by its path from the top of the site, the pages among them."""
    own: Mapping[str, str] = field(default_factory=dict)
    """The ids of pages that the last layer wrote, and where."""
    left_out: tuple[Handwritten, ...] = ()
    """Pages that a later layer replaced, or that are hidden."""

    def without(self, hidden: Iterable[str]) -> PageLayer:
        """The same without the pages with these ids."""
        gone = frozenset(hidden)
        return PageLayer(
            tuple(page for page in self.pages if page.id not in gone),
            {p: f for p, f in self.files.items() if p.removesuffix(".md") not in gone},
            self.own,
            (*self.left_out, *(page for page in self.pages if page.id in gone)),
        )


NO_PAGES = PageLayer()


def read_pages(grounds: Iterable[Ground], problems: Problems) -> PageLayer:
    """The pages of all layers; of two with one id, that of the later layer."""
    pages: dict[str, Handwritten] = {}
    files: dict[str, PageFile] = {}
    own: dict[str, str] = {}
    replaced: list[Handwritten] = []
    for ground in grounds:
        folder, own = ground.folder / PAGES, {}
        for path, file in published_files(folder, ground.shown(folder), problems):
            if path.lower().endswith(".svg") and (more := more_than_drawn(file.read_bytes())):
                problems.error(
                    Location(ground.shown(file)),
                    "picture-is-only-drawn",
                    f'The picture "{file.name}" holds more than a drawing: {more}.',
                    'In the drawing program, choose "Plain SVG" when you save it, or PNG.',
                )
                continue
            files[path] = PageFile(file, ground.shown(file))
            if path.endswith(".md"):
                page = read_page(file, path, ground.shown(file), problems)
                if page:
                    replaced += [pages[path]] if path in pages else []
                    pages[path] = page
                    own[page.id] = page.path
    kept = tuple(pages[path] for path in sorted(pages))
    return PageLayer(kept, dict(sorted(files.items())), own, tuple(replaced))
