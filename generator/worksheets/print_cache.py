"""The cache of prints: files named by what they were made from, so that they never go stale."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

PROGRAM = Path(__file__).parent
PARTS = (PROGRAM, PROGRAM.parent / "templates" / "worksheets", PROGRAM.parent / "theme" / "fonts")
LIBRARIES = ("typst", "pikepdf", "fonttools", "segno", "pillow")
FONT = "field font"
"""What the font of the fields is kept as: like a print, under a key of its own."""


@lru_cache(maxsize=1)
def toolchain() -> str:
    """A hash of all that makes prints besides their words: code, template, fonts, libraries."""
    total = sha256()
    for folder in PARTS:
        for file in sorted(folder.iterdir()):
            if file.is_file():
                total.update(file.name.encode() + sha256(file.read_bytes()).digest())
    for library in LIBRARIES:
        total.update(f"{library} {version(library)}\n".encode())
    return total.hexdigest()


def key_of(*parts: str) -> str:
    """The name under which what is made from these parts is kept."""
    total = sha256(toolchain().encode())
    for part in parts:
        total.update(f"\0{len(part)}\0".encode() + part.encode())
    return total.hexdigest()[:32]


def replace(file: Path, content: bytes) -> None:
    """Write a file of the cache whole or not at all; its folder is made if it is missing."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    part.write_bytes(content)
    os.replace(part, file)


def kept(cache: Path) -> dict[str, Path]:
    """Every file of the cache by its name: `<key>-<pages>.pdf`, `<key>-<page>.png`, `<key>.zip`."""
    if not cache.is_dir():
        return {}
    return {file.name: file for file in cache.iterdir() if not file.name.startswith(".")}


def prune(cache: Path, used: Iterable[str]) -> int:
    """Remove every print whose key is not among those `used`; says how many went."""
    wanted = {*used, key_of(FONT)}
    gone = [file for file in kept(cache).values() if file.stem.partition("-")[0] not in wanted]
    for file in gone:
        file.unlink()
    return len(gone)
