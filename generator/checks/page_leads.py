"""What pages written by hand lead to is there; asked before sheets are printed and pages built.

Some pages that come of listings (of an area, an audience) are known only when they are planned; the
finishing pass looks at those.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from generator.checks.addresses import (
    INDEX,
    MADE_FOLDERS,
    MADE_PAGES,
    TAKEN,
    WAYS_TO_LISTINGS,
)
from generator.checks.page_text import markdown_of, place_in
from generator.checks.rule import Example, Rule
from generator.content.handwritten import SHOWN, Handwritten
from generator.content.library import Library
from generator.content.models.kinds import items_of
from generator.content.models.review import Status
from generator.content.page_top import PAGE
from generator.problems import Problems
from generator.site import urls
from generator.site.facets import FACETS
from generator.site.links import PAGE_OF, hidden_sources
from generator.text.allowed import LINK_SCHEMES
from generator.text.near_words import nearest, suggestion
from generator.text.page_markdown import Lead

Said = tuple[str, str, str]
"""Rule, message and hint."""


@dataclass(frozen=True)
class _Targets:
    """What can be led to: pages by their ids, and files."""

    library: Library

    @cached_property
    def pages(self) -> Mapping[str, Handwritten]:
        return {page.id: page for page in self.library.pages}

    @cached_property
    def hidden(self) -> frozenset[str]:
        """Sources of pages that a clinic hides: an edition makes plain words of links to them."""
        return hidden_sources(self.library.hidden_by)

    @cached_property
    def studies(self) -> frozenset[str]:
        known = (*self.library.entries, *self.library.unreadable, *self.library.hidden_by)
        return frozenset(entry_id for kind, entry_id in known if kind == "study")

    @cached_property
    def files(self) -> frozenset[str]:
        hidden = (entry_id for kind, entry_id in self.library.hidden_by if kind == PAGE)
        return frozenset((*self.library.page_files, *(f"{page}.md" for page in hidden)))

    @cached_property
    def at_the_top(self) -> frozenset[str]:
        """Sources of pages that are in no folder of the program's."""
        return self.files | {f"{page}.md" for page in MADE_PAGES}

    @cached_property
    def in_folders(self) -> Mapping[str, frozenset[str]]:
        """The same in each folder that has a page for each entry of a kind."""
        return {
            url("").partition("/")[0]: frozenset(
                urls.source_path(url(i)) for i in (*self._shown(kind), *TAKEN.get(kind, ()), INDEX)
            )
            for kind, url in PAGE_OF.items()
        }

    def _shown(self, kind: str) -> set[str]:
        """Ids of entries with a page, those with mistakes and those that a clinic hides as well."""
        library = self.library
        known = {entry_id for name, entry_id in (*library.entries, *library.unreadable)
                 if name == kind}  # fmt: skip
        records = {
            "technique": library.techniques, "worksheet": library.worksheets,
            "packet": library.packets, "prompt-set": library.prompt_sets,
            "prompt": library.prompts,
        }[kind]  # fmt: skip
        if kind == "prompt":
            sets = (entry for entry in library.entries.values() if entry.kind == "prompt-set")
            items = (item for entry in sets for item in items_of(entry.kind, entry.values))
            known = {str(item.get("id")).strip() for item in items if isinstance(item, dict)}
            known |= {old for prompt in library.prompts.values() for old in prompt.replaces}
        return {
            i for i in known
            if (kind, i) in library.hidden_by
            or i not in records
            or records[i].status is Status.PUBLISHED
        }  # fmt: skip

    def has(self, source: str) -> bool | None:
        """Whether there is such a page or file; None if it cannot be known yet."""
        folder, slash, _ = source.partition("/")
        if slash and folder in self.in_folders and source.endswith(".md"):
            if any(kind == "prompt-set" for kind, _ in self.library.unreadable):
                return source in self.in_folders[folder] or None
            return source in self.in_folders[folder]
        if slash and folder in MADE_FOLDERS:
            there = self._of_terms(source)
            return None if there is None or _LATER_PAGE.sub(".md", source) in there else False
        _, dot, ending = source.rpartition(".")
        if not dot or ending.lower() in ("md", *SHOWN):
            return source in self.at_the_top
        return source in self.files or (False if slash else None)  # as robots.txt, made at the end

    def _of_terms(self, source: str) -> frozenset[str] | None:
        """The pages that can stand beside this one, of those that terms have; None if in doubt."""
        folder, _, name = source.rpartition("/")
        beside = folder == _RESOURCES and name.startswith(_BESIDE_KINDS)
        if beside or not name.endswith(".md"):
            return None
        if folder not in _OF_TERMS:
            return frozenset() if source.partition("/")[0] in (_BROWSE, _RESOURCES) else None
        terms = self.library.terms.get(_OF_TERMS[folder])
        return None if terms is None else frozenset(f"{folder}/{term}.md" for term in terms)

    def meant(self, source: str, page: Handwritten) -> str:
        """What was probably meant instead, as it is written on that page."""
        folder, slash, _ = source.partition("/")
        known = self.in_folders.get(folder) if slash else None
        if known is None:
            known = (self._of_terms(source) if folder in MADE_FOLDERS else None) or self.at_the_top
        names = {PurePosixPath(path).stem: path for path in sorted(known)}
        near = nearest(PurePosixPath(source).stem, names)
        return f'Did you mean "{urls.relative(names[near], f"{page.id}.md")}"?' if near else ""


