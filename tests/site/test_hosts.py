"""What hosts send with each part of the site: their own files make real servers do it."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from generator.site_zip import NGINX as NGINX_OF_CONTAINER
from tests.servers import header_rules, matches

pytestmark = pytest.mark.site

PARTS = {
    "prompts/index.html": "a page",
    "index.html": "the first page",
    "embed/crisis.html": "a card",
    "oembed/crisis.json": "what is said of a card",
    "assets/site.css": "an asset",
    "no-such-page.html": "a page that is not there",
}
NGINX = """daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes 1;
{user}
events {{}}
http {{
  access_log off; include /etc/nginx/mime.types;
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  server {{
    listen 127.0.0.1:{port};
    error_page 404 /clinic/a/404.html;
    location /clinic/a/ {{ alias {site}/; include {site}/nginx-headers.conf; }}
  }}
}}
"""
APACHE = """ServerName localhost
Listen 127.0.0.1:{port}
PidFile {folder}/apache.pid
ErrorLog {folder}/error.log
LoadModule mpm_event_module {modules}/mod_mpm_event.so
LoadModule authz_core_module {modules}/mod_authz_core.so
LoadModule alias_module {modules}/mod_alias.so
LoadModule mime_module {modules}/mod_mime.so
LoadModule dir_module {modules}/mod_dir.so
LoadModule headers_module {modules}/mod_headers.so
{user}
TypesConfig /etc/mime.types
Alias /clinic/a {site}
<Directory {site}>
  AllowOverride All
  Require all granted
