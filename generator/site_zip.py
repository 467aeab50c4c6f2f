"""Reproducible zip file of a finished site, with checksums, a hosting guide, a Containerfile."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.output.atomic import write_atomically
from generator.output.folder_scan import list_folder
from generator.output.swap import MARKER
from generator.site.words import Words

SITE = "site"
SUMS = "SHA256SUMS"

CONTAINER = """\
# A web server with the site in it, for `docker build -t site .` and `docker run -p 8080:8080 site`.
FROM docker.io/nginxinc/nginx-unprivileged:stable-alpine
COPY nginx.conf /etc/nginx/conf.d/default.conf
COPY site /usr/share/nginx/html
"""
NGINX = """\
server {
  listen 8080;
  root /usr/share/nginx/html;
  charset utf-8;
  server_tokens off;
  access_log off;
  gzip on;
  gzip_types text/css text/javascript application/javascript application/json image/svg+xml;
  error_page 404 /404.html;
  location / {
    include /usr/share/nginx/html/nginx-headers.conf;
  }
}
"""


@dataclass(frozen=True)
class SiteZip:
    """The zip file, the number of the site's files in it, and its size in bytes."""

    file: Path
    files: int
    size: int


def pack(site: Path, folder: Path, *, name: str, address: str, day: date, words: Words) -> SiteZip:
    """Write `<name>.zip` into `folder` atomically; arguments as of `zipped`."""
    content, count = zipped(site, name=name, address=address, day=day, words=words)
    file = folder / f"{name}.zip"
    write_atomically(file, content)
    return SiteZip(file, count, len(content))


def zipped(site: Path, *, name: str, address: str, day: date, words: Words) -> tuple[bytes, int]:
    """Bytes of the zip file, and the number of the site's files in it.

    In it are the site, checksums, a text on hosting and a Containerfile, below a folder `name`.
    Reproducible: the same site on the same `day`, the date of all entries, gives the same bytes.
    `address` is the URL that the site was built for.
    """
    inside = {
        f"{SITE}/{path}": (site / path).read_bytes()
        for path in list_folder(site).files
        if path != MARKER
    }
    count = len(inside)
    inside[words("package.file_name")] = _how_to(name, address, words).encode()
    inside["Containerfile"] = CONTAINER.encode()
    inside["nginx.conf"] = NGINX.encode()
    inside[SUMS] = _sums(inside).encode()
    return _zip(inside, top=name, day=day), count


def _zip(inside: Mapping[str, bytes], *, top: str, day: date) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=9) as packed:
        for path in sorted(inside):
            entry = ZipInfo(f"{top}/{path}", (day.year, day.month, day.day, 0, 0, 0))
            entry.external_attr = 0o100644 << 16
            entry.compress_type = ZIP_DEFLATED
            packed.writestr(entry, inside[path])
    return out.getvalue()


def _sums(inside: Mapping[str, bytes]) -> str:
    """SHA-256 of every file in the format of `sha256sum -c` and `shasum -a 256 -c`."""
    return "".join(f"{sha256(inside[path]).hexdigest()}  {path}\n" for path in sorted(inside))


def _how_to(name: str, address: str, words: Words) -> str:
    """Plain text on ways to host the site, a paragraph each on one line."""
    filled = {"name": name, "address": address, "sums": SUMS}
    parts = [words("package.title", **filled), words("package.lead", **filled)]
    for number, way in enumerate(words.group("package.ways"), start=1):
        parts.append(f"{number}. {way.format_map(filled)}")
    parts += [words("package.after", **filled), words("package.check", **filled)]
    return "\n\n".join(parts) + "\n"