def check_leads(library: Library, problems: Problems) -> None:
    """Each link and picture of a page leads to something that is there."""
    targets = _Targets(library)
    for page in library.pages:
        for lead in markdown_of(page).leads():
            if said := _wrong(lead, page, targets):
                problems.error(place_in(page, lead.at), *said)


def _wrong(lead: Lead, page: Handwritten, targets: _Targets) -> Said | None:
    """What is wrong with an address, if anything surely is."""
    address = lead.address
    if scheme := _SCHEME.match(address):
        return _outward(scheme[0].lower(), lead)
    if address.startswith(("/", "\\")):
        return (
            "link-is-relative",
            f'"{address}" begins with a slash, so it works at one host only.',
            f"Write the way from this page, such as {urls.source_path('about.html')}.",
        )
    path, _, anchor = address.partition("#")
    path = unquote(path.partition("?")[0])
    source = normpath(join(dirname(page.id), path)) if path else f"{page.id}.md"
    if source.startswith(".."):
        return "link-resolves", f'"{address}" leads out of the site.', "Write where it lies in it."
    if path and (found := _missing(path, source, lead, page, targets)):
        return found
    return _unanchored(address, source, unquote(anchor), lead, targets)


def _outward(scheme: str, lead: Lead) -> Said | None:
    if lead.is_picture:
        if scheme == "data:":
            return None
        message = f'The picture "{lead.address[:60]}" would come from another place.'
        return "asset-is-ours", message, "Put the file beside the page, and lead to it there."
    if scheme.removesuffix(":") in LINK_SCHEMES:
        return None
    return (
        "link-scheme-is-known",
        f'A link cannot begin with "{scheme}".',
        "Links begin with https:, mailto:, tel: or sms:, or lead to a page of this site.",
    )


def _missing(
    path: str, source: str, lead: Lead, page: Handwritten, targets: _Targets
) -> Said | None:
    """What is wrong with the way to a page or a file."""
    is_html = source.endswith(".html")
    address, file = lead.address, urls.source_path(source) if is_html else source
    if path.endswith(("/", "..")) or path == ".":
        return "link-resolves", f'"{address}" leads to a folder.', "Name a page in it, or index.md."
    if is_html and not lead.is_html and not source.startswith(f"{urls.EMBEDS}/"):
        message = f'"{address}" is no file among the pages, which are Markdown.'
        return "link-resolves", message, f"Write {urls.source_path(path)}."
    if not is_html and lead.is_html and source.endswith(".md"):
        message = f'"{address}" leads to nothing: HTML is handed on as it is.'
        return "link-resolves", message, f"Write {path.removesuffix('.md')}.html."
    if targets.has(file) is False:
        message = f'"{address}" leads to nothing.'
        instead = (
            "Put the file among the pages." if lead.is_picture else "Name a page that is there."
        )
        return "link-resolves", message, targets.meant(file, page) or instead
    if (lead.is_html or lead.is_named) and file in targets.hidden:
        message = f'"{address}" leads to a page that is hidden.'
        hint = "Write the link as [words](page.md): where the page is hidden, the words stay."
        return "link-resolves", message, hint
    return None


def _unanchored(
    address: str, source: str, anchor: str, lead: Lead, targets: _Targets
) -> Said | None:
    """What is wrong with the place within a page written by hand, or with a study of the list."""
    if source == _STUDIES and _STUDY.fullmatch(anchor) and anchor not in targets.studies:
        message = f'"{address}" leads to a study that is not listed.'
        return "anchor-exists", message, suggestion(anchor, targets.studies) or "Name one of them."
    target = targets.pages.get(source.removesuffix(".html" if lead.is_html else ".md"))
    if not anchor or target is None or _STATE.search(anchor) or anchor in _OF_FRAME:
        return None
    places = markdown_of(target).places
    if places is None or anchor in places:
        return None
    message = f'"{address}" leads to no place of that page: there is no heading "{anchor}".'
    return "anchor-exists", message, suggestion(anchor, places) or "Lead to the page as a whole."


_BROWSE, _RESOURCES = (url.partition("/")[0] for url in (urls.facet_url("", ""), urls.RESOURCES))
_OF_TERMS = {f"{_BROWSE}/{facet.name}": facet.taxonomy for facet in FACETS}
_OF_TERMS[_RESOURCES] = "resource-kinds"
_BESIDE_KINDS = (f"{INDEX}.", *(f"{way}-" for way in WAYS_TO_LISTINGS))
_STUDIES = urls.source_path(urls.STUDIES)
_STUDY = re.compile(r"[a-z-]+-[0-9]{4}[a-z]?")
_LATER_PAGE = re.compile(r"-page-[0-9]+\.md$")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_STATE = re.compile("=|:~:")
_OF_FRAME = frozenset({"main", "menu", "top"})

RULES = (
    Rule("link-resolves", "What a page written by hand leads to is there.", check_leads,
         also=("anchor-exists", "link-is-relative", "asset-is-ours", "link-scheme-is-known"),
         example=Example(
             "page",
             "See [our lists](techniques/lists.md).",
             "See [our lists](techniques/list.md).")),
)  # fmt: skip
