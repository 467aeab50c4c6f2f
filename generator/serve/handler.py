"""Answers a browser on this computer: files of the site, pages with the script that shows news."""

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

from generator.serve.live_reload import Live, Now

SCRIPTS = Path(__file__).parent.parent / "theme" / "serve"
PREFIX = "/~live/"
"""Below this stand the files that only this server has."""
_OWN = {"live.js": "text/javascript", "live.css": "text/css"}
_NAMES = ("127.0.0.1", "localhost", "[::1]")
_BEAT_SECONDS = 15.0
"""So often a silent stream says something, to notice that nobody listens."""
_SWAP_SECONDS = 1.0
"""A new site takes the place of the old one in far less."""


class Handler(SimpleHTTPRequestHandler):
    """Serves files, says nothing, and lets no browser keep an old one."""

    def __init__(self, *args: Any, site: Path, live: Live, **options: Any) -> None:
        self._site = site
        self._live = live
        super().__init__(*args, directory=str(site), **options)

    def do_GET(self) -> None:
        """A file, one of our own, or the stream of news."""
        if self._is_meant_for_us() and not self._has_own():
            super().do_GET()

    def do_HEAD(self) -> None:
        """The same without the content."""
        if self._is_meant_for_us():
            super().do_HEAD()

    def send_head(self) -> BytesIO | IO[bytes] | None:  # type: ignore[override]
        """Pages get the script; what is missing gets the site's own page that says so."""
        self._wait_for_site()
        now = self._live.now  # before the content, so that nobody keeps an older page for a newer
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
        page = path.read_bytes() if status is HTTPStatus.OK else from_the_top(path.read_bytes())
        return self._send_page(status, with_script(page, now))

    def _send_page(self, status: HTTPStatus, content: bytes) -> BytesIO:
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)

    def end_headers(self) -> None:
        """With every answer."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *ignored: object) -> None:
        """Nothing."""

    def _is_meant_for_us(self) -> bool:
        """Whether this server was named: a page of somebody else must not read unpublished words.

        Its name may be made to lead to this computer (DNS rebinding).
        """
        host = self.headers.get("Host", "").rsplit(":", 1)[0]
        if host not in _NAMES:
            self.send_error(HTTPStatus.FORBIDDEN, "This site is shown on this computer only.")
        return host in _NAMES

    def _has_own(self) -> bool:
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
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        known: Now | None = None
        with self._live.opened(page), suppress(ConnectionError):  # until the page is left
            while not self._live.is_over:
                now = self._live.wait(known, _BEAT_SECONDS)
                self.wfile.write(b":\n\n" if now is None else now.as_event(page))
                known = now or known

    def _wait_for_site(self) -> None:
        until = time.monotonic() + _SWAP_SECONDS
        while not self._site.is_dir() and time.monotonic() < until:
            time.sleep(0.005)


def page_at(address: str) -> str:
    """The path in the site of the page at an address that begins with a slash."""
    path = unquote(address).removeprefix("/")
    return f"{path}index.html" if path.endswith("/") or not path else path


def from_the_top(page: bytes) -> bytes:
    """A page whose addresses begin with the path of the site's own address, without that path.

    Only the page for what is missing has such addresses: it is shown at any depth.
    """
    path = re.search(rb'href="(/[^"]*/)assets/site\.css"', page)
    return page if path is None else page.replace(b'="' + path[1], b'="/')


def with_script(page: bytes, now: Now) -> bytes:
    """The page with our script and style sheet, if its policy lets it have any."""
    if b"script-src 'self'" not in page:
        return page
    tags = (
        f'<link rel="stylesheet" href="{PREFIX}live.css">'
        f'<script src="{PREFIX}live.js" data-site="{now.site}" defer></script>'
    )
    return page.replace(b"</head>", f"{tags}</head>".encode(), 1)
