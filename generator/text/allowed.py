"""What HTML may be made of, for source and built pages alike: forbidden elements and attributes,
attributes with URLs, allowed URL schemes of links, referrer policy, alternative text of pictures.
All names are in lower case."""

from __future__ import annotations

import re

UNWANTED_ELEMENTS = frozenset(
    {"animate", "applet", "base", "embed", "fencedframe", "foreignobject", "frame", "frameset"}
    | {"iframe", "object", "portal", "set"}
)
"""Each loads, frames, redirects, rewrites or reports something."""
UNWANTED_ATTRIBUTES = frozenset({"attributionsrc", "ping", "srcdoc"})
URL_ATTRIBUTES = frozenset(
    {"action", "background", "cite", "data", "formaction", "href", "icon", "manifest"}
    | {"poster", "src", "xlink:href"}
)
"""Attributes that hold a URL, on whatever element."""
URL_SET_ATTRIBUTES = frozenset({"srcset", "imagesrcset"})
"""Attributes that hold several URLs, each with a size."""
SENDERS = frozenset({"action", "formaction"})
"""Attributes with the URL that a form is sent to."""
LINK_TAGS = frozenset({"a", "area", "blockquote", "q", "ins", "del"})
"""Elements whose URL a reader follows, or nobody does; that of any other is loaded with the page,
of a `link` mostly."""
DATA_TAGS = frozenset({"img", "source"})
"""Elements that may load a `data:` URL."""
LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel", "sms"})
"""URL schemes of links that a reader follows; a relative URL has none."""
HEAD_ELEMENTS = frozenset({"link", "meta"})
"""Each sets a policy, redirects or loads something wherever in a page it stands; only the frame of
the site has them."""
REFERRER_POLICY = "no-referrer"
"""What a page tells of its URL to the page that a link opens: nothing."""
REFERRER_POLICIES = frozenset({REFERRER_POLICY, "same-origin"})
"""Values that tell other sites nothing."""


def urls_in(attribute: str, value: str) -> list[str]:
    """The URLs in an attribute that holds one or several; those that are empty among them."""
    if attribute in URL_ATTRIBUTES:
        return [value]
    if attribute in URL_SET_ATTRIBUTES:
        return [one.split()[0] if one.strip() else "" for one in value.split(",")]
    return []


def is_picture_file_name(alternative: str) -> bool:
    """Whether the alternative text of a picture is a file name rather than what it shows."""
    return bool(_PICTURE_FILE_NAME.fullmatch(alternative.strip()))


_PICTURE_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp|avif)", re.IGNORECASE)
