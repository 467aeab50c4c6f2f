"""Persistent record of rendered pages, so that a new process renders only those that changed.

For each page it holds the digest of the value that its template got, its links by id, and the stamp
of its file below docs/. If digest and stamp are the same, the file's bytes are the page's text; the
renderer makes it anew all the same if one of the links leads elsewhere now.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from platform import python_version

from generator.output.atomic import write_atomically
from generator.output.stamp import Stamp
from generator.pages.page import Page
from generator.places import Places
from generator.render.render_cache import (
    Links,
    Recall,
    RenderCache,
    Rendered,
    RenderedPage,
    for_template,
    page_digest,
)
from generator.site.urls import source_path

LIBRARIES = ("jinja2", "markupsafe", "markdown", "nh3")
"""Packages that make the text of a page, beside the program."""


def recall_rendered(places: Places, frame: str) -> Recall:
    """Finds the text of pages that are as in the last build, in docs/.

    `frame` is the hash of what all pages share; with another one there is none.
    """
    known = _known(places, _key(frame))

    def recalled(page: Page) -> RenderedPage | None:
        if page.url not in known:
            return None
        digest, stamp, links = known[page.url]
        path = source_path(page.url)
        if Stamp.of(places.docs / path) != stamp or digest != page_digest(page):
            return None
        text = path, (places.docs / path).read_bytes()
        return Rendered(for_template(page), links, text, digest)

    return recalled


def remember_rendered(
    places: Places, cache: RenderCache, pages: Iterable[Page], frame: str
) -> None:
    """Record what pages were rendered from, with the stamps of their files, written by now."""
    known: dict[str, object] = {}
    for page in pages:
        entry = cache.pages[page.url]
        if not entry.digest:
            entry = cache.pages[page.url] = replace(entry, digest=page_digest(page))
        stamp = Stamp.of(places.docs / source_path(page.url))
        if stamp is not None and entry.digest:
            links = [(*link, url) for link, url in entry.links.items()]
            known[page.url] = entry.digest, stamp.size, stamp.changed_ns, links
    record = {"key": _key(frame), "pages": known}
    write_atomically(_record(places), json.dumps(record, separators=(",", ":")).encode())


@lru_cache(maxsize=1)
def _key(frame: str) -> str:
    """Hash of all that the text of any page depends on; memoized, as versions are files to read."""
    versions = (f"{name} {version(name)}" for name in LIBRARIES)
    return sha256("\0".join((frame, python_version(), *versions)).encode()).hexdigest()


def _known(places: Places, key: str) -> dict[str, tuple[str, Stamp, Links]]:
    """Digest, stamp and links by URL; empty, so that all is rendered, if the file is unreadable."""
    try:
        record = json.loads(_record(places).read_bytes())
        if record["key"] != key:
            return {}
        return {
            url: (
                digest,
                Stamp(size, changed_ns),
                {(kind, entry_id): target for kind, entry_id, target in links},
            )
            for url, (digest, size, changed_ns, links) in record["pages"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _record(places: Places) -> Path:
    return places.work / "rendered.json"
