"""Page weight budgets: own scripts (Brotli) and all of a first visit (gzip), in bytes."""

from __future__ import annotations

import gzip
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

import brotli

SCRIPTS = 12_000
"""Budget of our own JavaScript on a page: bytes, compressed with Brotli."""
MORE = {"packing": 15_000}
"""Exceptions by kind of page: the one that composes packets has the whole finder in it."""
FIRST_VISIT = 70_000
"""Budget of a first visit: bytes, compressed with gzip, without the search index."""
NOT_OURS = ("assets/find/",)
"""The search index, which is loaded on demand."""
PICTURES = "worksheets/pictures/"
"""Pictures of sheets, which are loaded lazily."""


def heavy(kind: str, files: Collection[str], site: Path) -> Iterator[str]:
    """Budgets that the files exceed, which a page of this kind loaded."""
    if "assets/find/search.js" in files:
        yield "the search waits until it is wanted"
    files = {path for path in files if not path.startswith((*NOT_OURS, PICTURES))}
    scripts = sum(_brotli(site / path) for path in files if path.endswith(".js"))
    if scripts > MORE.get(kind, SCRIPTS):
        yield f"{scripts} bytes of scripts"
    weight = {path: _gzip(site / path) for path in sorted(files)}
    if sum(weight.values()) > FIRST_VISIT:
        yield f"{sum(weight.values())} bytes: {weight}"


def files_of(urls: Collection[str], base: str) -> set[str]:
    """Paths in the site of those URLs that begin with `base`, without query and fragment."""
    inside = (url.removeprefix(base).partition("#")[0] for url in urls if url.startswith(base))
    return {path.partition("?")[0] or "index.html" for path in inside}


@cache
def _brotli(file: Path) -> int:
    return len(brotli.compress(file.read_bytes()))


@cache
def _gzip(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))
