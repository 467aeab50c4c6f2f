"""Lint rules for links of handwritten pages: relative, known scheme, existing target and anchor.

A static link check on the Markdown, before worksheets are printed and pages are built.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.checks.link_targets import LinkTargets
from generator.checks.rule import Example, Rule
from generator.content.handwritten import Handwritten
from generator.content.handwritten_markdown import link_parts, markdown_of, place_in
from generator.content.layers.hide import ALWAYS_THERE
from generator.content.library import Library
from generator.problems import Location, Problems
from generator.site import urls
from generator.text.allowed import DATA_TAGS, LINK_SCHEMES
from generator.text.page_markdown import PageLink
from generator.text.suggestions import suggestion

LinkFault = tuple[str, str, str]
"""Rule id, message, hint."""


def check_links(library: Library, problems: Problems) -> None:
    """Report an error for the first fault of each link and image, and for each missing page that
    every page of a site links to."""
    targets = LinkTargets(library)
    for needed in sorted(ALWAYS_THERE - {file.removesuffix(".md") for file in targets.files}):
        problems.error(
            Location(f"content/pages/{needed}.md"),
            "needed-page-is-there",
            f'Every site leads its readers to the page "{needed}", which is not there.',
            "Write it, or put back the one that came with the program.",
        )
    for page in library.pages:
        for link in markdown_of(page).links:
            if fault := _fault_of(link, page, targets):
                problems.error(place_in(page, link.at), *fault)


@dataclass(frozen=True)
class PlannedLink:
    """A link to a generated page or file, valid as far as is known before planning, and its
    location in the handwritten page."""

    at: Location
    address: str
    source: str
    """Path of the page's Markdown, or of the file, relative to `docs/`."""
    anchor: str
    """Its fragment if that has to be an anchor of the page; else empty."""

    @property
    def is_file(self) -> bool:
        """Whether the page or file itself is asked for, rather than a place in it."""
        return not self.anchor


def planned_links(library: Library) -> Iterator[PlannedLink]:
    """Each valid link from a handwritten page to a fragment of a generated page, or to a page or
    file of which only planning knows whether it is made.

    The caller has to resolve them, with `missing_anchor` and `missing_target`.
    """
    targets = LinkTargets(library)
    for page in library.pages:
        for link in markdown_of(page).links:
            if _SCHEME.match(link.address):
                continue
            path, source, anchor = link_parts(link.address, page)
            if link.is_html and source.endswith(".html"):
                source = urls.source_path(source)
            name = source.removesuffix(".md")
            is_known = name in targets.pages or (name == _STUDIES and anchor in targets.studies)
            anchor = anchor if path and not is_known and _is_place(anchor) else ""
            if (anchor or targets.is_planned(source)) and _fault_of(link, page, targets) is None:
                yield PlannedLink(place_in(page, link.at), link.address, source, anchor)


def page_targets(library: Library) -> Iterator[tuple[Handwritten, int, str, str]]:
    """Each link of a handwritten page into the site: page, offset, source path of the target
    relative to `docs/`, fragment."""
    for page in library.pages:
        for link in markdown_of(page).links:
            if not _SCHEME.match(link.address):
                _, source, anchor = link_parts(link.address, page)
                yield page, link.at, urls.source_path(source) if link.is_html else source, anchor


def _is_place(anchor: str) -> bool:
    """Whether a fragment needs an anchor of the page itself: it is no state (`key=value`), no text
    fragment (`:~:`) and no anchor that every page has."""
    return bool(anchor) and not _STATE.search(anchor) and anchor not in _OF_FRAME


def _fault_of(link: PageLink, page: Handwritten, targets: LinkTargets) -> LinkFault | None:
    """First fault of a link; None if it is valid or cannot be decided here."""
    address = link.address
    if scheme := _SCHEME.match(address):
        return _external_fault(scheme[0].lower(), link)
    if address.startswith(("/", "\\")):
        return (
            "link-is-relative",
            f'"{address}" begins with a slash, so it works at one host only.',
            f"Write the way from this page, such as {urls.source_path('about.html')}.",
        )
    path, source, anchor = link_parts(address, page)
    if source.startswith(".."):
        return "link-resolves", f'"{address}" links out of the site.', "Write where it lies in it."
    if path and (found := _path_fault(path, source, link, page, targets)):
        return found
    return _fragment_fault(address, source, anchor, link, targets)


