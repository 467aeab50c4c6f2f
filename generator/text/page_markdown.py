"""Links, headings, anchors and HTML in a Markdown page, each with its offset, found by patterns.

For rules that run before an engine does. What Markdown may or may not take for one of these is left
out: the finishing pass reads what was built.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape

from markdown.extensions.toc import slugify

from generator.text.allowed import (
    HEAD_ELEMENTS,
    LINK_TAGS,
    SENDERS,
    UNWANTED_ELEMENTS,
    is_picture_file_name,
    urls_in,
)
from generator.text.markdown_blocks import blank, html_blocks, without_code, without_html_blocks


@dataclass(frozen=True)
class PageLink:
    """The URL of a link, an image or another file that a page loads, and its offset."""

    at: int
    address: str
    is_picture: bool
    """Whether it is loaded with the page rather than followed."""
    tag: str = ""
    """The element in raw HTML, which engines pass through; empty in Markdown."""
    is_named: bool = False
    """Whether it is the definition of a reference link."""

    @property
    def is_html(self) -> bool:
        """Whether it is in raw HTML."""
        return bool(self.tag)


@dataclass(frozen=True)
class PageMarkdown:
    """The text of a page, with blank lines for its front matter, so that line numbers stay."""

    text: str

    @cached_property
    def plain(self) -> str:
        """The text with spaces for code and comments; offsets stay."""
        return without_code(self.text)

    @cached_property
    def written(self) -> str:
        """`plain` with spaces for HTML blocks too, in which there is no Markdown."""
        return without_html_blocks(self.plain)

    @cached_property
    def html_blocks(self) -> tuple[re.Match[str], ...]:
        """HTML blocks, with their offsets in the text."""
        return html_blocks(self.plain)

    @cached_property
    def links(self) -> tuple[PageLink, ...]:
        """Links and images whose URL is beyond doubt: inline, then by reference, then in HTML."""
        inline = (PageLink(found.start(3), found[3].strip("<>"), bool(found[1]))
                  for found in _LINK.finditer(self.written))  # fmt: skip
        in_html = (PageLink(at, _url(url), tag not in LINK_TAGS, tag)
                   for tag, name, value, at in self.attributes()
                   if tag and tag not in _NO_LINKS and name not in SENDERS
                   for url in urls_in(name, value) if url)  # fmt: skip
        return (*inline, *self._reference_links(), *in_html)

    def unlinked(self, is_gone: Callable[[str], bool]) -> str:
        """The text with the words alone of each inline link whose URL is gone."""
        kept, end = [], 0
        for found in _LINK.finditer(self.written):
            if not found[1] and is_gone(found[3].strip("<>")):
                kept += [self.text[end : found.start()], self.text[slice(*found.span(2))]]
                end = found.end()
                if list_of_attributes := _AFTER_LINK.match(self.text, end):
                    end = list_of_attributes.end()
        return "".join((*kept, self.text[end:]))

    def _reference_links(self) -> Iterator[PageLink]:
        """Reference definitions whose label is used and defined once."""
        defined = Counter(_label(found[1]) for found in _DEFINED.finditer(self.text))
        definitions: dict[str, re.Match[str]] = {}
        free = 0  # a definition begins below a blank line, or right below another
        for found in _REFERENCE.finditer(self.written):
            if found.start() == free or self.written.endswith("\n\n", 0, found.start()):
                definitions[_label(found[1])], free = found, found.end() + 1
        if not definitions:
            return
        used: dict[str, bool] = {}  # whether any use is an image
        for found in _USE.finditer(_REFERENCE.sub(blank, self.written)):
            label = _label(found[3] or found[2])
            used[label] = used.get(label, False) or bool(found[1])
        for label, found in definitions.items():
            if label in used and defined[label] == 1:
                yield PageLink(found.start(2), found[2], used[label], is_named=True)

    def tags(self) -> Iterator[tuple[str, int]]:
        """Name, in lower case, and offset of each HTML start tag."""
        for found in _TAG.finditer(self.plain):
            yield found[1].lower(), found.start()

    def attributes(self) -> Iterator[tuple[str, str, str, int]]:
        """Element, name, value and offset of each attribute; the element is empty for attr_list."""
        for found in _TAG.finditer(self.plain):
            yield from _attributes(found[1].lower(), found[2], found.start(2))
        for found in _BRACES.finditer(self.written):
            group = found.lastindex or 1
            yield from _attributes("", found[group], found.start(group))

    @cached_property
    def tables_without_headings(self) -> tuple[int, ...]:
        """Offset of each table in raw HTML that has `td` and no `th`."""
        return tuple(found.start() for found in _TABLE.finditer(self.plain)
                     if _TD.search(found[0]) and not _TH.search(found[0]))  # fmt: skip

    @cached_property
    def aligned_tables(self) -> tuple[int, ...]:
        """Offset of the line below the headings of each Markdown table that aligns a column."""
        return tuple(found.start(1) for found in _ALIGNED.finditer(self.written))

    @cached_property
    def pictures_without_words(self) -> tuple[int, ...]:
        """Offset of each `img` in raw HTML without an `alt`."""
        return tuple(found.start() for found in _TAG.finditer(self.plain)
                     if found[1].lower() == "img" and not _ALT.search(found[2]))  # fmt: skip

    @cached_property
    def pictures_named_by_file(self) -> tuple[tuple[int, str], ...]:
        """Offset and alternative text of each picture whose alternative text is a file name."""
        words = [(f.start(2), f[2]) for f in _LINK.finditer(self.written) if f[1]]
        labels = {_label(defined[1]) for defined in _DEFINED.finditer(self.written)}
        words += [(f.start(2), f[2]) for f in _USE.finditer(self.written)
                  if f[1] and _label(f[3] or f[2]) in labels]  # fmt: skip
        words += [(at, value) for tag, name, value, at in self.attributes()
                  if tag == "img" and name == "alt"]  # fmt: skip
        return tuple((at, alt) for at, alt in words if is_picture_file_name(unescape(alt)))

    @cached_property
    def html_headings(self) -> tuple[tuple[int, int], ...]:
        """Offset and level of each heading in raw HTML."""
        return tuple((at, int(tag[1])) for tag, at in self.tags() if _HTML_HEADING.fullmatch(tag))

    @cached_property
    def headings(self) -> tuple[tuple[int, int, str], ...]:
        """Offset, level and text of each heading, ATX and Setext, in their order."""
        headings = [(h.start(), len(h[1]), h[2]) for h in _HEADING.finditer(self.written)]
        headings += [(h.start(), 1 if h[2][0] == "=" else 2, h[1])
                     for h in _UNDERLINED.finditer(self.written)]  # fmt: skip
        return tuple(sorted(headings))

    @cached_property
    def anchors(self) -> frozenset[str] | None:
        """Every id within the page, slugs of headings included; None if that is in doubt."""
        ids = set(_ID.findall(self.plain))
        for _, _, words in self.headings:
            if _BRACES_AT_END.search(words):
                continue
            if _ODD.search(words) or slugify(words, "-") in ids:
                return None
            ids.add(slugify(words, "-"))
        return frozenset(ids)


def without_hidden_markup(text: str) -> str:
    """Markdown without what readers do not see: attribute lists, definitions of reference links."""
    return _REFERENCE.sub("", _ATTRIBUTE_LIST.sub("", text))


def _url(value: str) -> str:
    """The URL in an attribute's value as browsers read it: without what they strip from it."""
    return unescape(value).strip(_IGNORED).translate(_NO_BREAKS).replace("\\", "/")


