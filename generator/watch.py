"""File watcher (watchdog): sets an event when an input of the site is saved; polls where needed.

Programs save in different ways: in place, or by renaming a temporary file. Of a rename both paths
count. Folders that send no events (network drives, folders shared with a virtual machine) are
polled once a second instead.
"""

from __future__ import annotations

import os
import threading
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserverVFS

from generator.content.layers.names import MADE
from generator.content.reading.strays import is_stray
from generator.places import Places

POLL_SECONDS = 1.0
"""Polling interval."""
SILENT = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "drvfs", "vboxsf", "vmhgfs", "virtiofs", "afs"}
    | {"fuse.sshfs", "fuse.vmhgfs-fuse", "fuse.rclone", "fuse.s3fs", "fuse.davfs", "davfs"}
)
"""File system types of /proc/mounts that send no inotify event for changes made elsewhere."""
_PARTS = ("templates", "theme", "locales")
_CHANGES: list[type[FileSystemEvent]] = [
    FileCreatedEvent, FileModifiedEvent, FileClosedEvent, FileDeletedEvent, FileMovedEvent,
    DirCreatedEvent, DirDeletedEvent, DirMovedEvent,
]  # fmt: skip
"""Events that are subscribed to. Not those of opening and reading: a build reads every file, and
would trigger itself."""


@contextmanager
def watching(places: Places, changed: threading.Event, *, poll: bool = False) -> Iterator[bool]:
    """Set `changed` after every change of content, words or theme; yields whether it polls.

    It polls if `poll` is set, if a folder is on a file system that sends no events, or if the
    limit of inotify watches is reached.
    """
    folders = _folders(places)
    watcher = Watcher(places, folders, changed)
    observer = _started(folders, watcher, poll=poll or any(map(is_silent, folders)))
    try:
        yield isinstance(observer, PollingObserverVFS)
    finally:
        observer.stop()
        observer.join()


def is_silent(folder: Path, mounts: Path = Path("/proc/mounts")) -> bool:
    """Whether the folder is on a file system of `SILENT`; False where `mounts` cannot be read."""
    try:
        lines = mounts.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return False
    resolved = folder.resolve()
    innermost: tuple[int, str] = (0, "")
    for line in lines:
        _, place, kind, *_ = (*line.split(" "), "", "", "")
        mount_point = Path(place.replace("\\040", " "))
        if resolved.is_relative_to(mount_point):
            innermost = max(innermost, (len(mount_point.parts), kind))
    return innermost[1] in SILENT


class Watcher(FileSystemEventHandler):
    """Event handler that sets `changed`, but not for files that are generated or never read."""

    def __init__(self, places: Places, folders: tuple[Path, ...], changed: threading.Event) -> None:
        self._changed = changed
        self._folders = folders
        beside = places.site.resolve().parent
        self._made = (
            places.work.resolve().parent,
            *(beside / name for name in MADE | {places.site.name}),
        )

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Handle one of `_CHANGES`; of a rename both paths count."""
        paths = (Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path)
        if any(self._is_read(path) for path in paths):
            self._changed.set()

    def skips(self, folder: Path) -> bool:
        """Whether nothing in this folder is an input."""
        return any(folder.is_relative_to(made) for made in self._made)

    def _is_read(self, path: Path) -> bool:
        below = next((f for f in self._folders if path.is_relative_to(f)), path.parent)
        return not (self.skips(path) or any(map(is_stray, path.relative_to(below).parts)))


def _folders(places: Places) -> tuple[Path, ...]:
    program = Path(__file__).parent
    own = () if places.own is None else (places.own,)
    folders = (places.content, *own, *(program / name for name in _PARTS))
    return tuple(folder.resolve() for folder in folders)


def _started(folders: Iterable[Path], watcher: Watcher, *, poll: bool) -> BaseObserver:
    # watchdog can get two events for nested folders created at once, and then warns: a line that
    # means nothing to an author; where warnings are errors its thread would end.
    warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
    observer = _polling(watcher) if poll else Observer()
    for folder in folders:
        observer.schedule(watcher, str(folder), recursive=True, event_filter=_CHANGES)
    try:
        observer.start()
    except OSError:
        if poll:
            raise
        # The limit of inotify watches is reached, which is no reason not to serve.
        return _started(folders, watcher, poll=True)
    return observer


def _polling(watcher: Watcher) -> BaseObserver:
    def entries(folder: str | None) -> Iterator[os.DirEntry[str]]:
        inside = Path(folder or ".")
        return iter([]) if watcher.skips(inside) else os.scandir(inside)

    # Symbolic links are not followed, as they may form a cycle.
    return PollingObserverVFS(stat=os.lstat, listdir=entries, polling_interval=POLL_SECONDS)
