"""Static file server fixture that sends the response headers of a site's `_headers` file."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pytest

HeaderRules = tuple[tuple[str, str, str], ...]
"""(path pattern, header name, header value), as in a `_headers` file."""


def header_rules(text: str) -> HeaderRules:
    """Parse a `_headers` file; all rules that match a path apply."""
    rules, pattern = [], ""
    for line in text.splitlines():
        if line.startswith(" "):
            rules.append((pattern, *line.strip().split(": ", 1)))
        else:
            pattern = line
    return tuple(rules)


def matches(pattern: str, path: str) -> bool:
    """Whether a rule applies to a path, as Netlify and Cloudflare match it.

    `*` is any number of characters, `:name` one segment.
    """
    expression = re.sub(r":[a-z]+", "[^/]+", re.escape(pattern).replace(r"\*", ".*"))
    return re.fullmatch(expression, path) is not None


class _Handler(SimpleHTTPRequestHandler):
    """Serves a site below the path `prefix`, with the headers of `rules`.

    With `short`, URLs without extension: redirects from `.html` (308), as Cloudflare Pages does.
    """

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else each answer waits 40 ms

    def __init__(
        self, *args: object, prefix: str, rules: HeaderRules, short: bool, **options: object
    ):
        self._prefix, self._rules, self._short = prefix, rules, short
        super().__init__(*args, **options)  # type: ignore[arg-type]

    def send_head(self) -> BytesIO | BinaryIO | None:
        if self._short and self.path.endswith(".html"):
            self.send_response(308)
            self.send_header("Location", self.path.removesuffix(".html").removesuffix("index"))
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        return super().send_head()

    def translate_path(self, path: str) -> str:
        if not path.startswith(self._prefix):
            return os.devnull + "/nothing"
        file = super().translate_path(f"/{path.removeprefix(self._prefix)}")
        page = f"{file}.html"
        return page if self._short and not os.path.exists(file) and os.path.exists(page) else file

    def send_error(self, code: int, *args: str | None) -> None:
        if not self._short or code != 404:
            super().send_error(code, *args)
            return
        page = Path(str(self.directory), "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def end_headers(self) -> None:
        path = f"/{self.path.partition('?')[0].removeprefix(self._prefix)}"
        for pattern, name, value in self._rules:
            if matches(pattern, path):
                self.send_header(name, value)
        super().end_headers()

    def handle(self) -> None:
        with suppress(ConnectionError):  # a browser may leave before it has all
            super().handle()

    def log_message(self, *ignored: object) -> None: ...


@contextmanager
def _served(site: Path, prefix: str, *, with_headers: bool, short: bool) -> Iterator[str]:
    rules = header_rules((site / "_headers").read_text("utf-8")) if with_headers else ()
    handler = partial(_Handler, directory=str(site), prefix=prefix, rules=rules, short=short)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., str]]:
    """Factory of servers that run until the session ends: `serve(folder, prefix)` gives the URL."""
    with ExitStack() as running:

        def start(
            site: Path, prefix: str = "/", *, with_headers: bool = True, short: bool = False
        ) -> str:
            server = _served(site, prefix, with_headers=with_headers, short=short)
            return running.enter_context(server)

        yield start
