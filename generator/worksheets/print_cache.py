"""Content-addressed cache of prints: file names are a SHA-256 of all inputs and the toolchain.

So there is no invalidation: a changed input has another name, and unused files are pruned.
"""

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
"""Key part of the cached form field font."""


@lru_cache(maxsize=1)
def toolchain() -> str:
    """Hexadecimal SHA-256 of all that makes prints but their texts.

    That is the files of this package, the templates and the fonts, and the versions of libraries.
    """
    total = sha256()
    for folder in PARTS:
        for file in sorted(folder.iterdir()):
            if file.is_file():
                total.update(file.name.encode() + sha256(file.read_bytes()).digest())
    for library in LIBRARIES:
        total.update(f"{library} {version(library)}\n".encode())
    return total.hexdigest()


def key_of(*parts: str) -> str:
    """Cache key of what is made from these parts: 32 hex digits (128 bits) of a SHA-256.

    Parts are length-prefixed, so that no two lists of parts are hashed alike.
    """
    total = sha256(toolchain().encode())
    for part in parts:
        total.update(f"\0{len(part)}\0".encode() + part.encode())
    return total.hexdigest()[:32]


def replace(file: Path, content: bytes) -> None:
    """Writes a file atomically (temporary file and rename); creates its folder if missing."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    part.write_bytes(content)
    os.replace(part, file)


def cached_files(cache: Path) -> dict[str, Path]:
    """Files of the cache by name: `<key>-<pages>.pdf`, `<key>-<page>.png`, `<key>.zip`.

    Without temporary files; empty if there is no such folder.
    """
    if not cache.is_dir():
        return {}
    return {file.name: file for file in cache.iterdir() if not file.name.startswith(".")}


def prune(cache: Path, used: Iterable[str]) -> int:
    """Deletes every file whose key is not in `used`, but for the font; number of files deleted."""
    wanted = {*used, key_of(FONT)}
    files = cached_files(cache).values()
    unused = [file for file in files if file.stem.partition("-")[0] not in wanted]
    for file in unused:
        file.unlink()
    return len(unused)
