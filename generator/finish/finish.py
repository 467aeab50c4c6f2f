"""Finishing pass: turns the engine's output tree into the site, or raises with every violation."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

from generator.engine.repairs import repair
from generator.engine.unused_files import unused_files
from generator.finish.errors import FinishError, broken
from generator.finish.frame_cache import PageParts, scan_between, shared
from generator.finish.host_headers import Table, host_files
from generator.finish.links import Links
from generator.finish.meta import with_head, with_policy
from generator.finish.minify import minify
from generator.finish.open_graph import NOINDEX, Sharing, is_unlisted, sharing_tags
from generator.finish.policy import page_policy
from generator.finish.rules import check_page
from generator.finish.scan import Scan, scan
from generator.finish.sitemap import sitemap
from generator.finish.stylesheets import check_stylesheet
from generator.problems import Problem


@dataclass(frozen=True)
class FinishOptions:
    """What the pass cannot read from the pages. Pages are named by their paths in the site.

    `site_url` is the URL that the site was built for; `head` maps a page to HTML for the end of its
    head. Links of `missing_page`, which a host serves for any URL, start with a slash.
    """

    site_url: str = ""
    head: Mapping[str, str] = field(default_factory=dict)
    missing_page: str = "404.html"
    framed: frozenset[str] = frozenset()
    """Top-level folders whose pages other sites may show in a frame (CSP `frame-ancestors`)."""
    shared: frozenset[str] = frozenset()
    """Top-level folders whose files scripts of other origins may read (CORS)."""
    unlisted: frozenset[str] = frozenset()
    """Top-level folders whose pages get `noindex`."""
    sharing: Sharing | None = None
    """What the Open Graph tags of all pages have in common; None for no tags."""
    changed: Mapping[str, date] = field(default_factory=dict)
    """The day on which a page was last written or reviewed, where it is known (`<lastmod>`)."""


@dataclass(frozen=True, slots=True)
class FinishedPage:
    """A finished page as links and sitemap need it: URLs that it refers to, ids of its elements."""

    urls: tuple[str, ...]
    """Each once, as written."""
    ids: frozenset[str]
    is_listed: bool = True
    """Whether it goes into the sitemap: it has no `noindex` and is not the page for status 404."""


@dataclass(frozen=True)
class FinishReport:
    """What was done: number of pages, the CSP of the header, and paths of the files deleted."""

    pages: int
    policy: str
    dropped: tuple[str, ...]
    finished: Mapping[str, FinishedPage] = field(default_factory=dict)
    """Every page, by its path."""


def finish(
    built: Path, *, options: FinishOptions, done: Mapping[str, FinishedPage] = MappingProxyType({})
) -> FinishReport:
    """Finish the tree at `built` in place, or raise FinishError with every violation in it.

    Rewrites pages, deletes unused files, writes the sitemap and the files for hosts. The tree must
    be private to this build: after an error it is half finished and of no use. Deterministic: the
    same tree and options give the same bytes. Pages in `done` were finished before, with the same
    options but for `head` and `changed`; their files are not opened.
    """
    files = _files(built)
    dropped = tuple(unused_files(files))
    for path in dropped:
        (built / path).unlink()
    _remove_emptied(built, dropped)
    files = [path for path in files if path not in set(dropped)]
    violations: list[Problem] = []
    links = Links(set(files), unquote(_base_path(options.site_url)), {options.missing_page})
    pages = [path for path in files if path.endswith(".html")]
    finished: dict[str, FinishedPage] = {}
    for page in pages:
        if page in done:
            finished[page] = done[page]
        else:
            try:
                html = (built / page).read_bytes().decode("utf-8")
            except UnicodeDecodeError:
                violations.append(broken(page, "page-is-utf-8", "this page is not UTF-8"))
                continue
            html, finished[page], found = finish_html(page, html, options)
            (built / page).write_bytes(html.encode("utf-8"))
            violations += found
        violations += links.add(page, finished[page].urls, finished[page].ids)
    for page in options.head.keys() - set(pages):
        violations.append(broken(page, "page-exists", "there is no such page to add a head to"))
    violations += links.broken_anchors()
    violations += _check_stylesheets(built, files)
    if violations:
        raise FinishError(violations)
    listed = [path for path, page in finished.items() if page.is_listed]
    table = Table(
        policy=page_policy(),
        framed_policy=page_policy(_origin(options.site_url)) if options.framed else "",
        pages=tuple(pages),
        framed=options.framed,
        shared=options.shared & {path.split("/")[0] for path in files if "/" in path},
        base=_base_path(options.site_url),
    )
    (built / "sitemap.xml.gz").unlink(missing_ok=True)
    pages_for_engines = sitemap(listed, options.changed, site_url=options.site_url)
    for path, content in {"sitemap.xml": pages_for_engines, **host_files(table)}.items():
        # A file of this name may be a hard link to the last site's own: replace it, do not write.
        (built / path).unlink(missing_ok=True)
        (built / path).write_bytes(content)
    return FinishReport(len(pages), table.policy, dropped, finished)


def finish_html(
    page: str, html: str, options: FinishOptions
) -> tuple[str, FinishedPage, tuple[Problem, ...]]:
    """One page as published, its `FinishedPage`, and its violations; links are not checked."""
    origin = _origin(options.site_url) if page.split("/")[0] in options.framed else ""
    html, found = finish_page(html, head=_head(page, html, options), origin=origin)
    finished = FinishedPage(
        tuple(dict.fromkeys(reference.url for reference in found.references)),
        frozenset(found.ids),
        page != options.missing_page and not is_unlisted(html),
    )
    return html, finished, tuple(check_page(page, found))


def finish_page(html: str, *, head: str = "", origin: str = "") -> tuple[str, Scan]:
    """One page repaired and minified, with `head` and its policy inserted, and the scan of it.

    `origin` is named in the policy of a page that others may show in a frame. A pure function of
    its arguments. The scan is of the page as published, but for the policy; it is not yet checked.
    """
    policy = page_policy(origin)
    cut = PageParts.of(html)
    if cut and (top := shared(cut.top, _tidy)) and (foot := shared(cut.foot, _tidy)):
        start, article = with_head(_tidy(cut.head), head), _tidy(cut.article)
        if found := scan_between(start, article):
            page = with_policy(start, policy) + top[0] + article + foot[0]
            return page, found.merged_with(top[1]).merged_with(foot[1])
    html = with_head(_tidy(html), head)
    return with_policy(html, policy), scan(html)


def _tidy(html: str) -> str:
    return minify(repair(html))


def _head(page: str, html: str, options: FinishOptions) -> str:
    """HTML for the end of the head of a page: its own, and `noindex` or Open Graph tags."""
    folder = page.split("/")[0] if "/" in page else ""
    parts = [options.head.get(page, "")]
    if folder in options.unlisted or page == options.missing_page:
        parts.append(NOINDEX)
    elif options.sharing and not is_unlisted(html):
        parts.append(sharing_tags(html, options.sharing, page))
    return "".join(parts)


def _files(built: Path) -> list[str]:
    """Every file of the tree as a POSIX path relative to it, sorted."""
    files = []
    for folder, _, names in os.walk(built):
        inside = Path(folder).relative_to(built).as_posix()
        files += [name if inside == "." else f"{inside}/{name}" for name in names]
    return sorted(files)


def _remove_emptied(built: Path, dropped: Iterable[str]) -> None:
    """Remove the folders that held nothing but the files at `dropped`."""
    above = {folder for path in dropped for folder in PurePosixPath(path).parents[:-1]}
    for folder in sorted(above, reverse=True):
        if not any((built / folder).iterdir()):
            (built / folder).rmdir()


def _origin(site_url: str) -> str:
    """The origin of the site as a CSP names it, its host in Punycode; empty if there is no host."""
    parts = urlsplit(site_url)
    if not parts.hostname:
        return ""
    host = parts.hostname.encode("idna").decode("ascii")
    return f"{parts.scheme}://{host}" + (f":{parts.port}" if parts.port else "")


def _base_path(site_url: str) -> str:
    return f"{urlsplit(site_url).path.rstrip('/')}/"


def _check_stylesheets(built: Path, files: list[str]) -> Iterator[Problem]:
    for path in files:
        if path.endswith(".css"):
            css = (built / path).read_bytes().decode("utf-8", errors="replace")
            yield from check_stylesheet(path, css)
