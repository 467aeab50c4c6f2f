"""Server whose pages report their errors to it, for browsers whose drivers do not (WebDriver).

It serves a site at the URL that the site was built for: the origin in pages, policies and headers
is replaced by its own. Every page gets a script before all others, which reports errors, violations
of the CSP and requests to other hosts; a sandboxed frame can report too.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import urlsplit

from tests.servers import header_rules

BUILT_FOR = "https://example.org/writing/"
OUTSIDE = "https://www.weather.gov/"
"""Default target of the quick exit; replaced by a page of the site that tests may open."""
WATCH = Path(__file__).parents[2] / "tools/engines/watch.js"


@dataclass
class Watched:
    """Sites that are served, and the reports of their pages."""

    sites: Mapping[str, Path]
    """Base path of each site, such as /writing/ → its folder."""
    origin: str = ""
    trouble: list[str] = field(default_factory=list)
    """Reports since the last request of /trouble."""

    def answer(self, path: str) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and content for a URL path."""
        if path == "/watch.js":
            return 200, {"Content-Type": "text/javascript"}, WATCH.read_bytes()
        if path == "/trouble":
            reports, self.trouble[:] = list(self.trouble), []
            return 200, {"Content-Type": "application/json"}, json.dumps(reports).encode()
        for prefix, folder in self.sites.items():
            inside = path.removeprefix(prefix) or "index.html"
            file = folder / inside
            if path.startswith(prefix) and file.is_file() and folder in file.resolve().parents:
                return 200, self._headers(folder, inside, prefix), self._content(file, prefix)
        return 404, {"Content-Type": "text/plain"}, b"nothing here"

    def _content(self, file: Path, prefix: str) -> bytes:
        content = file.read_bytes()
        if file.suffix != ".html":
            return content
        text = self._at_home(content.decode("utf-8"), prefix)
        return text.replace("<title>", '<script src="/watch.js"></script><title>', 1).encode()

    def _headers(self, folder: Path, inside: str, prefix: str) -> dict[str, str]:
        kind = guess_type(inside)[0] or "application/octet-stream"
        headers = {"Content-Type": kind + ("; charset=utf-8" if kind.startswith("text/") else "")}
        rules = folder / "_headers"
        if rules.is_file():
            for pattern, name, value in header_rules(rules.read_text("utf-8")):
                if pattern in ("/*", f"/{inside}") or (
                    pattern.endswith("*") and f"/{inside}".startswith(pattern[:-1])
                ):
                    both = f"{headers[name]}, {value}" if name in headers else value
                    headers[name] = self._at_home(both, prefix)
        return headers

    def _at_home(self, text: str, prefix: str) -> str:
        """The text with this server's URLs for those that the site was built for."""
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(BUILT_FOR))
        home = f"{self.origin}{prefix}"
        text = text.replace(BUILT_FOR, home).replace(origin, self.origin)
        return text.replace(OUTSIDE, f"{home}crisis.html")


@contextmanager
def watched(sites: Mapping[str, Path]) -> Iterator[Watched]:
    """Serve sites, by base path, on a free port during the block."""
    here = Watched(sites)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            status, headers, content = here.answer(urlsplit(self.path).path)
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(content))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def do_POST(self) -> None:
            here.trouble.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
            self.send_response(204)
            self.end_headers()

        def handle(self) -> None:
            with suppress(ConnectionError):  # a browser may leave before it has all
                super().handle()

        def log_message(self, *ignored: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    here.origin = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield here
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
