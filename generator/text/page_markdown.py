"""What a page of Markdown leads to and is made of, and where each piece stands in it.

For rules that ask before an engine does. Where Markdown leaves it in doubt what becomes of a piece,
nothing is said of it: the finishing pass reads what was built.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from markdown.extensions.toc import slugify


@dataclass(frozen=True)
class PageLink:
    """An address of a link or a picture, and where it begins."""

    at: int
    address: str
    is_picture: bool
    is_html: bool = False
    """Whether it stands in HTML, which engines hand on as it is."""
    is_named: bool = False
    """Whether it stands apart from the words that lead there, by a name."""


@dataclass(frozen=True)
class PageMarkdown:
    """The text of a page, without its top: blank lines stand in its place."""

    text: str

    @cached_property
    def plain(self) -> str:
        """The text with spaces for code and comments, each piece where it was."""
        text = _FENCED.sub(_blank, self.text)
        text = _COMMENT.sub(_blank, text)
        return _SPAN.sub(_blank, _INDENTED.sub(_blank, text))

    @cached_property
    def _written(self) -> str:
        """The same without blocks of HTML, in which Markdown is none."""
        return _HTML_BLOCK.sub(_blank, self.plain)

    def links(self) -> Iterator[PageLink]:
        """Each link and picture whose address is beyond doubt."""
        for found in _LINK.finditer(self._written):
            yield PageLink(found.start(3), found[3], bool(found[1]))
        yield from self._referred()
        for tag, name, value, at in self.attributes():
            if name in ("href", "src") and tag in ("a", "img"):
                yield PageLink(at, value, tag == "img", is_html=True)

    def _referred(self) -> Iterator[PageLink]:
        """The addresses that stand below by a name, of those names that are used and given once."""
        given = Counter(_name(found[1]) for found in _GIVEN.finditer(self.text))
        named: dict[str, re.Match[str]] = {}
        free = 0  # one begins below a blank line, or right below another
        for found in _REFERENCE.finditer(self._written):
            if found.start() == free or self._written.endswith("\n\n", 0, found.start()):
                named[_name(found[1])], free = found, found.end() + 1
        if not named:
            return
        used: dict[str, bool] = {}
        for found in _REFERRING.finditer(_REFERENCE.sub(_blank, self._written)):
            name = _name(found[3] or found[2])
            used[name] = used.get(name, False) or bool(found[1])
        for name, found in named.items():
            if name in used and given[name] == 1:
                yield PageLink(found.start(2), found[2], used[name], is_named=True)

    def tags(self) -> Iterator[tuple[str, int]]:
        """Each element of HTML by its name, and where it begins."""
        for found in _TAG.finditer(self.plain):
            yield found[1].lower(), found.start()

    def attributes(self) -> Iterator[tuple[str, str, str, int]]:
        """Element, name, value and place of each attribute, also of those in braces."""
        for found in _TAG.finditer(self.plain):
            yield from _attributes(found[1].lower(), found[2], found.start(2))
        for found in _BRACES.finditer(self._written):
            group = found.lastindex or 1
            yield from _attributes("", found[group], found.start(group))

    @cached_property
    def headings(self) -> tuple[tuple[int, int, str], ...]:
        """Place, level and words of each heading."""
        found = [(h.start(), len(h[1]), h[2]) for h in _HEADING.finditer(self._written)]
        found += [(h.start(), 1 if h[2][0] == "=" else 2, h[1])
                  for h in _UNDERLINED.finditer(self._written)]  # fmt: skip
        return tuple(sorted(found))

    @cached_property
    def anchors(self) -> frozenset[str] | None:
        """What a link can lead to within the page; None if that is in doubt."""
        ids = set(_ID.findall(self.plain))
        for _, _, words in self.headings:
            if _BRACES_AT_END.search(words):
                continue
            if _ODD.search(words) or slugify(words, "-") in ids:
                return None
            ids.add(slugify(words, "-"))
        return frozenset(ids)


def _name(words: str) -> str:
    """The name of a reference as Markdown compares it."""
    return re.sub(r"\s+", " ", words).lower()


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _attributes(tag: str, text: str, at: int) -> Iterator[tuple[str, str, str, int]]:
    for found in _ATTRIBUTE.finditer(text):
        value = (found[2] or "").strip("\"'")
        yield tag, found[1].lower(), value, at + found.start()


_FENCED = re.compile(r"^[ ]*(`{3,}|~{3,})[^\n]*\n(?:.*?^[ ]*\1[ \t]*$|.*\Z)", re.M | re.S)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_INDENTED = re.compile(r"^(?: {4}|\t)[^\n]*$", re.M)
"""Code, or what goes on in a list: in doubt."""
_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)(?:[^\n]|\n(?![ \t]*\n))+?(?<!`)\1(?!`)")
_IN_A_LINE = "a|abbr|b|br|cite|code|em|i|img|kbd|mark|q|s|small|span|strong|sub|sup|time|u|var"
_HTML_BLOCK = re.compile(
    rf"^<(?!(?:{_IN_A_LINE})\b)([a-zA-Z][\w-]*)\b"
    r"(?:(?:(?!</\1>).)*</\1>[^\n]*|(?:[^\n]|\n(?![ \t]*\n))*)",
    re.M | re.S,
)
_WORDS = r"(?:[^\[\]\n\\]|\\.|\n(?![ \t]*\n))*"
_ADDRESS = r"[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*"
_LINK = re.compile(
    rf"""(?<!\\)(!?)\[({_WORDS})\]\([ ]*({_ADDRESS})(?:[ ]+(?:"[^"\n]*"|'[^'\n]*'))?[ ]*\)"""
)
_REFERENCE = re.compile(
    r"""^ {0,3}\[([^\^\[\]\n][^\[\]\n]*)\]:[ ]*<?([^\s<>]+)>?"""
    r"""[ ]*(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\))?[ ]*$""",
    re.M,
)
_GIVEN = re.compile(r"\[([^\[\]\n]+)\]:")
_REFERRING = re.compile(rf"(?<!\\)(!?)\[({_WORDS})\](?:[ ]?\[([^\[\]\n]*)\])?(?![(\]])")
_ATTRIBUTE_TEXT = r"""[^\s"'<>/={}]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>`]+))?"""
_TAG = re.compile(rf"(?<!\\)<([a-zA-Z][\w-]*)((?:\s+{_ATTRIBUTE_TEXT})*)\s*/?>")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/={}]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>`}]+))?""")
_BRACES = re.compile(r"\{:?([ ]*[^{}\n]*)\}(?=[ \t]*$)|(?<=\))\{:?([^{}\n]*)\}", re.M)
_HEADING = re.compile(r"^(#{1,6})[ \t]*([^\n]*?)[ \t]*#*[ \t]*$", re.M)
_UNDERLINED = re.compile(r"(?:(?<=\n\n)|\A)([^\n#][^\n]*)\n(=+|-+)[ ]*$", re.M)
_ID = re.compile(r"""(?:\bid=["']?|\{[^{}\n]*#)([\w.:-]+)""")
_BRACES_AT_END = re.compile(r"\{[^{}]*#[^{}]*\}\s*$")
_ODD = re.compile(r"[`\[\]<>&\\_{}]")
