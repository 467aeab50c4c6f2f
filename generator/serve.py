"""Serve: the site on this computer, built again when something that it is made of is saved."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator.output.manifest import MANIFEST, read_manifest
from generator.places import Places
from generator.problems import EnvironmentProblem

SETTLE_SECONDS = 0.25
"""Editors save in several steps; this long after the last one the build begins."""


def serve_site(places: Places, *, port: int, rebuild: Callable[[], None]) -> None:
    """Serve until interrupted; call `rebuild` after every change of content, words or theme."""
    changed = threading.Event()
    stopped = threading.Event()
    observer = Observer()
    watcher = _Watcher(places, changed)
    program = Path(__file__).parent
    own = () if places.own is None else (places.own.resolve(),)
    for folder in (places.content, places.handwritten, *own, *(program / n for n in _PARTS)):
        observer.schedule(watcher, str(folder), recursive=True)
    handler = partial(_QuietHandler, directory=str(places.site))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        raise EnvironmentProblem(
            f"Port {port} cannot be used ({error.strerror}); try another with --port."
        ) from None
    builder = threading.Thread(target=_rebuild_when, args=(changed, stopped, rebuild), daemon=True)
    observer.start()
    builder.start()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        stopped.set()
        changed.set()
        observer.stop()
        server.server_close()
        # A build that has begun is let finish: it holds the lock, and publishes whole or not.
        builder.join()
        observer.join()


_PARTS = ("templates", "theme", "locales")


class _Watcher(FileSystemEventHandler):
    """Notes that something was saved, unless we wrote it ourselves."""

    def __init__(self, places: Places, changed: threading.Event) -> None:
        self._places = places
        self._changed = changed
        site = places.site.resolve()
        self._made = (
            places.work.resolve().parent,
            *(site.with_name(f"{site.name}{suffix}") for suffix in ("", ".previous", ".discarded")),
        )

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("opened", "closed_no_write") or event.is_directory:
            return
        path = Path(str(event.src_path))
        if path.name == MANIFEST or path.name.startswith(".") or path.suffix in (".tmp", ".swp"):
            return
        if any(path.is_relative_to(folder) for folder in self._made):
            return
        if path.is_relative_to(self._places.handwritten):
            generated = read_manifest(self._places.handwritten)
            relative = path.relative_to(self._places.handwritten).as_posix()
            if relative in generated.files or relative in generated.pending:
                return
        self._changed.set()


class _QuietHandler(SimpleHTTPRequestHandler):
    """Serves files, says nothing, and lets no browser keep an old one."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *ignored: object) -> None: ...


def _rebuild_when(
    changed: threading.Event, stopped: threading.Event, rebuild: Callable[[], None]
) -> None:
    while True:
        changed.wait()
        while changed.is_set() and not stopped.is_set():
            changed.clear()
            stopped.wait(SETTLE_SECONDS)
        if stopped.is_set():
            return
        rebuild()
