"""SVG validator: refuses scripts, event handlers, external references and embedded documents.

An SVG in `<img>` runs nothing. Opened by itself it is a document of the site's origin, which could
run scripts (cross-site scripting) and load third-party files.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator

from generator.text.allowed import UNWANTED_ELEMENTS

MOST_BYTES = 2_000_000
_ACTIVE = UNWANTED_ELEMENTS | {"script"}


def unsafe_feature(content: bytes) -> str:
    """First unsafe feature found, as words to end a message with; empty for a safe drawing."""
    if len(content) > MOST_BYTES:
        return "more than 2 MB, which nobody draws"
    if re.search(rb"<!\s*(DOCTYPE|ENTITY)|<\?\s*xml-stylesheet", content, re.IGNORECASE):
        return "a DOCTYPE, entities or a style sheet of another file"
    try:
        # Without a DOCTYPE there are no entities to expand, so the parser is safe to use.
        root = ElementTree.fromstring(content.decode("utf-8-sig").encode())
    except (ElementTree.ParseError, UnicodeDecodeError, ValueError):
        return "something that cannot be read as SVG"
    return next((found for element in root.iter() for found in _beside(element)), "")


def _beside(element: ElementTree.Element) -> Iterator[str]:
    name = _local(str(element.tag))
    if name in _ACTIVE:
        yield f"<{name}>"
    if name == "style" and _LOADING.search("".join(element.itertext())):
        yield "a style that loads another file"
    for key, value in element.attrib.items():
        attribute = _local(key)
        if attribute.startswith("on"):
            yield f'a script, in "{attribute}"'
        elif attribute in ("href", "src") and not _INSIDE.match(value):
            yield "an address of something else"
        elif _LOADING.search(value):
            yield "a style that loads another file"


def _local(name: str) -> str:
    """Local name in lower case, without the namespace."""
    return name.rpartition("}")[2].lower()


_INSIDE = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif|webp)[;,])", re.IGNORECASE)
_LOADING = re.compile(
    r"@import"
    r"|url\(\s*['\"]?(?!\s*['\"]?\s*(?:#|data:image/(?:png|jpeg|gif|webp)))"
    r"|\\[^()]*\(",  # an escape, which can spell either of them
    re.IGNORECASE,
)
