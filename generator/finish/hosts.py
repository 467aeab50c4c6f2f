"""The same headers in the form that each kind of host reads."""

from __future__ import annotations

from collections.abc import Mapping

HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def site_headers(policy: str) -> dict[str, str]:
    """Every header of the site; `policy` is its Content-Security-Policy."""
    return {"Content-Security-Policy": policy, **HEADERS}


def host_files(headers: Mapping[str, str]) -> dict[str, bytes]:
    """The files for hosts that read one: path in the site → bytes.

    `_headers` is read by Netlify and Cloudflare Pages, `.htaccess` by Apache with mod_headers;
    `nginx-headers.conf` is to be included in a `location`. No value may hold a double quote.
    """
    texts = {
        "_headers": _netlify(headers),
        ".htaccess": _apache(headers),
        "nginx-headers.conf": _nginx(headers),
    }
    return {path: text.encode() for path, text in texts.items()}


def _netlify(headers: Mapping[str, str]) -> str:
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())


def _apache(headers: Mapping[str, str]) -> str:
    lines = "".join(f'  Header always set {name} "{value}"\n' for name, value in headers.items())
    return f"<IfModule mod_headers.c>\n{lines}</IfModule>\n"


def _nginx(headers: Mapping[str, str]) -> str:
    return "".join(f'add_header {name} "{value}" always;\n' for name, value in headers.items())
