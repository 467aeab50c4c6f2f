"""Incremental build: only pages whose Markdown, head or frame changed; the rest are hard links.

What a page is made of is hashed (SHA-256): its Markdown, what is added to its head, and the frame,
which is all that every page shares (configuration, theme, program, versions, options). A page with
the same hash as last time, whose file has the same size and mtime since, is linked from the last
site; for a copied file, size and mtime of its source stand for the hash. Links are checked on every
build, from what is recorded of each page, so that links to a page that is gone are found.
"""

from __future__ import annotations

import io
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.engine.in_process import Engine, NeedsReferenceBuild
from generator.finish.errors import FinishError
from generator.finish.finish import FinishedPage, FinishOptions, FinishReport, finish, finish_html
from generator.output.atomic import write_atomically
from generator.output.stamp import Stamp
from generator.parallel import fork_map
from generator.places import Places
from generator.progress import Done, no_progress


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """The record of a file of a site: key of its inputs, stamp, and for a page links and ids."""

    key: str
    stamp: Stamp
    page: FinishedPage | None = None


@dataclass(frozen=True)
class Changed:
    """A finished tree: the report of the finishing pass, and the key of each file's inputs."""

    report: FinishReport
    keys: Mapping[str, str]


def build_changed(
    places: Places, fresh: Path, frame: str, options: FinishOptions, done: Done = no_progress
) -> Changed | None:
    """Build and finish the site into the folder `fresh`, which is emptied first.

    `frame` is the hash of what all pages share. None if a plugin or another engine is configured,
    or if there is anything to report: then the reference build has to run, which reports it best.
    `done` is told how many pages are built.
    """
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    last = _Last(places.site, recall(_record(places)))
    shared = sha256(f"{frame}\0{_shared(options)}".encode()).hexdigest()
    try:
        keys, known = _lay_out(Engine(places.config), fresh, last, shared, options, done)
        return Changed(finish(fresh, options=options, done=known), keys)
    except (NeedsReferenceBuild, FinishError, UnicodeError):
        return None


@dataclass(frozen=True)
class _Last:
    """The last site, and the records of its files by path."""

    site: Path
    made: Mapping[str, BuiltFile]

    def take(self, path: str, key: str, fresh: Path) -> BuiltFile | None:
        """Hard-link the file into `fresh` if its key and stamp are the same; None to build it."""
        before = self.made.get(path)
        if before is None or before.key != key:
            return None
        if path.endswith(".html") and before.page is None:
            return None  # finishing would write through the hard link into the last site
        place = _place(fresh, path)
        try:
            os.link(f"{self.site}/{path}", place)
        except OSError:
            return None  # a file system without hard links, or no such file
        if Stamp.of(place) != before.stamp:
            os.unlink(place)
            return None
        return before


def _lay_out(
    engine: Engine, fresh: Path, last: _Last, shared: str, options: FinishOptions, done: Done
) -> tuple[dict[str, str], dict[str, FinishedPage]]:
    """Put every file of the site into `fresh`; returns keys by path, and finished pages by path."""
    keys: dict[str, str] = {}
    finished: dict[str, FinishedPage] = {}
    for path, source in engine.copies().items():
        keys[path] = f"{shared if path.endswith('.html') else ''} {Stamp.of(source)}"
        if made := last.take(path, keys[path], fresh):
            if made.page is not None:
                finished[path] = made.page
        else:
            shutil.copyfile(source, _place(fresh, path))
    sources = engine.sources()
    missing: list[str] = []
    for path, source in sources.items():
        parts = shared.encode(), options.head.get(path, "").encode(), source.read_bytes()
        keys[path] = sha256(b"\0".join(parts)).hexdigest()
        if (made := last.take(path, keys[path], fresh)) and made.page is not None:
            finished[path] = made.page
        else:
            missing.append(path)

    def make(paths: Sequence[str], done: Done) -> dict[str, FinishedPage]:
        """Build, finish and write these pages; raises FinishError at the first violation."""
        ready: dict[str, FinishedPage] = {}
        for path in paths:
            html = engine.page(path, _text(sources[path].read_bytes()))
            html, ready[path], violations = finish_html(path, html, options)
            if violations:
                raise FinishError(violations)
            Path(_place(fresh, path)).write_bytes(html.encode("utf-8"))
            done(len(ready), len(paths))
        return ready

    for share in fork_map(make, missing, done=done):
        finished |= share
    for path, content in engine.error_pages().items():
        Path(_place(fresh, path)).write_bytes(content)
    return keys, finished


def _text(source: bytes) -> str:
    """Decoded as MkDocs does: UTF-8 without byte order mark, universal newlines."""
    return io.TextIOWrapper(io.BytesIO(source), encoding="utf-8-sig").read()


def _place(folder: Path, path: str) -> str:
    """The path of a file of the tree; creates its folder."""
    place = f"{folder}/{path}"
    os.makedirs(os.path.dirname(place), exist_ok=True)
    return place


def _shared(options: FinishOptions) -> str:
    """The options that concern all pages, as a canonical string for hashing."""
    shared = replace(options, head={}, changed={})
    return "\0".join(
        str(sorted(value)) if isinstance(value, frozenset) else str(value)
        for value in vars(shared).values()
    )


def remember_made(places: Places, changed: Changed) -> None:
    """Write the records of the files of the published site (JSON, URLs and ids interned)."""
    urls: dict[str, int] = {}
    ids: dict[str, int] = {}
    files: dict[str, object] = {}
    for path, key in changed.keys.items():
        stamp = Stamp.of(f"{places.site}/{path}")
        if stamp is None:
            continue  # deleted by the finishing pass as unused
        page = changed.report.finished.get(path)
        known = page and (
            [urls.setdefault(url, len(urls)) for url in page.urls],
            sorted(ids.setdefault(name, len(ids)) for name in page.ids),
            page.is_listed,
        )
        files[path] = (key, stamp.size, stamp.changed_ns, known)
    content = {"urls": list(urls), "ids": list(ids), "files": files}
    write_atomically(_record(places), json.dumps(content, separators=(",", ":")).encode())


def recall(record: Path) -> dict[str, BuiltFile]:
    """The records by path; empty, so that everything is built, if the file cannot be read."""
    try:
        content = json.loads(record.read_bytes())
        urls, ids = content["urls"], content["ids"]
        return {
            path: BuiltFile(key, Stamp(size, changed_ns), known and _finished(known, urls, ids))
            for path, (key, size, changed_ns, known) in content["files"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return {}


def _finished(known: Sequence[Any], urls: Sequence[str], ids: Sequence[str]) -> FinishedPage:
    url_numbers, id_numbers, is_listed = known
    return FinishedPage(
        tuple(urls[number] for number in url_numbers),
        frozenset(ids[number] for number in id_numbers),
        is_listed,
    )


def _record(places: Places) -> Path:
    return places.work / "made.json"
