"""Forbidden HTML elements, allowed URL schemes of links, and the referrer policy, for source and
built pages alike."""

from __future__ import annotations

UNWANTED_ELEMENTS = frozenset(
    {"animate", "applet", "base", "embed", "fencedframe", "foreignobject", "frame", "frameset"}
    | {"iframe", "object", "portal", "set"}
)
"""Each loads, frames, redirects, rewrites or reports something; names in lower case."""
LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel", "sms"})
"""URL schemes of links that a reader follows; a relative URL has none."""
HEAD_ELEMENTS = frozenset({"link", "meta"})
"""Each sets a policy, redirects or loads something wherever in a page it stands; only the frame of
the site has them."""
REFERRER_POLICY = "no-referrer"
"""What a page tells of its URL to the page that a link opens: nothing."""
REFERRER_POLICIES = frozenset({REFERRER_POLICY, "same-origin"})
"""Values that tell other sites nothing."""
