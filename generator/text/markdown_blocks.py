"""Code and HTML blocks of Markdown text, replaced by spaces, so that offsets stay."""

from __future__ import annotations

import re


def without_code(text: str) -> str:
    """The text with spaces for comments and code: fenced, indented and in spans."""
    text = _COMMENT.sub(blank, _FENCED.sub(blank, text))
    kept, end = [], 0
    for block in _HTML_BLOCK.finditer(text):  # indented lines in HTML are no code
        if not _HOLDS_MARKDOWN.match(block[0]):
            kept += [_without_indented_code(text[end : block.start()]), block[0]]
            end = block.end()
    return _SPAN.sub(blank, "".join((*kept, _without_indented_code(text[end:]))))


def html_blocks(text: str) -> tuple[re.Match[str], ...]:
    """Each HTML block of a text `without_code`; in none of them there is Markdown."""
    return tuple(_HTML_BLOCK.finditer(text))


def without_html_blocks(text: str) -> str:
    """The text with spaces for HTML blocks."""
    return _HTML_BLOCK.sub(blank, text)


def blank(found: re.Match[str]) -> str:
    """Spaces for what was found; its line breaks stay."""
    return re.sub(r"[^\n]", " ", found[0])


def _without_indented_code(text: str) -> str:
    """The text with spaces for indented code blocks, which are indented twice in a list item.

    A line right below a paragraph goes on with it, however far it is indented.
    """
    lines = text.split("\n")
    is_in_list, may_begin = False, True
    for number, line in enumerate(lines):
        if not line.strip():
            may_begin = True
            continue
        indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
        if indent >= (8 if is_in_list else 4) and may_begin:
            lines[number] = " " * len(line)
            continue
        ends_paragraph = bool(_ENDS_PARAGRAPH.match(line))
        if indent < 4:
            begins_item = bool(_ITEM.match(line)) and not ends_paragraph
            is_in_list = begins_item or (is_in_list and not may_begin)
        may_begin = ends_paragraph
    return "\n".join(lines)


_FENCED = re.compile(r"^[ ]*(`{3,}|~{3,})[^\n]*\n(?:.*?^[ ]*\1[ \t]*$|.*\Z)", re.M | re.S)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_ITEM = re.compile(r" {0,3}(?:[*+-]|[0-9]+\.|:)[ \t]+")
"""The first line of an item of a list, or of a definition."""
_ENDS_PARAGRAPH = re.compile(r"#{1,6}|[ ]{0,3}(?:=+|[-*_](?:[ ]?[-*_]){2,})[ ]*$")
"""A heading, the line below one, or a thematic break."""
_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)(?:[^\n]|\n(?![ \t]*\n))+?(?<!`)\1(?!`)")
_IN_A_LINE = "a|abbr|b|br|cite|code|em|i|img|kbd|mark|q|s|small|span|strong|sub|sup|time|u|var"
_HTML_BLOCK = re.compile(
    rf"^<(?!(?:{_IN_A_LINE})\b)([a-zA-Z][\w-]*)\b"
    r"(?:(?:(?!</\1>).)*</\1>[^\n]*|(?:[^\n]|\n(?![ \t]*\n))*)",
    re.M | re.S,
)
_HOLDS_MARKDOWN = re.compile(r"<[^<>]*\smarkdown\b")
