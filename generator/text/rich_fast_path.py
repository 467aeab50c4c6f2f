"""Fast path of rich text: paragraphs, lists, emphasis and links to HTML by regular expressions.

Nearly all rich text is no more, and Python-Markdown takes half a millisecond for each. Text with
any other sign, or one where it could mean something else, is left to it. A test compares both.
"""

from __future__ import annotations

import re
from collections.abc import Collection


def plain_rich(text: str, kinds: Collection[str]) -> tuple[str, list[tuple[str, str]]] | None:
    """The HTML, and its links by id as (kind, id), in order; None to leave it to Python-Markdown.

    Links by id have the placeholder URL `#kind:id`; `kinds` are those that they may name.
    """
    if _DOUBT.search(text):
        return None
    blocks: list[str] = []
    was_list = False
    for block in text.split("\n\n"):
        is_list = block.startswith("- ")
        if is_list and was_list:
            return None  # one list, with paragraphs in its items
        html = _list(block) if is_list else _paragraph(block)
        if html is None:
            return None
        blocks.append(html)
        was_list = is_list
    html = _EMPHASIS.sub(_emphasised, "\n".join(blocks))
    links: list[tuple[str, str]] = []
    for _, kind, rest in _LINK.findall(html):
        if kind in kinds and _ID.fullmatch(rest):
            links.append((kind, rest))
        elif kind != "https" or not _ADDRESS.fullmatch(rest):
            return None
    html = _LINK.sub(_linked, html)
    return None if _LEFT.search(html) else (html, links)


def _paragraph(block: str) -> str | None:
    return None if _BEGINS_OTHERWISE.search(block) else f"<p>{block}</p>"


def _list(block: str) -> str | None:
    items = block.removeprefix("- ").split("\n- ")
    if any("\n" in item or _BEGINS_OTHERWISE.search(item) for item in items):
        return None
    return "".join(("<ul>\n", *(f"<li>{item}</li>\n" for item in items), "</ul>"))


def _emphasised(found: re.Match[str]) -> str:
    name = "strong" if found[1] == "**" else "em"
    return f"<{name}>{found[2]}</{name}>"


def _linked(found: re.Match[str]) -> str:
    words, kind, rest = found.groups()
    return f'<a href="{"" if kind == "https" else "#"}{kind}:{rest}">{words}</a>'


# Signs that Markdown or HTML may read, spaces where a line begins or ends, more than one blank
# line, pictures, and stars that touch.
_DOUBT = re.compile(
    r"""[^\w \n,;:.?!%$/()"'’“”‘–—…*\[\]-]|_|\A[ \n]|[ \n]\Z|\n | \n|\n\n\n|!\[|\*\*\*"""
)
_BEGINS_OTHERWISE = re.compile(r"^(?:$|[ :-]|\*(?!\S)|\d+[.)])", re.MULTILINE)
_EMPHASIS = re.compile(r"(?<!\*)(\*\*?)(?!\*)((?! )[^*<>\[\]\n]+(?<! ))\1(?!\*)")
_LINK = re.compile(r"\[((?! )[^*<>\[\]\n]+(?<! ))\]\(([a-z]+):([^()\s]+)\)")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ADDRESS = re.compile(r"//[a-z0-9.-]+(?:/[A-Za-z0-9/.-]*)?")
_LEFT = re.compile(r"[*\[\]]")
