"""Development server on the loopback address, with a debounced rebuild in a thread."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable
from functools import partial
from http.server import ThreadingHTTPServer

from generator.gc_tuning import collection_afterwards
from generator.places import Places
from generator.problems import EnvironmentProblem
from generator.serve.handler import Handler
from generator.serve.live_reload import Rebuilt, ServerState
from generator.watch import watching

SETTLE_SECONDS = 0.05
"""Debounce interval: editors save in several steps; a build begins this long after the last."""
OURS = (
    "The program made a mistake of its own, which the terminal shows. "
    "The last good site is still there; save again to try once more."
)


def serve_site(
    places: Places,
    *,
    port: int,
    rebuild: Callable[[ServerState], Rebuilt],
    poll: bool = False,
    polls: Callable[[], None] = lambda: None,
    started: Callable[[str], None] = lambda url: None,
) -> None:
    """Serve until SIGINT or SIGTERM; to be called in the main thread. Port 0 picks a free one.

    `rebuild` is called at once and after every saved change, in another thread; it may show
    previews. With `poll` folders are polled once a second; `polls` is called if that is done
    without being requested. `started` is called with the URL. Raises EnvironmentProblem if the
    port cannot be used.
    """
    changed, stopped = threading.Event(), threading.Event()
    changed.set()
    live = ServerState()
    try:
        handler = partial(Handler, site=places.site.resolve(), live=live)
        server = Server(("127.0.0.1", port), handler)
    except OSError as error:
        raise EnvironmentProblem(
            f"Port {port} cannot be used ({error.strerror}); try another with --port."
        ) from None
    builder = threading.Thread(
        target=rebuild_when, args=(changed, stopped, rebuild, live), daemon=True
    )
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with watching(places, changed, poll=poll) as is_polling:
            if is_polling and not poll:
                polls()
            builder.start()
            started(f"http://127.0.0.1:{server.server_port}/")
            server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        signal.signal(signal.SIGTERM, before)
        stopped.set()
        changed.set()
        live.end()
        server.server_close()
        # Let a running build finish: it holds the lock, and publishes all or nothing.
        if builder.is_alive():
            builder.join()


class Server(ThreadingHTTPServer):
    """A threading server that does not report connections closed by the browser."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Print a traceback for anything but a ConnectionError, as it is a bug."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def rebuild_when(
    changed: threading.Event,
    stopped: threading.Event,
    rebuild: Callable[[ServerState], Rebuilt],
    live: ServerState,
) -> None:
    """Thread loop: rebuild, debounced, whenever `changed` is set, until `stopped` is."""
    while True:
        changed.wait()
        while changed.is_set() and not stopped.is_set():
            changed.clear()
            stopped.wait(SETTLE_SECONDS)
        if stopped.is_set():
            return
        with collection_afterwards():
            live.building()
            live.built(_ended(rebuild, live))


def _ended(rebuild: Callable[[ServerState], Rebuilt], live: ServerState) -> Rebuilt:
    """The result of a rebuild; a bug prints its traceback and fails that build alone."""
    try:
        return rebuild(live)
    except Exception as error:
        sys.excepthook(type(error), error, error.__traceback__)
        return Rebuilt(mistakes=OURS)
