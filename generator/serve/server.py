"""Serve: the site on this computer, built again when something that it is made of is saved."""

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
from generator.serve.live_reload import Live, Rebuilt
from generator.watch import watching

SETTLE_SECONDS = 0.05
"""Editors save in several steps; this long after the last one the build begins."""
OURS = (
    "The program made a mistake of its own, which the terminal shows. "
    "The last good site is still there; save again to try once more."
)


def serve_site(
    places: Places,
    *,
    port: int,
    rebuild: Callable[[Live], Rebuilt],
    poll: bool = False,
    polls: Callable[[], None] = lambda: None,
    started: Callable[[str], None] = lambda url: None,
) -> None:
    """Serve until interrupted or told to end (SIGTERM); to be called in the main thread.

    `rebuild` is called at once, and after every change that is saved; it may show pages before
    the site that they belong to stands.

    With `poll` folders are looked through once a second; `polls` is called if that is done without
    being asked for. `started` is told the address.
    """
    changed, stopped = threading.Event(), threading.Event()
    changed.set()
    live = Live()
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
        # A build that has begun is let finish: it holds the lock, and publishes whole or not.
        if builder.is_alive():
            builder.join()


class Server(ThreadingHTTPServer):
    """A server that says nothing of a page that was left before all of it had come."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Of everything else it does, as it is a mistake of ours."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def rebuild_when(
    changed: threading.Event,
    stopped: threading.Event,
    rebuild: Callable[[Live], Rebuilt],
    live: Live,
) -> None:
    """Build whenever `changed` is set, until `stopped` is; for a thread of its own."""
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


def _ended(rebuild: Callable[[Live], Rebuilt], live: Live) -> Rebuilt:
    """How a build ended; a mistake of the program itself ends that build alone."""
    try:
        return rebuild(live)
    except Exception as error:
        sys.excepthook(type(error), error, error.__traceback__)  # all of it, for whoever mends it
        return Rebuilt(mistakes=OURS)