def _label(text: str) -> str:
    """The label of a reference link, normalised as Markdown compares it."""
    return re.sub(r"\s+", " ", text).lower()


def _attributes(tag: str, text: str, at: int) -> Iterator[tuple[str, str, str, int]]:
    for found in _ATTRIBUTE.finditer(text):
        value = (found[2] or "").strip("\"'")
        yield tag, found[1].lower(), value, at + found.start()


_IGNORED = "".join(map(chr, range(0x21)))
_NO_BREAKS = str.maketrans("", "", "\t\n\r")
_NO_LINKS = UNWANTED_ELEMENTS | HEAD_ELEMENTS | {"script"}
"""Elements that are refused as such, whatever they lead to."""
_WORDS = r"(?:[^\[\]\n\\]|\\.|\n(?![ \t]*\n))*"
_NO_SPACE = r"(?:[^\s()<>]|\([^\s()<>]*\))+"
_ADDRESS = rf"<[^<>\n]+>|{_NO_SPACE}(?:[ ]+(?![\"']){_NO_SPACE})*"
_TITLE = r"""(?:"[^"\n]*"|'[^'\n]*'|("|')[^()\n]*\4)"""
_LINK = re.compile(rf"""(?<!\\)(!?)\[({_WORDS})\]\([ ]*({_ADDRESS})(?:[ ]+{_TITLE})?[ ]*\)""")
_REFERENCE = re.compile(
    r"""^ {0,3}\[([^\^\[\]\n][^\[\]\n]*)\]:[ ]*<?([^\s<>]+)>?"""
    r"""[ ]*(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\))?[ ]*$""",
    re.M,
)
_DEFINED = re.compile(r"\[([^\[\]\n]+)\]:")
_USE = re.compile(rf"(?<!\\)(!?)\[({_WORDS})\](?:[ ]?\[([^\[\]\n]*)\])?(?![(\]])")
_ATTRIBUTE_TEXT = r"""[^\s"'<>/={}]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>`]+))?"""
_TAG = re.compile(rf"(?<!\\)<([a-zA-Z][\w-]*)((?:\s+{_ATTRIBUTE_TEXT})*)\s*/?>")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/={}]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>`}]+))?""")
_ALIGNED = re.compile(
    r"(?<=\n)[^\n|]*\|[^\n]*\n((?=[^\n]*:)(?=[^\n]*\|)[ ]{0,3}[|:-][|: -]*-[|: -]*)$", re.M
)
_TABLE = re.compile(r"<table\b(?:(?!</table>).)*", re.S | re.I)
_TD, _TH = re.compile(r"<td\b", re.I), re.compile(r"<th\b", re.I)
_ALT = re.compile(r"\salt(?=[\s=]|$)", re.I)
_ATTRIBUTE_LIST = re.compile(r"\{[ :]*[.#][^}]*\}")
_BRACES = re.compile(r"\{:?([ ]*[^{}\n]*)\}(?=[ \t]*$)|(?<=\))\{:?([^{}\n]*)\}", re.M)
_AFTER_LINK = re.compile(r"\{[^}\n]*\}")
_HEADING = re.compile(r"^(#{1,6})[ \t]*([^\n]*?)[ \t]*#*[ \t]*$", re.M)
_UNDERLINED = re.compile(r"(?:(?<=\n\n)|\A)([^\n#][^\n]*)\n(=+|-+)[ ]*$", re.M)
_HTML_HEADING = re.compile("h[1-6]")
_ID = re.compile(r"""(?:\bid=["']?|\{[^{}\n]*#)([\w.:-]+)""")
_BRACES_AT_END = re.compile(r"\{[^{}]*#[^{}]*\}\s*$")
_ODD = re.compile(r"[`\[\]<>&\\_{}]")