def _external_fault(scheme: str, link: PageLink) -> LinkFault | None:
    if link.is_picture:
        if scheme == "data:" and (not link.is_html or link.tag in DATA_TAGS):
            return None
        what = "file" if link.tag not in ("", "img") else "picture"
        message = f'The {what} "{link.address[:60]}" would come from another place.'
        return "asset-is-ours", message, "Put the file beside the page, and lead to it there."
    if scheme.removesuffix(":") in LINK_SCHEMES:
        return None
    return (
        "link-scheme-is-known",
        f'A link cannot begin with "{scheme}".',
        "Links begin with https:, mailto:, tel: or sms:, or lead to a page of this site.",
    )


def _path_fault(
    path: str, source: str, link: PageLink, page: Handwritten, targets: LinkTargets
) -> LinkFault | None:
    """Fault of a link's path: a folder, a wrong extension, a missing or a hidden target."""
    is_html = source.endswith(".html")
    address, file = link.address, urls.source_path(source) if is_html else source
    if path.endswith(("/", "..")) or path == ".":
        return "link-resolves", f'"{address}" links to a folder.', "Name a page in it, or index.md."
    if is_html and not link.is_html and not source.startswith(f"{urls.EMBEDS}/"):
        message = f'"{address}" is no file among the pages, which are Markdown.'
        without = path.removesuffix(".html")
        instead = without if without.endswith(".md") else urls.source_path(path)
        return "link-resolves", message, f"Write {instead}."
    if not is_html and link.is_html and source.endswith(".md"):
        message = f'"{address}" links to nothing: HTML is handed on as it is.'
        return "link-resolves", message, f"Write {path.removesuffix('.md')}.html."
    if source == urls.SITEMAP and not link.is_html:
        message = f'"{address}" is made after the pages, so Markdown cannot link to it.'
        return "link-resolves", message, f'Write <a href="{path}">words</a>.'
    if targets.has(file) is False:
        message = f'"{address}" links to nothing.'
        instead = (
            "Put the file among the pages." if link.is_picture else "Name a page that is there."
        )
        return "link-resolves", message, targets.closest_path_hint(file, page) or instead
    if (link.is_html or link.is_named) and file in targets.hidden:
        message = f'"{address}" links to a page that is hidden.'
        hint = "Write the link as [words](page.md): where the page is hidden, the words stay."
        return "link-resolves", message, hint
    return None


def _fragment_fault(
    address: str, source: str, anchor: str, link: PageLink, targets: LinkTargets
) -> LinkFault | None:
    """Fault of a fragment into a handwritten page or the page of studies."""
    page = source.removesuffix(".html" if link.is_html else ".md")
    if page == _STUDIES and _STUDY.fullmatch(anchor) and anchor not in targets.studies:
        message = f'"{address}" links to a study that is not listed.'
        return "anchor-exists", message, suggestion(anchor, targets.studies) or "Name one of them."
    target = targets.pages.get(page)
    if target is None or not _is_place(anchor):
        return None
    return missing_anchor(address, anchor, markdown_of(target).anchors)


def missing_anchor(address: str, anchor: str, places: frozenset[str] | None) -> LinkFault | None:
    """Fault of a fragment that is not among the page's anchors; None where these are unknown."""
    if places is None or anchor in places:
        return None
    message = f'"{address}" links to no place of that page: there is no heading "{anchor}".'
    return "anchor-exists", message, suggestion(anchor, places) or "Lead to the page as a whole."


def missing_target(link: PlannedLink, known: Iterable[str]) -> LinkFault:
    """Fault of a link to a page or file that is not made."""
    names = {PurePosixPath(path).name for path in known}
    hint = suggestion(PurePosixPath(link.source).name, names)
    return "link-resolves", f'"{link.address}" links to nothing.', hint or "Name what is there."


_STUDIES = urls.STUDIES.removesuffix(".html")
_STUDY = re.compile(r"[a-z-]+-[0-9]{4}[a-z]?")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_STATE = re.compile("=|:~:")
_OF_FRAME = frozenset({"main", "menu", "top"})

RULES = (
    Rule("link-resolves", "What a page written by hand links to is there.", check_links,
         also=("anchor-exists", "link-is-relative", "asset-is-ours", "link-scheme-is-known",
               "needed-page-is-there"),
         example=Example(
             "page",
             "See [our lists](techniques/lists.md).",
             "See [our lists](techniques/list.md).")),
)  # fmt: skip
