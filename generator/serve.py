"""Serve: the site on this computer, built again when something that it is made of is saved."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

from generator.places import Places
from generator.problems import EnvironmentProblem
from generator.watch import watching

SETTLE_SECONDS = 0.25
"""Editors save in several steps; this long after the last one the build begins."""


def serve_site(
    places: Places,
    *,
    port: int,
    rebuild: Callable[[], None],
    poll: bool = False,
    polls: Callable[[], None] = lambda: None,
) -> None:
    """Serve until interrupted; call `rebuild` after every change of content, words or theme.

    With `poll` folders are looked through once a second; `polls` is called if that is done without
    being asked for.
    """
    changed = threading.Event()
    stopped = threading.Event()
    handler = partial(_QuietHandler, directory=str(places.site))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        raise EnvironmentProblem(
            f"Port {port} cannot be used ({error.strerror}); try another with --port."
        ) from None
    builder = threading.Thread(target=_rebuild_when, args=(changed, stopped, rebuild), daemon=True)
    try:
        with watching(places, changed, poll=poll) as is_polling:
            if is_polling and not poll:
                polls()
            builder.start()
            server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        stopped.set()
        changed.set()
        server.server_close()
        # A build that has begun is let finish: it holds the lock, and publishes whole or not.
        if builder.is_alive():
            builder.join()


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
