"""Content hash (SHA-256) of everything that a site is made of, to skip an unnecessary build.

Engine and finishing pass take seconds; comparing one hash takes milliseconds.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from hashlib import sha256
from itertools import chain
from pathlib import Path

from generator.engine.engines import engine_versions
from generator.output.folder_scan import list_folder
from generator.places import Places

_CACHES = frozenset({"__pycache__", ".cache"})
"""Names of cache folders, which are no input."""


def fingerprint(places: Places, today: date, frame: str) -> str:
    """SHA-256 of everything that goes into the site: content of docs/, day, and `frame`'s hash."""
    others = (("today", today.isoformat().encode()), ("frame", frame.encode()))
    return _hash(chain(others, _files(places.docs)))


def remembered(places: Places) -> str:
    """The fingerprint that the site was built of; empty if it is missing or was touched since."""
    try:
        value, stamps = _file(places).read_text("ascii").split()
    except (OSError, ValueError):
        return ""
    return value if places.site.is_dir() and stamps == _stamps_hash(places.site) else ""


def remember(places: Places, value: str) -> None:
    """Record the fingerprint that the site was built of, and the stamps of its files."""
    file = _file(places)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{value} {_stamps_hash(places.site)}", "ascii")


def _stamps_hash(site: Path) -> str:
    """SHA-256 of the names, sizes and modification times of the files, to notice a change."""
    return sha256(repr(_stamps(site)).encode()).hexdigest()


def _file(places: Places) -> Path:
    return places.work / "fingerprint"


def frame_fingerprint(places: Places) -> str:
    """SHA-256 of what every page shares: configuration, program with theme, engine versions.

    Raises EnvironmentProblem if the engine is not installed.
    """
    return _hash(_frame(places))


def _hash(inputs: Iterable[tuple[str, bytes]]) -> str:
    total = sha256()
    for name, content in inputs:
        total.update(f"{name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


def _frame(places: Places) -> Iterator[tuple[str, bytes]]:
    yield "engine", " ".join(engine_versions(places.config)).encode()
    yield "base", places.base_config.read_bytes()
    yield "config", places.config.read_bytes()
    folder = Path(__file__).parent
    yield "program", _read_once(folder, _stamps(folder)).encode()


def _stamps(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Path, size (bytes) and modification time (nanoseconds) of every file below a folder."""
    return tuple(
        (path, stat.st_size, stat.st_mtime_ns)
        for path in _paths(folder)
        for stat in (os.stat(f"{folder}/{path}"),)
    )


@lru_cache(maxsize=1)
def _read_once(folder: Path, stamps: tuple[tuple[str, int, int], ...]) -> str:
    """SHA-256 of the files' content; memoized by stamps, for a process that builds repeatedly."""
    return _hash(_files(folder))


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Path and content of every file below a folder, caches excepted, sorted by path."""
    for path in _paths(folder):
        with open(f"{folder}/{path}", "rb") as file:
            yield path, file.read()


def _paths(folder: Path) -> list[str]:
    listing = list_folder(folder)
    linked = {link for link in listing.links if (folder / link).is_file()}
    return sorted(path for path in listing.files | linked if _CACHES.isdisjoint(path.split("/")))
