"""Build only the pages whose Markdown, head or frame changed; take the others from the last site.

What a page is made of is hashed: its Markdown, what is added to its head, and the frame, that is
all that every page shares (configuration, theme, program, versions, options). A page with the hash
that it was made with last time, whose file nobody touched since, is that file; a copied file is
told by size and time of its source. Links are looked through on every build, from what is
remembered of each page, so that a page which is gone is missed by all that lead to it.
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

from generator.engine.in_process import Engine, Unsure
from generator.finish.errors import FinishError
from generator.finish.finish import Finished, FinishOptions, FinishReport, finish, finish_html
from generator.output.atomic import write_atomically
from generator.parallel import fork_map
from generator.places import Places
from generator.progress import Done, no_progress


@dataclass(frozen=True, slots=True)
class Stamp:
    """Size and time of a file: with the same, it is taken to be the same file."""

    size: int
    changed_ns: int

    @classmethod
    def of(cls, file: Path | str) -> Stamp | None:
        """None if there is no such file."""
        try:
            found = os.stat(file)
        except OSError:
            return None
        return cls(found.st_size, found.st_mtime_ns)


@dataclass(frozen=True, slots=True)
class Made:
    """A file of a site: of what it was made (a hash), its stamp, and what is known of a page."""

    key: str
    stamp: Stamp
    page: Finished | None = None


@dataclass(frozen=True)
class Changed:
    """A tree in which what changed is new: its report, and of what each of its files was made."""

    report: FinishReport
    keys: Mapping[str, str]


def build_changed(
    places: Places, fresh: Path, frame: str, options: FinishOptions, done: Done = no_progress
) -> Changed | None:
    """Build and finish the site into the folder `fresh`, which is emptied first.

    `frame` is the hash of what all pages share. None if the engine would do more than its
    own steps or has something to say: then the reference has to build, with its own words.
    `done` hears how many pages are there.
    """
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    last = _Last(places.site, recall(_memory(places)))
    shared = sha256(f"{frame}\0{_shared(options)}".encode()).hexdigest()
    try:
        keys, known = _lay_out(Engine(places.config), fresh, last, shared, options, done)
        return Changed(finish(fresh, options=options, done=known), keys)
    except (Unsure, FinishError, UnicodeError):
        return None


@dataclass(frozen=True)
class _Last:
    """The last site, and what was noted of its files."""

    site: Path
    made: Mapping[str, Made]

    def take(self, path: str, key: str, fresh: Path) -> Made | None:
        """Link the file into `fresh` if it was made of the same; None where it has to be built."""
        before = self.made.get(path)
        if before is None or before.key != key:
            return None
        if path.endswith(".html") and before.page is None:
            return None  # it would be finished again, in the last site's own file
        place = _place(fresh, path)
        try:
            os.link(f"{self.site}/{path}", place)
        except OSError:
            return None  # a file system without links, or no such file
        if Stamp.of(place) != before.stamp:
            os.unlink(place)
            return None
        return before


def _lay_out(
    engine: Engine, fresh: Path, last: _Last, shared: str, options: FinishOptions, done: Done
) -> tuple[dict[str, str], dict[str, Finished]]:
    """Put every file of the site into `fresh`: of what each was made, and what is finished."""
    keys: dict[str, str] = {}
    finished: dict[str, Finished] = {}
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

    def make(paths: Sequence[str], done: Done) -> dict[str, Finished]:
        """Build, finish and write these pages: what is known of each."""
        ready: dict[str, Finished] = {}
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
    """A file's text as MkDocs reads it."""
    return io.TextIOWrapper(io.BytesIO(source), encoding="utf-8-sig").read()


def _place(folder: Path, path: str) -> str:
    """Where a file of the tree goes, in a folder that is there."""
    place = f"{folder}/{path}"
    os.makedirs(os.path.dirname(place), exist_ok=True)
    return place


def _shared(options: FinishOptions) -> str:
    """What the options say of all pages alike, in one order."""
    alike = replace(options, head={}, changed={})
    return "\0".join(
        str(sorted(value)) if isinstance(value, frozenset) else str(value)
        for value in vars(alike).values()
    )


def remember_made(places: Places, changed: Changed) -> None:
    """Note of what each file of the site was made that stands now."""
    urls: dict[str, int] = {}
    ids: dict[str, int] = {}
    files: dict[str, object] = {}
    for path, key in changed.keys.items():
        stamp = Stamp.of(f"{places.site}/{path}")
        if stamp is None:
            continue  # dropped: nobody would have loaded it
        page = changed.report.finished.get(path)
        known = page and (
            [urls.setdefault(url, len(urls)) for url in page.urls],
            sorted(ids.setdefault(name, len(ids)) for name in page.ids),
            page.is_listed,
        )
        files[path] = (key, stamp.size, stamp.changed_ns, known)
    content = {"urls": list(urls), "ids": list(ids), "files": files}
    write_atomically(_memory(places), json.dumps(content, separators=(",", ":")).encode())


def recall(memory: Path) -> dict[str, Made]:
    """What was noted, by path; nothing if that cannot be read, and all is built anew."""
    try:
        content = json.loads(memory.read_bytes())
        urls, ids = content["urls"], content["ids"]
        return {
            path: Made(key, Stamp(size, changed_ns), known and _finished(known, urls, ids))
            for path, (key, size, changed_ns, known) in content["files"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return {}


def _finished(known: Sequence[Any], urls: Sequence[str], ids: Sequence[str]) -> Finished:
    led_to, named, is_listed = known
    return Finished(
        tuple(urls[number] for number in led_to),
        frozenset(ids[number] for number in named),
        is_listed,
    )


def _memory(places: Places) -> Path:
    return places.work / "made.json"
