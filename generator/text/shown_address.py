"""E-mail addresses and host names in a text that a reader sees, held against what a link opens."""

from __future__ import annotations

import re
from contextlib import suppress
from urllib.parse import unquote, urlsplit


def shown_elsewhere(shown: str, url: str) -> str:
    """The first e-mail address or host name in `shown` that is not that of `url`; empty if none.

    `url` is absolute: https:, http: or mailto:. A host name agrees with its own subdomains and with
    the domains above it; letter case is ignored, and so is a name that looks like that of a file.
    """
    email, host = _target(url)
    for found in _EMAIL.findall(shown):
        if found.rstrip(".").casefold() != email:
            return str(found)
    for found in _HOST.finditer(_EMAIL.sub(" ", shown)):
        if found[2].lower() not in _FILE_ENDINGS and not _agree(_ascii(found[1]), host):
            return found[1]
    return ""


def _target(url: str) -> tuple[str, str]:
    """E-mail address, empty if it is none, and host name of a URL, both case-folded."""
    parts = urlsplit(url)
    if parts.scheme == "mailto":
        email = unquote(parts.path).casefold()
        return email, _ascii(email.rpartition("@")[2])
    return "", _ascii(parts.hostname or "")


def _agree(one: str, other: str) -> bool:
    return f".{one}".endswith(f".{other}") or f".{other}".endswith(f".{one}")


def _ascii(host: str) -> str:
    """The host name in lower case, in Punycode, without `www.`."""
    with suppress(UnicodeError):
        host = host.encode("idna").decode()
    return host.casefold().removeprefix("www.")


_EMAIL = re.compile(r"""[^\s<>()\[\]"“”,;:/]+@[^\s<>()\[\]"“”,;:/@]+\.[^\s<>()\[\]"“”,;:/@]+""")
_HOST = re.compile(r"(?<![\w@./-])(?:https?://)?((?:[\w-]+\.)+([a-z]{2,}|[A-Z]{2,}))(?![\w@-])")
_FILE_ENDINGS = frozenset(
    {"conf", "css", "csv", "htm", "html", "ics", "js", "json", "md", "pdf", "png", "py", "sh"}
    | {"svg", "toml", "txt", "xml", "yaml", "yml", "zip"}
)
