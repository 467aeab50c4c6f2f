"""Reading an address as a browser does."""

from __future__ import annotations

import re
from functools import lru_cache
from posixpath import normpath
from urllib.parse import unquote

_IGNORED_AT_ENDS = "".join(map(chr, range(0x21)))
_IGNORED_INSIDE = str.maketrans("", "", "\t\n\r")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)


# Pages lead to the same addresses again and again.
@lru_cache(maxsize=50_000)
def tidy(url: str) -> str:
    """The address without what a browser ignores in it, and with slashes for backslashes.

    `java\\tscript:` and `\\\\host` are the reason: both work in a browser.
    """
    url = url.strip(_IGNORED_AT_ENDS).translate(_IGNORED_INSIDE)
    return url if scheme(url) == "data" else url.replace("\\", "/")


@lru_cache(maxsize=50_000)
def scheme(url: str) -> str:
    """The scheme of a tidy address in lower case; `//` when it names only a host; or nothing."""
    if url.startswith("//"):
        return "//"
    found = _SCHEME.match(url)
    return found[0].lower() if found else ""


# Neighbours lead to the same places, and so do the editions of a library.
@lru_cache(maxsize=50_000)
def place(folder: str, url: str, base_path: str) -> tuple[str, str] | None:
    """Which path of the site, and which anchor there, a tidy address without a scheme means.

    `folder` is that of the page it stands in, without a slash at the end. `base_path`, such as
    `/writing/`, is where the site lives, for an address that starts with a slash. The path of a
    folder ends with a slash, but for the site's own, which is empty; so is the path of an address
    that is but an anchor. None if the address leads out of the site.
    """
    path, _, anchor = url.partition("#")
    path = unquote(path.partition("?")[0])
    anchor = unquote(anchor.partition(":~:")[0])
    if path.startswith("/"):
        if not path.startswith(base_path):
            return None
        path = path[len(base_path) :]
    elif path:
        path = f"{folder}/{path}" if folder else path
    if not path:
        return "", anchor
    last = path.rpartition("/")[2]
    path = normpath(path)
    if path == ".." or path.startswith(("../", "/")):
        return None
    if path == ".":
        return "", anchor
    return (f"{path}/" if last in ("", ".", "..") else path), anchor