</Directory>
"""

SBIN = f"/usr/sbin:/usr/local/sbin:{os.environ['PATH']}"
"""Where servers live, which is not where everybody looks."""

Get = Callable[[str], tuple[int, dict[str, list[str]]]]


@pytest.fixture(scope="module", params=["nginx", "apache"])
def get(request, site, tmp_path_factory) -> Iterator[Get]:
    """Asks a real server for a part of the site: its status and headers."""
    folder = tmp_path_factory.mktemp(request.param)
    public = folder / "site"
    shutil.copytree(site, public)
    for path in (folder, *folder.parents, public):
        with suppress(PermissionError):
            path.chmod(path.stat().st_mode | 0o055)
    start = {"nginx": _nginx, "apache": _apache}[request.param]
    with start(folder, public) as port:
        yield lambda path: _ask(port, f"/clinic/a/{path}")


@contextmanager
def _nginx(folder: Path, site: Path) -> Iterator[int]:
    port = _free_port()
    user = "user root;" if os.geteuid() == 0 else ""
    config = folder / "nginx.conf"
    config.write_text(NGINX.format(folder=folder, port=port, site=site, user=user))
    with _running(["nginx", "-c", str(config)], port, folder):
        yield port


@contextmanager
def _container(folder: Path, site: Path) -> Iterator[int]:
    """The configuration of the container, with the folder and the port that a test can have."""
    port = _free_port()
    inside = NGINX_OF_CONTAINER.replace("/usr/share/nginx/html", str(site))
    (folder / "site.conf").write_text(inside.replace("listen 8080", f"listen 127.0.0.1:{port}"))
    user = "user root;" if os.geteuid() == 0 else ""
    frame, _, _ = NGINX.partition("  server {{")
    config = folder / "nginx.conf"
    config.write_text(
        f"{frame.format(folder=folder, user=user)}  include {folder}/site.conf;\n}}\n"
    )
    with _running(["nginx", "-c", str(config)], port, folder):
        yield port


@contextmanager
def _apache(folder: Path, site: Path) -> Iterator[int]:
    port = _free_port()
    program = next((n for n in ("apache2", "httpd") if shutil.which(n, path=SBIN)), "apache2")
    modules = next(
        (p for p in ("/usr/lib/apache2/modules", "/usr/lib64/httpd/modules") if Path(p).is_dir()),
        "modules",
    )
    user = "User www-data\nGroup www-data" if os.geteuid() == 0 else ""
    config = folder / "apache.conf"
    config.write_text(
        APACHE.format(folder=folder, port=port, site=site, modules=modules, user=user)
    )
    with _running([program, "-DFOREGROUND", "-f", str(config)], port, folder):
        yield port


@contextmanager
def _running(command: list[str], port: int, folder: Path) -> Iterator[None]:
    if shutil.which(command[0], path=SBIN) is None:
        pytest.skip(f"{command[0]} is not here: make test sets it up")
    server = subprocess.Popen(
        command, env=os.environ | {"PATH": SBIN}, stderr=subprocess.PIPE, text=True
    )
    try:
        for _ in range(200):
            assert server.poll() is None, server.stderr.read() if server.stderr else ""
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.2):
                break
            time.sleep(0.05)
        yield
    finally:
        server.terminate()
        server.wait(10)
        if server.stderr:
            server.stderr.close()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _ask(port: int, path: str) -> tuple[int, dict[str, list[str]]]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    found: dict[str, list[str]] = {}
    for name, value in answer.getheaders():
        found.setdefault(name.lower(), []).append(value)
    connection.close()
    return answer.status, found


def test_container_sends_the_headers(site, tmp_path):
    """The server in the container shows the site at its top, with the same headers."""
    with _container(tmp_path, site) as port:
        status, headers = _ask(port, "/index.html")
        assert status == 200
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" not in str(_ask(port, "/embed/crisis.html")[1])
        assert _ask(port, "/no-such-page.html")[0] == 404


@pytest.mark.parametrize("path", PARTS, ids=PARTS.get)
def test_real_servers_send_the_headers(get: Get, path: str) -> None:
    """nginx and Apache, set up with the site's own files, send what each part needs."""
    status, headers = get(path)
    assert status == (404 if path == "no-such-page.html" else 200)
    policy = "; ".join(headers["content-security-policy"])
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert ("frame-ancestors 'none'" in policy) == (not path.startswith("embed/"))
    assert ("style-src 'self' https://example.org;" in policy) == path.startswith("embed/")
    assert headers["referrer-policy"] == ["no-referrer"]
    assert headers["x-content-type-options"] == ["nosniff"]
    assert "geolocation=()" in headers["permissions-policy"][0]
    may_read = headers.get("access-control-allow-origin")
    assert may_read == (["*"] if path.startswith("oembed/") else None)


def test_all_forms_say_the_same(site):
    """The file for Netlify and Cloudflare asks for the same headers, part by part."""
    rules = header_rules((site / "_headers").read_text("utf-8"))
    assert len({pattern for pattern, _, _ in rules}) <= 100  # what Cloudflare reads
    assert all(len(f"{name}: {value}") < 2000 for _, name, value in rules)
    banned = [p for p, _, value in rules if value == "frame-ancestors 'none'"]
    for page in (p.relative_to(site).as_posix() for p in site.rglob("*.html")):
        for address in (f"/{page}", f"/{page.removesuffix('index.html').removesuffix('.html')}"):
            covered = any(matches(pattern, address) for pattern in banned)
            assert covered == (not page.startswith("embed/")), address
    cloudfront = json.loads((site / "cloudfront-headers.json").read_text("utf-8"))
    policy = cloudfront["SecurityHeadersConfig"]["ContentSecurityPolicy"]["ContentSecurityPolicy"]
    everywhere = {name: value for pattern, name, value in rules if pattern == "/*"}
    in_frames = everywhere["Content-Security-Policy"]
    assert policy == in_frames.replace(" https://example.org", "") + "; frame-ancestors 'none'"
    cards = json.loads((site / "embed/cloudfront-headers.json").read_text("utf-8"))
    content = cards["SecurityHeadersConfig"]["ContentSecurityPolicy"]["ContentSecurityPolicy"]
    assert content == in_frames
