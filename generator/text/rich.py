"""Rich text: a subset of Markdown by allow-list; all else is refused, never silently sanitised.

Paragraphs, lists, quotes, emphasis, and links either by id (`technique:free-writing`) or to a
https, mailto, tel or sms address. Python-Markdown runs here without raw HTML and without
attribute lists; its result must come through `nh3` unchanged (measured in the design notes:
nh3 is 39 times as fast as bleach, which is no longer developed).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from generator.text.brackets import MOST_OPEN_BRACKETS, open_brackets
from generator.text.characters import hidden_in
from generator.text.rich_fast_path import plain_rich

LINK_KINDS = frozenset({"technique", "prompt", "worksheet", "packet", "resource", "study", "page"})
"""Kinds of entries that a link by id can name; `page` is one of LINKABLE_PAGES."""

LINKABLE_PAGES = (
    "home", "prompts", "techniques", "worksheets", "packets", "resources", "crisis", "studies",
    "about", "safety", "privacy", "for-therapists", "written-exposure", "starting", "rhythm",
    "paper-or-phone", "sharing", "when-it-gets-worse", "for-family", "for-groups", "goals",
    "for-developers", "by-difficulty", "research", "writing", "check-in", "routine",
    "mood-map", "trust", "embedding",
)  # fmt: skip
"""Pages of the site itself that text can link to by `page:`."""

Href = Callable[[str, str], str]
"""(kind, id) → URL of a link by id; an empty one leaves only the words of the link."""


@dataclass(frozen=True)
class Refusal:
    """A violation in rich text; `snippet` is the piece of source to locate it by, or empty."""

    rule: str
    message: str
    hint: str
    snippet: str


@dataclass(frozen=True)
class Reference:
    """A link by id in rich text."""

    kind: str
    id: str

    @property
    def written(self) -> str:
        """`kind:id`, as written in the source."""
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True)
class _Read:
    """A parsed text; in its HTML, links by id have the placeholder URL `#kind:id`."""

    refusals: tuple[Refusal, ...]
    references: tuple[Reference, ...]
    html: str


def read_rich(text: str) -> tuple[list[Refusal], list[Reference]]:
    """All reasons to refuse the text (none if it is valid), and its links by id, in order."""
    read = _read(text)
    return list(read.refusals), list(read.references)


def rich_to_html(text: str, href: Href) -> str:
    """The text as HTML, links by id resolved by `href`. Raises ValueError if it has refusals."""
    read = _read(text)
    if read.refusals:
        raise ValueError("unsafe rich text reached rendering")

    def linked(link: re.Match[str]) -> str:
        url = href(link[1], link[2])
        return f'<a href="{escape(url)}"{link[3]}>{link[4]}</a>' if url else link[4]

    return _LINK_BY_ID.sub(linked, read.html)


@lru_cache(maxsize=10_000)
def _read(text: str) -> _Read:
    """Memoized parse, which checks, pages and exports share."""
    plain = plain_rich(text.rstrip("\n"), LINK_KINDS)
    if plain is not None:
        html, links = plain
        return _Read((), tuple(Reference(*link) for link in links), html)
    return _read_by_markdown(text)


def _read_by_markdown(text: str) -> _Read:
    refusals = list(_refuse_source(text))
    if any(refusal.rule == _BRACKETS for refusal in refusals):
        return _Read(tuple(refusals), (), "")
    reader = _reader()
    html = reader.convert(text)
    refusals += reader.walk.refusals
    if not refusals and not _survives(html):
        refusals.append(
            Refusal("rich-text-is-safe", "The text holds something that pages do not allow.",
                    "Use paragraphs, lists, quotes, emphasis and links only.", "")
        )  # fmt: skip
    return _Read(tuple(refusals), tuple(reader.walk.references), html)


def _refuse_source(text: str) -> Iterator[Refusal]:
    if open_brackets(text) > MOST_OPEN_BRACKETS:
        message = f"More than {MOST_OPEN_BRACKETS} square brackets are opened and not closed."
        yield Refusal(_BRACKETS, message, "Close each '[' with a ']'.", "[")
    tag = re.search(r"<[A-Za-z/!?][^>\n]{0,40}>?", text)
    if tag:
        yield Refusal(
            "rich-text-has-no-html",
            f'The text holds HTML or a bare address in angle brackets: "{tag.group()}".',
            "Write **bold**, *emphasis*, or [words](https://example.org) instead.",
            tag.group(),
        )
    code = re.search(r"&(#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);", text)
    if code:
        yield Refusal(
            "rich-text-has-no-html",
            f'The text holds the code of a character: "{code.group()}".',
            "Write the character itself.",
            code.group(),
        )


def _survives(html: str) -> bool:
    """Whether the sanitiser, nh3, would leave the HTML as it is."""
    cleaned = nh3.clean(
        html,
        tags=set(_ALLOWED),
        attributes={"a": {"href", "title"}, "ol": {"start"}},
        url_schemes=set(_SCHEMES),
        link_rel=None,
    )
    return _same_spelling(cleaned) == _same_spelling(html)


def _same_spelling(html: str) -> str:
    """The HTML with one serialisation of quotes and no-break spaces, to be compared."""
    return html.replace("&quot;", '"').replace("&nbsp;", "\u00a0")


class _Reader(Markdown):
    """Python-Markdown without raw HTML and entities, with `_Walk` over the element tree."""

    def __init__(self) -> None:
        super().__init__(extensions=["sane_lists"], output_format="html")
        self.preprocessors.deregister("html_block")
        self.inlinePatterns.deregister("html")
        self.inlinePatterns.deregister("entity")
        self.walk = _Walk(self)
        # After inline patterns (20), so that links exist; before the serialiser.
        self.treeprocessors.register(self.walk, "closed", 5)

    def convert(self, source: str) -> str:
        self.reset()
        self.walk.begin(source)
        return super().convert(source)


# Constructing one takes as long as reading a text.
@cache
def _reader() -> _Reader:
    return _Reader()


class _Walk(Treeprocessor):
    """Allow-list of elements and URLs: rewrites links by id, collects refusals and references."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.begin("")

    def begin(self, source: str) -> None:
        """Reset what was collected, for a new text."""
        self.written = source.split("\n")
        self.refusals: list[Refusal] = []
        self.references: list[Reference] = []

    def run(self, root: Element) -> None:
        known = {id(code) for block in root.iter("pre") for code in block.iter("code")}
        for element in root.iter():
            if element.tag == "a":
                self._link(element)
            elif element is not root and element.tag not in _ALLOWED and id(element) not in known:
                what, hint = _FORBIDDEN.get(str(element.tag), ("something not allowed", ""))
                self._refuse(
                    "rich-text-is-simple", f"The text holds {what}.", hint, self._seen(element)
                )

    def _link(self, element: Element) -> None:
        address = element.get("href") or ""
        address = _STASHED.sub(lambda code: chr(int(code[1])), address)
        words = "".join(element.itertext()).strip()
        kind, _, rest = address.partition(":")
        if not words:
            hint = "Put words between its square brackets."
            self._refuse("link-has-words", "A link has no words to follow.", hint, address)
        if kind in LINK_KINDS and _ID.fullmatch(rest):
            self.references.append(Reference(kind, rest))
            element.set("href", f"#{kind}:{rest}")
        elif kind not in _SCHEMES or _UNSAFE.search(address) or hidden_in(address):
            hint = "Link by id, such as technique:free-writing, or to an address with https://."
            message = f'A link leads to "{address}", which is not safe to follow.'
            self._refuse("link-is-safe", message, hint, address)

    def _seen(self, element: Element) -> str:
        """A snippet of the element's source, to locate it in the file."""
        text = element.get("src") or "".join(element.itertext())
        if element.tag == "hr":
            text = next((line for line in self.written if _RULER.fullmatch(line)), "")
        return text.strip().partition("\n")[0]

    def _refuse(self, rule: str, message: str, hint: str, snippet: str) -> None:
        self.refusals.append(Refusal(rule, message, hint, snippet))


_BRACKETS = "brackets-are-closed"
_ALLOWED = frozenset({"p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "a"})
_SCHEMES = frozenset({"https", "mailto", "tel", "sms"})
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LINK_BY_ID = re.compile(r'<a href="#([a-z]+):([a-z0-9-]+)"([^>]*)>(.*?)</a>', re.DOTALL)
_UNSAFE = re.compile(r"[\x00-\x20\"'<>\\^`{|}]")
# Markdown keeps escaped characters as numbers between two marks while it works.
_STASHED = re.compile("\x02([0-9]{1,6})\x03")
_RULER = re.compile(r" {0,3}([*_-] *){3,}")
_HEADING = ("a heading", "Put what belongs under it into a field of its own, or use **bold**.")
_CODE = ("program code", "Do not indent a line by four spaces or more.")
_FORBIDDEN = {f"h{level}": _HEADING for level in range(1, 7)} | {
    "img": ("a picture", "Pictures cannot be put into text."),
    "pre": _CODE,
    "code": ("program code", "Leave out the backward quotes."),
    "hr": ("a dividing line", "Leave it out."),
}
