"""Forbidden HTML elements and allowed URL schemes of links, for source and built pages alike."""

from __future__ import annotations

UNWANTED_ELEMENTS = frozenset(
    {"animate", "applet", "base", "embed", "fencedframe", "foreignobject", "frame", "frameset"}
    | {"iframe", "object", "portal", "set"}
)
"""Each loads, frames, redirects, rewrites or reports something; names in lower case."""
LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel", "sms"})
"""URL schemes of links that a reader follows; a relative URL has none."""
