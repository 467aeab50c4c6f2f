"""The same headers in the form that each kind of host reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
OPEN_TO_ALL = {"Access-Control-Allow-Origin": "*"}
"""Lets the script of any other site read a file: it holds nothing that is meant for one reader."""


@dataclass(frozen=True)
class Area:
    """A folder of the site, and the headers that its files have beside those of the whole site.

    `folder` has no slash at either end; it is empty for the whole site.
    """

    folder: str
    headers: Mapping[str, str]


def site_areas(policy: str) -> tuple[Area, ...]:
    """Every header of the site, the whole first; `policy` is its Content-Security-Policy."""
    return (Area("", {"Content-Security-Policy": policy, **HEADERS}), Area("api", OPEN_TO_ALL))


def host_files(areas: tuple[Area, ...]) -> dict[str, bytes]:
    """The files for hosts that read one: path in the site → bytes.

    `_headers` is read by Netlify and Cloudflare Pages. `.htaccess` is read by Apache with
    mod_headers, in each folder for what lies in it. `nginx-headers.conf` is to be included in a
    `location`, and a folder's own, which holds everything that is sent there, in the location of
    that folder. No value may hold a double quote.
    """
    texts = {"_headers": "".join(map(_netlify, areas))}
    for area in areas:
        texts[f"{area.folder}/.htaccess".lstrip("/")] = _apache(area.headers)
    texts |= dict(_nginx(areas))
    return {path: text.encode() for path, text in texts.items()}


def _netlify(area: Area) -> str:
    lines = "".join(f"  {name}: {value}\n" for name, value in area.headers.items())
    return f"{'/'.join(('', area.folder)).rstrip('/')}/*\n{lines}"


def _apache(headers: Mapping[str, str]) -> str:
    lines = "".join(f'  Header always set {name} "{value}"\n' for name, value in headers.items())
    return f"<IfModule mod_headers.c>\n{lines}</IfModule>\n"


def _nginx(areas: tuple[Area, ...]) -> Iterator[tuple[str, str]]:
    # A location that has an add_header of its own inherits none, so each file has them all.
    whole = areas[0].headers
    for area in areas:
        name = f"nginx-headers-{area.folder}".rstrip("-")
        headers = {**whole, **area.headers}
        text = "".join(f'add_header {n} "{v}" always;\n' for n, v in headers.items())
        yield f"{name}.conf", text
