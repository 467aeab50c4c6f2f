"""Recursive listing of a folder by `os.scandir`: files, symbolic links and folders."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Listing:
    """POSIX paths relative to the folder; symbolic links are listed and not followed."""

    files: frozenset[str]
    links: frozenset[str]
    folders: frozenset[str]


def list_folder(folder: Path) -> Listing:
    """Everything below `folder`; what is neither folder nor link counts as a file.

    Raises OSError, also for a folder that is not there.
    """
    files: set[str] = set()
    links: set[str] = set()
    folders: set[str] = set()
    pending = [""]
    while pending:
        inside = pending.pop()
        with os.scandir(folder / inside) as entries:
            for entry in entries:
                path = f"{inside}/{entry.name}" if inside else entry.name
                if entry.is_symlink():
                    links.add(path)
                elif entry.is_dir(follow_symlinks=False):
                    folders.add(path)
                    pending.append(path)
                else:
                    files.add(path)
    return Listing(frozenset(files), frozenset(links), frozenset(folders))
