"""Single-pass scan of a parsed page (Lexbor) for everything that the rules ask about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.text.allowed import (
    UNWANTED_ATTRIBUTES,
    UNWANTED_ELEMENTS,
    URL_ATTRIBUTES,
    URL_SET_ATTRIBUTES,
    urls_in,
)

Attributes = Mapping[str, str | None]

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Most elements and attributes are none of these, and cost nothing more.
_NOTED_ELEMENTS = (
    frozenset({"html", "img", "script", "style", "table", "template"})
    | _HEADINGS
    | UNWANTED_ELEMENTS
)
_NOTED_ATTRIBUTES = (
    frozenset({"http-equiv", "id", "name", "referrerpolicy", "style"})
    | URL_ATTRIBUTES
    | URL_SET_ATTRIBUTES
    | UNWANTED_ATTRIBUTES
)
# Script types to which a CSP applies; a script of any other type is a data block.
_EXECUTED = frozenset({"", "module", "importmap", "speculationrules"})
_EXECUTED_BY_NAME = ("javascript", "ecmascript", "jscript", "livescript")


@dataclass(frozen=True, slots=True)
class Reference:
    """A URL in a page, its element and attribute, and the `rel` of a `<link>`, in lower case."""

    tag: str
    attribute: str
    url: str
    rel: str = ""


@dataclass(frozen=True, slots=True)
class Script:
    """A script that a browser would run: its inline source, empty if it has a file; its type."""

    source: str
    kind: str


@dataclass(slots=True)
class Scan:
    """What was found in one page, in document order; element names are in lower case.

    Of a page scanned in parts, that order holds within each part. `handlers`, `styles` and
    `unwanted` hold an element and its attribute, `p onclick`, for a message.
    """

    ids: set[str] = field(default_factory=set)
    references: list[Reference] = field(default_factory=list)
    scripts: list[Script] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    unwanted: list[str] = field(default_factory=list)
    http_equivs: list[str] = field(default_factory=list)
    referrer_policies: list[str] = field(default_factory=list)
    """Of `<meta name=referrer>` and of `referrerpolicy` attributes, in lower case."""
    headings: list[int] = field(default_factory=list)
    """Level of each heading, 1 to 6."""
    bare_tables: int = 0
    """Number of tables with `td` and no `th`; an empty one may be filled by a script."""
    alternatives: list[str | None] = field(default_factory=list)
    """The `alt` of each image; None where it has none."""
    language: str = ""
    """The `lang` of `<html>`."""
    starts_with_charset: bool = False
    """Whether the first element of the head is `<meta charset="utf-8">`."""

    def merged_with(self, other: Scan) -> Scan:
        """This scan of a page and that of another part of its body; lists are concatenated."""
        return Scan(
            self.ids | other.ids,
            self.references + other.references,
            self.scripts + other.scripts,
            self.handlers + other.handlers,
            self.styles + other.styles,
            self.unwanted + other.unwanted,
            self.http_equivs + other.http_equivs,
            self.referrer_policies + other.referrer_policies,
            self.headings + other.headings,
            self.bare_tables + other.bare_tables,
            self.alternatives + other.alternatives,
            self.language,
            self.starts_with_charset,
        )


def scan(html: str) -> Scan:
    """Parse a page as HTML5 and scan it, the content of `<template>` elements included."""
    return scan_tree(LexborHTMLParser(html))


def scan_tree(tree: LexborHTMLParser) -> Scan:
    """The scan of a parsed page."""
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
    # The content of a template is a document of its own, which `traverse` does not enter; a stack
    # rather than recursion, so that no depth of nested templates can stop the build.
    pending = [(root, False)]
    while pending:
        inside, in_template = pending.pop()
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
                pending += [(fragment, True) for fragment in node.template_fragments()]
            elif tag in UNWANTED_ELEMENTS:
                found.unwanted.append(tag)
            elif not in_template:
                _note_structure(node, tag, attributes, found)


def _note_structure(node: LexborNode, tag: str, attributes: Attributes, found: Scan) -> None:
    """What assistive technology relies on: headings, text alternatives, table headers, `lang`."""
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
        elif urls := urls_in(name, value or ""):
            rel = (attributes.get("rel") or "").lower() if tag == "link" else ""
            found.references += [Reference(tag, name, url, rel) for url in urls]
        elif name == "style":
            found.styles.append(f"{tag} style")
        elif name.startswith("on"):
            found.handlers.append(f"{tag} {name}")
        elif name in UNWANTED_ATTRIBUTES:
            found.unwanted.append(f"{tag} {name}")
        elif name == "referrerpolicy":
            found.referrer_policies.append((value or "").strip().lower())
        elif name == "name" and tag == "meta" and (value or "").strip().lower() == "referrer":
            found.referrer_policies.append((attributes.get("content") or "").strip().lower())
        elif name == "http-equiv" and tag == "meta":
            _note_http_equiv((value or "").strip().lower(), attributes, found)


def _note_http_equiv(name: str, attributes: Attributes, found: Scan) -> None:
    """A pragma directive; an immediate redirect within the site counts as a link."""
    redirect = _REDIRECT.fullmatch(attributes.get("content") or "")
    if name == "refresh" and redirect:
        found.references.append(Reference("a", "href", redirect[1]))
    else:
        found.http_equivs.append(name)


_REDIRECT = re.compile(r"0; url=((?:\.\./)*[\w-]+(?:/[\w-]+)*\.html)")
"""After 0 seconds, to a relative URL."""


def _note_script(node: LexborNode, attributes: Attributes, found: Scan) -> None:
    kind = (attributes.get("type") or "").strip().lower()
    if kind not in _EXECUTED and not any(name in kind for name in _EXECUTED_BY_NAME):
        return
    source = node.text(deep=True)
    if "src" in attributes and not source.strip():
        source = ""
    found.scripts.append(Script(source, kind))
