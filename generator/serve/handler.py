"""HTTP request handler of the development server: files, previews, live reload and its events."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from io import BytesIO
from pathlib import Path
from typing import IO, Any
from urllib.parse import unquote

from generator.serve.live_reload import ServerState, StateSnapshot

SCRIPTS = Path(__file__).parent.parent / "theme" / "serve"
PREFIX = "/~live/"
"""URL prefix of what only this server has: its own files and the event stream."""
_OWN = {"live.js": "text/javascript", "live.css": "text/css"}
_NAMES = ("127.0.0.1", "localhost", "[::1]")
_BEAT_SECONDS = 15.0
"""Interval of heartbeat comments in a silent event stream, to notice a closed connection."""
_SWAP_SECONDS = 1.0
"""Timeout while the site folder is being swapped, which takes far less."""


class Handler(SimpleHTTPRequestHandler):
    """Serves the site with `Cache-Control: no-store` and without a log; pages get the script."""

    def __init__(self, *args: Any, site: Path, live: ServerState, **options: Any) -> None:
        self._site = site
        self._live = live
        super().__init__(*args, directory=str(site), **options)

    def do_GET(self) -> None:
        """A file of the site, one of this server's own, or the event stream."""
        if self._is_meant_for_us() and not self._has_own():
            super().do_GET()

    def do_HEAD(self) -> None:
        """Headers of a file of the site."""
        if self._is_meant_for_us():
            super().do_HEAD()

    def send_head(self) -> BytesIO | IO[bytes] | None:  # type: ignore[override]
        """Send headers and give the body: pages with the script, 404.html for a missing file."""
        self._wait_for_site()
        now = self._live.now  # read before the content, so that no old page claims a newer version
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.split("?")[0].endswith("/"):
            path /= "index.html"
        preview = self._live.previews.get(path.relative_to(self._site).as_posix())
        if preview is not None:
            return self._send_page(HTTPStatus.OK, with_script(preview, now))
        status = HTTPStatus.OK
        if not path.exists():
            path, status = self._site / "404.html", HTTPStatus.NOT_FOUND
        if path.suffix != ".html" or not path.is_file():
            return super().send_head()
        page = path.read_bytes() if status is HTTPStatus.OK else with_root_urls(path.read_bytes())
        return self._send_page(status, with_script(page, now))

    def _send_page(self, status: HTTPStatus, content: bytes) -> BytesIO:
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)

    def end_headers(self) -> None:
        """Add `Cache-Control: no-store` to every response."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *ignored: object) -> None:
        """Log nothing."""

    def _is_meant_for_us(self) -> bool:
        """Whether the Host header names the loopback; otherwise sends status 403.

        Against DNS rebinding: another site's page must not read unpublished words by a name of its
        own that resolves to this computer.
        """
        host = self.headers.get("Host", "").rsplit(":", 1)[0]
        if host not in _NAMES:
            self.send_error(HTTPStatus.FORBIDDEN, "This site is shown on this computer only.")
        return host in _NAMES

    def _has_own(self) -> bool:
        """Answer a request below PREFIX; False for any other path."""
        if not self.path.startswith(PREFIX):
            return False
        name, _, page = self.path.removeprefix(PREFIX).partition("?page=")
        if name == "events":
            self._stream(page_at(page))
        elif name in _OWN:
            content = (SCRIPTS / name).read_bytes()
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", _OWN[name])
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)
        else:
            self.send_error(HTTPStatus.NOT_FOUND)
        return True

    def _stream(self, page: str) -> None:
        """Server-sent events for a page, until it is closed or the server ends."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        known: StateSnapshot | None = None
        with self._live.opened(page), suppress(ConnectionError):  # raised when the page is closed
            while not self._live.is_over:
                now = self._live.wait(known, _BEAT_SECONDS)
                self.wfile.write(b":\n\n" if now is None else now.as_event(page))
                known = now or known

    def _wait_for_site(self) -> None:
        until = time.monotonic() + _SWAP_SECONDS
        while not self._site.is_dir() and time.monotonic() < until:
            time.sleep(0.005)


def page_at(address: str) -> str:
    """The path in the site of the page at a URL path, percent-decoded, with its index.html."""
    path = unquote(address).removeprefix("/")
    return f"{path}index.html" if path.endswith("/") or not path else path


def with_root_urls(page: bytes) -> bytes:
    """The page with URLs from the root of this server instead of from the site's base path.

    Only 404.html has root-relative URLs: it is served at any depth.
    """
    path = re.search(rb'href="(/[^"]*/)assets/site\.css"', page)
    return page if path is None else page.replace(b'="' + path[1], b'="/')


def with_script(page: bytes, now: StateSnapshot) -> bytes:
    """The page with live reload script and style sheet in its head, if its CSP allows scripts."""
    if b"script-src 'self'" not in page:
        return page
    tags = (
        f'<link rel="stylesheet" href="{PREFIX}live.css">'
        f'<script src="{PREFIX}live.js" data-site="{now.site}" defer></script>'
    )
    return page.replace(b"</head>", f"{tags}</head>".encode(), 1)
