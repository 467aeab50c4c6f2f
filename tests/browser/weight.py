"""What a page costs somebody with a slow phone: our own scripts, and all of a first visit."""

from __future__ import annotations

import gzip
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

import brotli

SCRIPTS = 12_000
"""Bytes of our own JavaScript that a page may load, compressed with Brotli."""
MORE = {"packing": 15_000}
"""Where it is more: the page on which packets are put together has the whole finder in it."""
FIRST_VISIT = 70_000
"""Bytes that a first page may cost, compressed with gzip, without what is looked up in."""
NOT_OURS = ("assets/find/",)
"""What prompts are looked up in."""
PICTURES = "worksheets/pictures/"
"""Where sheets are shown: each comes when somebody scrolls to it."""


def heavy(kind: str, files: Collection[str], site: Path) -> Iterator[str]:
    """What of these files, which a page of this kind loaded, is more than it should be."""
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
    """The files of the site behind some addresses."""
    inside = (url.removeprefix(base).partition("#")[0] for url in urls if url.startswith(base))
    return {path.partition("?")[0] or "index.html" for path in inside}


@cache
def _brotli(file: Path) -> int:
    return len(brotli.compress(file.read_bytes()))


@cache
def _gzip(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))
