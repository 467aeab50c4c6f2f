"""What no page may hold and how its links begin, asked of what is written and what is built."""

from __future__ import annotations

UNWANTED_ELEMENTS = frozenset(
    {"animate", "applet", "base", "embed", "fencedframe", "foreignobject", "frame", "frameset"}
    | {"iframe", "object", "portal", "set"}
)
"""Each loads, frames, redirects, rewrites or reports something; their names in small letters."""
LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel", "sms"})
"""Schemes of addresses that a reader follows."""
