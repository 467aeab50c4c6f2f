"""Index of valid link targets for handwritten pages: source paths of pages and files, study ids.

It is made from the library, before pages are planned. Pages of listings by area, audience and so on
are not known yet; the finishing pass resolves links to those in the built site.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from generator.checks.address_conflicts import (
    ASSETS,
    INDEX,
    MADE_FOLDERS,
    MADE_PAGES,
    MADE_PICTURES,
    TAKEN,
    WAYS_TO_LISTINGS,
)
from generator.content.handwritten import Handwritten
from generator.content.library import Library
from generator.content.models.kinds import items_of
from generator.content.page_front_matter import PAGE
from generator.site import urls
from generator.site.facets import FACETS
from generator.site.links import PAGE_OF, hidden_sources
from generator.text.suggestions import nearest

_EXPORTED = (
    "index", "packets", "prompts", "resources", "studies", "techniques", "vocabularies",
    "worksheets",
)  # fmt: skip
EXPORT_FILES = frozenset((
    urls.JSON_FEED, urls.ATOM,
    *(urls.export_url(f"{name}.json") for name in _EXPORTED),
    *(urls.export_schema_url(name) for name in _EXPORTED),
    *(urls.export_url(f"hsds/{name}.json") for name in ("index", "organizations", "services")),
))  # fmt: skip
"""Every API file but `GROUPS_CALENDAR`, which is there if a group meets."""


@dataclass(frozen=True)
class LinkTargets:
    """Link targets of one library. Source paths are POSIX paths relative to `docs/`."""

    library: Library

    @cached_property
    def pages(self) -> Mapping[str, Handwritten]:
        """Handwritten pages by id, which is the source path without `.md`."""
        return {page.id: page for page in self.library.pages}

    @cached_property
    def hidden(self) -> frozenset[str]:
        """Source paths of pages that a clinic hides; Markdown links to them become plain text."""
        return hidden_sources(self.library.hidden_by)

    @cached_property
    def studies(self) -> frozenset[str]:
        """Ids of studies, which are the anchors of the page of studies."""
        return frozenset(self._known("study"))

    @cached_property
    def files(self) -> frozenset[str]:
        """Source paths of handwritten pages, clinic-hidden ones among them, and static files."""
        hidden = (entry_id for kind, entry_id in self.library.hidden_by if kind == PAGE)
        return frozenset((*self.library.page_files, *(f"{page}.md" for page in hidden)))

    @cached_property
    def at_the_top(self) -> frozenset[str]:
        """`files` and the source paths of generated pages at the root."""
        return self.files | {f"{page}.md" for page in MADE_PAGES}

    @cached_property
    def in_folders(self) -> Mapping[str, frozenset[str]]:
        """Source paths of pages by top-level folder, for folders with a page for each entry."""
        return {
            url("").partition("/")[0]: frozenset(
                urls.source_path(url(i)) for i in (*self._known(kind), *TAKEN.get(kind, ()), INDEX)
            )
            for kind, url in PAGE_OF.items()
        }

    def _known(self, kind: str) -> set[str]:
        """Ids of entries of a kind, shown or not; of prompts also replaced ids. What leads to an
        unpublished one is reported by `unpublished`."""
        library = self.library
        if kind != "prompt":
            return _named(kind, (*library.entries, *library.unreadable))
        sets = (entry for entry in library.entries.values() if entry.kind == "prompt-set")
        items = (item for entry in sets for item in items_of(entry.kind, entry.values))
        known = {str(item.get("id")).strip() for item in items if isinstance(item, dict)}
        return known | {old for prompt in library.prompts.values() for old in prompt.replaces}

    def has(self, source: str) -> bool | None:
        """Whether a page or file exists at a source path; None if unknown before planning, or if
        some entries could not be read."""
        folder, slash, _ = source.partition("/")
        if slash and folder in self.in_folders and source.endswith(".md"):
            if any(kind == "prompt-set" for kind, _ in self.library.unreadable):
                return source in self.in_folders[folder] or None
            return source in self.in_folders[folder]
        if slash and folder == ASSETS and not source.startswith(MADE_PICTURES):
            return source in self.files
        if folder == urls.PROGRAMS and source != urls.GROUPS_CALENDAR:
            return source in EXPORT_FILES
        if slash and folder in MADE_FOLDERS and not source.endswith(".md"):
            return (
                None if source.startswith(_FOLDERS_OF_FILES) and _ENDING.search(source) else False
            )
        if slash and folder in MADE_FOLDERS:
            there = self._of_terms(source)
            return None if there is None or _LATER_PAGE.sub(".md", source) in there else False
        if source == urls.SITEMAP:  # made when all pages are, and only led to in HTML
            return None
        return source in self.at_the_top or source == urls.ROBOTS

    def is_planned(self, source: str) -> bool:
        """Whether only planning knows if there is a page or file at a source path.

        Lists of a term are left out, as all but those without any prompt are made.
        """
        folder, _, name = source.rpartition("/")
        is_term = folder in _OF_TERMS and not name.startswith(_BESIDE_KINDS)
        return (
            self.has(source) is None
            and not source.startswith(_NEVER_ASKED)
            and name != f"{INDEX}.md"
            and (not is_term or bool(_LATER_PAGE.search(name)))
        )

    def _of_terms(self, source: str) -> frozenset[str] | None:
        """Source paths of all term pages in the folder of `source`; None if unknown."""
        folder, _, name = source.rpartition("/")
        beside = folder == _RESOURCES and name.startswith(_BESIDE_KINDS)
        if beside or not name.endswith(".md"):
            return None
        if folder not in _OF_TERMS:
            return frozenset() if source.partition("/")[0] in (_BROWSE, _RESOURCES) else None
        terms = self.library.terms.get(_OF_TERMS[folder])
        return None if terms is None else frozenset(f"{folder}/{term}.md" for term in terms)

    def closest_path_hint(self, source: str, page: Handwritten) -> str:
        """Hint with the closest existing path, relative to `page`; empty if none is close."""
        folder, slash, _ = source.partition("/")
        known = self.in_folders.get(folder) if slash else None
        if known is None:
            terms = self._of_terms(f"{source}.md") if folder in MADE_FOLDERS else None
            known = terms or self.at_the_top
        names = {PurePosixPath(path).stem: path for path in sorted(known)}
        near = nearest(PurePosixPath(source).stem, names)
        return f'Did you mean "{urls.relative(names[near], f"{page.id}.md")}"?' if near else ""


def _named(kind: str, keys: Iterable[tuple[str, str]]) -> set[str]:
    """Ids of the keys (kind, id) with this kind."""
    return {entry_id for name, entry_id in keys if name == kind}


_BROWSE, _RESOURCES = (url.partition("/")[0] for url in (urls.facet_url("", ""), urls.RESOURCES))
_OF_TERMS = {f"{_BROWSE}/{facet.name}": facet.taxonomy for facet in FACETS}
_OF_TERMS[_RESOURCES] = "resource-kinds"
_BESIDE_KINDS = (f"{INDEX}.", *(f"{way}-" for way in WAYS_TO_LISTINGS))
_FOLDERS_OF_FILES = (
    urls.GROUPS_CALENDAR, urls.calendar_url("").removesuffix(".ics"),
    f"{urls.EMBEDS}/", f"{urls.OEMBEDS}/",
    f"{urls.SHARED_PICTURE.partition('/')[0]}/", urls.worksheet_file_url(""),
    f"{urls.worksheet_picture_url('', 1).rpartition('/')[0]}/",
)  # fmt: skip
"""Folders with generated files other than pages, whose names are not known before planning."""
_NEVER_ASKED = (
    urls.SITEMAP, f"{ASSETS}/", f"{urls.worksheet_picture_url('', 1).rpartition('/')[0]}/",
)  # fmt: skip
"""Of these there is a fixed set, or one that only printing knows."""
_ENDING = re.compile(r"[^/]\.[^./]+$")
_LATER_PAGE = re.compile(r"-page-[0-9]+\.md$")
