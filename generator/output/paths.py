"""Check of paths to be written: plain, relative, and distinct where case is not significant."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from generator.output.errors import UnsafePath


def check_paths(paths: Iterable[str]) -> None:
    """Refuse paths that are not plain, or that collide where case is not significant.

    Raises UnsafePath for the first path, in sorted order, that is absolute, has an empty, `.` or
    `..` part, a backslash, a colon or a control character, that differs from another only in case
    or Unicode form (which Windows and macOS ignore), or that is both a file and a folder.
    """
    spellings: dict[str, str] = {}
    files = sorted(paths)
    check_plain(files)
    folders = parents(files)
    for path in (*sorted(folders), *files):
        if path in folders and spellings.get(folded(path)) == path:
            raise UnsafePath(f"“{path}” is both a file and a folder")
        other = spellings.setdefault(folded(path), path)
        if other != path:
            raise UnsafePath(f"“{other}” and “{path}” are one where case does not count")


def check_plain(paths: Iterable[str]) -> None:
    """Raise UnsafePath for the first that is absolute, not printable, or has `..`, `\\` or `:`."""
    for path in paths:
        if "\\" in path or ":" in path or not path.isprintable():
            raise UnsafePath(f"{path!r} has a character that a path must not have")
        if any(part in ("", ".", "..") for part in path.split("/")):
            raise UnsafePath(f"{path!r} is not a plain relative path")


def parents(paths: Iterable[str]) -> set[str]:
    """Every ancestor folder of the paths, without the root."""
    folders: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return folders


def folded(path: str) -> str:
    """The path case-folded and in NFC: equal for paths that Windows or macOS take for one."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
