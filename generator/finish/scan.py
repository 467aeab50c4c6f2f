"""One walk over a parsed page that notes everything the rules ask about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.text.allowed import UNWANTED_ELEMENTS

Attributes = Mapping[str, str | None]

# Attributes that hold an address, on whatever element they stand.
_ADDRESSES = frozenset(
    {"action", "background", "cite", "data", "formaction", "href", "icon", "manifest"}
    | {"poster", "src", "xlink:href"}
)
_ADDRESS_SETS = frozenset({"srcset", "imagesrcset"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_UNWANTED_ATTRIBUTES = frozenset({"attributionsrc", "ping", "srcdoc"})
# Most elements and attributes are none of these, and nothing else is asked of them.
_NOTED_ELEMENTS = (
    frozenset({"html", "img", "script", "style", "table", "template"})
    | _HEADINGS
    | UNWANTED_ELEMENTS
)
_NOTED_ATTRIBUTES = (
    frozenset({"http-equiv", "id", "style"}) | _ADDRESSES | _ADDRESS_SETS | _UNWANTED_ATTRIBUTES
)
# Types of which a policy decides whether the script counts; any other type is mere data.
_EXECUTED = frozenset({"", "module", "importmap", "speculationrules"})
_EXECUTED_BY_NAME = ("javascript", "ecmascript", "jscript", "livescript")


@dataclass(frozen=True, slots=True)
class Reference:
    """An address in a page, the element and attribute it stands in, and a link's `rel`."""

    tag: str
    attribute: str
    url: str
    rel: str = ""


@dataclass(frozen=True, slots=True)
class Script:
    """A script that a browser would run; `kind` is its type, `source` is empty if it has a file."""

    source: str
    kind: str


@dataclass(slots=True)
class Scan:
    """What was found in one page, in document order; names of elements are in lower case.

    `handlers`, `styles` and `unwanted` are written as in the page, `p onclick`, for a message.
    """

    ids: set[str] = field(default_factory=set)
    references: list[Reference] = field(default_factory=list)
    scripts: list[Script] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    unwanted: list[str] = field(default_factory=list)
    http_equivs: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    """Level of each heading."""
    bare_tables: int = 0
    """Tables with cells of which none is a heading; a script may fill an empty one."""
    alternatives: list[str | None] = field(default_factory=list)
    """The words for each picture; None where it has no `alt`."""
    language: str = ""
    starts_with_charset: bool = False

    def and_also(self, other: Scan) -> Scan:
        """This scan of a page, with that of a part of its body which follows."""
        return Scan(
            self.ids | other.ids,
            self.references + other.references,
            self.scripts + other.scripts,
            self.handlers + other.handlers,
            self.styles + other.styles,
            self.unwanted + other.unwanted,
            self.http_equivs + other.http_equivs,
            self.headings + other.headings,
            self.bare_tables + other.bare_tables,
            self.alternatives + other.alternatives,
            self.language,
            self.starts_with_charset,
        )


def scan(html: str) -> Scan:
    """Parse a page as a browser does and note what is in it, the insides of templates too."""
    return scan_tree(LexborHTMLParser(html))


def scan_tree(tree: LexborHTMLParser) -> Scan:
    """The same, for a page that is parsed."""
    found = Scan(starts_with_charset=_starts_with_charset(tree))
    if tree.root is not None:
        _walk(tree.root, found)
    return found


def _starts_with_charset(tree: LexborHTMLParser) -> bool:
    first = tree.head.child if tree.head is not None else None
    while first is not None and not first.is_element_node:
        first = first.next
    return (
        first is not None
        and first.tag == "meta"
        and (first.attributes.get("charset") or "").lower() == "utf-8"
    )


def _walk(root: LexborNode, found: Scan) -> None:
    # The content of a template is a document of its own, which `traverse` does not enter; a list
    # rather than recursion, so that no depth of templates in templates can stop the build.
    waiting = [(root, False)]
    while waiting:
        inside, in_template = waiting.pop()
        for node in inside.traverse():
            if not node.is_element_node:
                continue
            tag = (node.tag or "").lower()
            attributes = node.attributes
            if attributes:
                _note_attributes(tag, attributes, found)
            if tag not in _NOTED_ELEMENTS:
                continue
            if tag == "script":
                _note_script(node, attributes, found)
            elif tag == "style":
                found.styles.append("style")
            elif tag == "template":
                waiting += [(fragment, True) for fragment in node.template_fragments()]
            elif tag in UNWANTED_ELEMENTS:
                found.unwanted.append(tag)
            elif not in_template:
                _note_structure(node, tag, attributes, found)


def _note_structure(node: LexborNode, tag: str, attributes: Attributes, found: Scan) -> None:
    """What somebody finds their way by who does not see the page."""
    if tag in _HEADINGS:
        found.headings.append(int(tag[1]))
    elif tag == "img":
        found.alternatives.append(attributes["alt"] or "" if "alt" in attributes else None)
    elif tag == "table" and node.css_first("td") and not node.css_first("th"):
        found.bare_tables += 1
    elif tag == "html":
        found.language = attributes.get("lang") or ""


def _note_attributes(tag: str, attributes: Attributes, found: Scan) -> None:
    for name, value in attributes.items():
        if name not in _NOTED_ATTRIBUTES and not name.startswith("on"):
            continue
        if name == "id":
            found.ids.add(value or "")
        elif name in _ADDRESSES:
            rel = (attributes.get("rel") or "").lower() if tag == "link" else ""
            found.references.append(Reference(tag, name, value or "", rel))
        elif name in _ADDRESS_SETS:
            for candidate in (value or "").split(","):
                url = candidate.split()[0] if candidate.strip() else ""
                found.references.append(Reference(tag, name, url))
        elif name == "style":
            found.styles.append(f"{tag} style")
        elif name.startswith("on"):
            found.handlers.append(f"{tag} {name}")
        elif name in _UNWANTED_ATTRIBUTES:
            found.unwanted.append(f"{tag} {name}")
        elif name == "http-equiv" and tag == "meta":
            _note_http_equiv((value or "").strip().lower(), attributes, found)


def _note_http_equiv(name: str, attributes: Attributes, found: Scan) -> None:
    """An instruction to the browser; one that leads on within the site counts as a link."""
    onward = _LEADS_ON.fullmatch(attributes.get("content") or "")
    if name == "refresh" and onward:
        found.references.append(Reference("a", "href", onward[1]))
    else:
        found.http_equivs.append(name)


_LEADS_ON = re.compile(r"0; url=((?:\.\./)*[\w-]+(?:/[\w-]+)*\.html)")
"""At once, and to a relative address without a host."""


def _note_script(node: LexborNode, attributes: Attributes, found: Scan) -> None:
    kind = (attributes.get("type") or "").strip().lower()
    if kind not in _EXECUTED and not any(name in kind for name in _EXECUTED_BY_NAME):
        return
    source = node.text(deep=True)
    if "src" in attributes and not source.strip():
        source = ""
    found.scripts.append(Script(source, kind))
