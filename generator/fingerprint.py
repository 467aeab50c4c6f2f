"""Whether anything that a site is made of has changed since it was built.

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

_KEPT = frozenset({"__pycache__", ".cache"})
"""Folders of what programs keep for later."""


def fingerprint(places: Places, today: date, frame: str) -> str:
    """A hash of everything that goes into the site: pages, day, and the `frame`'s own hash."""
    said = (("today", today.isoformat().encode()), ("frame", frame.encode()))
    return _hash(chain(said, _files(places.docs)))


def remembered(places: Places) -> str:
    """The fingerprint of the site that stands, or nothing if none does as it was built."""
    try:
        value, stood = _file(places).read_text("ascii").split()
    except (OSError, ValueError):
        return ""
    return value if places.site.is_dir() and stood == _standing(places.site) else ""


def remember(places: Places, value: str) -> None:
    """Note of what the site was built that stands now, and how it stands."""
    file = _file(places)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{value} {_standing(places.site)}", "ascii")


def _standing(site: Path) -> str:
    """A hash of the names, sizes and times of its files: told apart from one that was touched."""
    return sha256(repr(_stamps(site)).encode()).hexdigest()


def _file(places: Places) -> Path:
    return places.work / "fingerprint"


def frame_fingerprint(places: Places) -> str:
    """A hash of all that every page shares: configuration, program with its theme, engine."""
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
    """Every file below a folder with its size and the time of its last change, in nanoseconds."""
    return tuple(
        (path, found.st_size, found.st_mtime_ns)
        for path in _paths(folder)
        for found in (os.stat(f"{folder}/{path}"),)
    )


@lru_cache(maxsize=1)
def _read_once(folder: Path, stamps: tuple[tuple[str, int, int], ...]) -> str:
    """A hash of the files; a process that builds again reads them anew when a stamp changed."""
    return _hash(_files(folder))


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The content of every file below a folder, but for those that programs keep."""
    for path in _paths(folder):
        with open(f"{folder}/{path}", "rb") as file:
            yield path, file.read()


def _paths(folder: Path) -> list[str]:
    found = list_folder(folder)
    linked = {link for link in found.links if (folder / link).is_file()}
    return sorted(path for path in found.files | linked if _KEPT.isdisjoint(path.split("/")))
