"""URL parsing as browsers do it (a part of the WHATWG URL Standard), with cached results."""

from __future__ import annotations

import re
from functools import lru_cache
from posixpath import normpath
from urllib.parse import unquote

_IGNORED_AT_ENDS = "".join(map(chr, range(0x21)))
_IGNORED_INSIDE = str.maketrans("", "", "\t\n\r")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)


# Pages refer to the same URLs again and again.
@lru_cache(maxsize=50_000)
def normalized(url: str) -> str:
    """The URL without what a browser strips from it, and with slashes for backslashes.

    Stripped are C0 controls and spaces at both ends, tabs and line breaks anywhere, as
    `java\\tscript:` and `\\\\host` work in a browser. A `data:` URL keeps its backslashes.
    """
    url = url.strip(_IGNORED_AT_ENDS).translate(_IGNORED_INSIDE)
    return url if scheme(url) == "data" else url.replace("\\", "/")


@lru_cache(maxsize=50_000)
def scheme(url: str) -> str:
    """The scheme of a tidy URL in lower case; `//` if it is scheme-relative; else empty."""
    if url.startswith("//"):
        return "//"
    found = _SCHEME.match(url)
    return found[0].lower() if found else ""


# Pages of one folder refer to the same targets, and so do the editions of a library.
@lru_cache(maxsize=50_000)
def resolve(folder: str, url: str, base_path: str) -> tuple[str, str] | None:
    """The path in the site and the fragment, both percent-decoded, of a tidy URL without scheme.

    `folder` is that of the page, without a slash at the end. `base_path`, such as `/writing/`, is
    the path of the site's URL, percent-decoded, for a URL that starts with a slash. The path of a
    folder ends with a slash, except the site's own, which is empty; so is the path of a URL that is
    only a fragment. Text fragments (`:~:`) are dropped. None if the URL leads out of the site.
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
