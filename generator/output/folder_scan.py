"""What is in a folder now, found in one walk."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Listing:
    """Posix paths relative to the folder; links are listed and not followed."""

    files: frozenset[str]
    links: frozenset[str]
    folders: frozenset[str]


def list_folder(folder: Path) -> Listing:
    """Everything below `folder`; whatever is neither a folder nor a link counts as a file."""
    files: set[str] = set()
    links: set[str] = set()
    folders: set[str] = set()
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        with os.scandir(folder / inside) as entries:
            for entry in entries:
                path = f"{inside}/{entry.name}" if inside else entry.name
                if entry.is_symlink():
                    links.add(path)
                elif entry.is_dir(follow_symlinks=False):
                    folders.add(path)
                    waiting.append(path)
                else:
                    files.add(path)
    return Listing(frozenset(files), frozenset(links), frozenset(folders))
