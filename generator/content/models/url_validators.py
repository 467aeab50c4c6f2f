"""Pydantic validators of URLs: those of links, and the base URL of a site.

Each returns the value, or raises PydanticCustomError with the rule id as type and a message that
follows the quoted value.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, unquote, urlsplit

from pydantic_core import PydanticCustomError


def check_link(value: str) -> str:
    """Absolute https URL with a dotted host name and without credentials."""
    if value.startswith("http://"):
        raise PydanticCustomError("link-is-safe", "has to begin with https://")
    parts = _parts(value)
    if parts is None or value[:8] != "https://" or "." not in (parts.hostname or "").strip("."):
        raise PydanticCustomError(
            "link-is-safe", "is not an address such as https://example.org/page"
        )
    return value


def check_site_address(value: str) -> str:
    """Base URL that ends in a slash (/writing/), without query, fragment, empty or dot segments.

    Unlike a link, it may be http: and have a host name without a dot, as inside of a house.
    """
    parts = _parts(value)
    has_scheme = value.startswith(("https://", "http://"))
    if parts is None or not has_scheme or not _is_host(parts.netloc):
        raise PydanticCustomError(
            "link-is-safe",
            "is not an address such as https://example.org/writing/ or, inside of a house, "
            "http://intranet/writing/",
        )
    if "?" in value or "#" in value:
        mark = "?" if "?" in value.partition("#")[0] else "#"
        raise PydanticCustomError(
            "site-address-is-a-folder",
            'has a "{mark}" in it; addresses of pages are added to it, so it ends with the folder, '
            "such as https://example.org/writing/",
            {"mark": mark},
        )
    if not parts.path.endswith("/"):
        folder, _, name = value.rpartition("/")
        is_page = name.lower().endswith((".html", ".htm")) and parts.path
        raise PydanticCustomError(
            "site-address-is-a-folder",
            "names a page; write {right}"
            if is_page
            else "does not end with a slash; write {right}",
            {"right": f"{folder}/" if is_page else f"{value}/"},
        )
    if any(unquote(part) in ("", ".", "..") for part in parts.path.split("/")[1:-1]):
        raise PydanticCustomError(
            "site-address-is-a-folder", "has an empty folder or dots for one in it"
        )
    if len(value) > LONGEST_SITE_ADDRESS:
        raise PydanticCustomError(
            "site-address-is-short",
            "is longer than {most} characters, which no code to scan could hold",
            {"most": LONGEST_SITE_ADDRESS},
        )
    return value


def _parts(url: str) -> SplitResult | None:
    """The parts of a URL without credentials and with a valid port, if any; else None."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    return None if "@" in parts.netloc or port == 0 else parts


def _is_host(netloc: str) -> bool:
    """Whether a host name or IP address, perhaps with a port, can be written in ASCII (IDNA)."""
    try:
        netloc.encode("idna")
    except UnicodeError:  # a label of more than 63 characters
        return False
    return _HOST.fullmatch(netloc) is not None


_HOST = re.compile(r"(?:[\w-]+(?:\.[\w-]+)*\.?|\[[0-9a-fA-F:]+\])(?::[0-9]+)?")
LONGEST_SITE_ADDRESS = 200
"""Maximum number of characters of a base URL: page URLs have to fit into the QR code on paper."""
