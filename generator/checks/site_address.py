"""Lint rule for the base URL: encrypted, unless its host is in a private network."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.problems import Problems


def check_encrypted(library: Library, problems: Problems) -> None:
    """Warn of a base URL with http: and a host name or IP address of the public internet."""
    clinic = library.clinic
    if clinic is None or not clinic.base_url.startswith("http:") or _is_private(clinic.base_url):
        return
    problems.warn(
        library.locate("clinic", clinic.id, "base_url"),
        "site-address-is-encrypted",
        "With http://, others on the way can read along what somebody looks at, and change it.",
        "Write https:// as soon as the server answers to it. Inside of a house http:// is fine, "
        "under a name such as http://intranet/ or http://writing.internal/.",
    )


def _is_private(url: str) -> bool:
    """Whether the host has one label, a top-level name that the internet does not have, or an IP
    address that is not routed on it."""
    host = (urlsplit(url).hostname or "").rstrip(".")
    try:
        return not ip_address(host).is_global
    except ValueError:
        return "." not in host or host.endswith(_INSIDE)


_INSIDE = (
    ".corp", ".home", ".home.arpa", ".internal", ".intern", ".intra", ".intranet", ".lan", ".local",
    ".localdomain", ".localhost", ".private", ".test",
)  # fmt: skip
"""Ends of names that the internet does not have, and houses use."""

RULES = (
    Rule("site-address-is-encrypted", "The address of a site that is open to the internet begins "
         "with https.", check_encrypted,
         example=Example("clinic", "base_url: https://example.org/writing/",
                         "base_url: http://example.org/writing/")),
)  # fmt: skip
