"""Lint rule: Markdown of other programs, and Markdown within HTML, which pages show as typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.rule import Example, Rule
from generator.content.handwritten_markdown import markdown_of, place_in
from generator.content.library import Library
from generator.problems import Problems
from generator.text.page_markdown import PageMarkdown


def check_dialects(library: Library, problems: Problems) -> None:
    """Warn of each place with markup that Python-Markdown does not read without an extension.

    A warning, as a host may have added the extension to the configuration.
    """
    for page in library.pages:
        for at, message, hint in _foreign(markdown_of(page)):
            problems.warn(place_in(page, at), "markdown-is-read", message, hint)


def _foreign(markdown: PageMarkdown) -> Iterator[tuple[int, str, str]]:
    """Offset, message and hint."""
    for found in _DIALECTS.finditer(markdown.written):
        what, hint = _MEANT[str(found.lastgroup)]
        message = f'"{found[0].strip()}" is meant as {what}, and readers see it as it stands here.'
        yield found.start(), message, hint
    for block in markdown.html_blocks:
        for found in _IN_HTML.finditer(block[0]):
            message = f'"{found[0]}" stands in HTML, where Markdown is not read.'
            hint = "Write it in HTML, or end the HTML before it."
            yield block.start() + found.start(), message, hint


_DIALECTS = re.compile(
    r"(?P<note>\[\^[^\]\n]+\])"
    r"|(?P<task>^[ \t]*(?:[-*+]|[0-9]+\.)[ ]+\[[ xX]\](?=[ ]))"
    r"|(?P<deleted>~~[^~\s](?:[^~\n]*[^~\s])?~~)"
    r"|(?P<marked>(?<![=\w])==[^=\s](?:[^=\n]*[^=\s])?==(?![=\w]))"
    r"|(?P<box>^(?:!!!|\?\?\?\+?)[ ]+[\w-]+(?:[ ]+\"[^\"\n]*\")?[ ]*$)"
    r"|(?P<short>^\*\[[^\]\n]+\]:)"
    r"|(?P<filled>\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\})"
    r"|(?P<emoji>(?<![\w:]):[a-z][a-z0-9_]+:(?![\w:]))",
    re.M,
)
_MEANT = {
    "note": ("a footnote", "Write the note where it belongs in the text."),
    "task": ("a box to tick", "Take the square brackets out, or link to a worksheet."),
    "deleted": ("words crossed out", "Take the words out, or the tildes."),
    "marked": ("words that stand out", "Write **words**."),
    "box": ("a box with a title", "Write a heading, or begin each line with >."),
    "short": ("an abbreviation", "Write it out where it is used."),
    "filled": ("a place that a program fills in", "Write what is to stand there."),
    "emoji": ("a picture sign", "Type the sign itself."),
}
"""By group of `_DIALECTS`: what it is elsewhere, and a hint."""
_IN_HTML = re.compile(
    r"\*\*[^*\s](?:[^*\n]*[^*\s])?\*\*|\[[^\[\]\n]+\]\([^()\s]+\)|^#{1,6} \S", re.M
)

RULES = (
    Rule("markdown-is-read", "Markdown on a page written by hand is of the kind that is read.",
         check_dialects,
         example=Example("page", "Bring **warm** clothes.", "Bring ==warm== clothes.")),
)  # fmt: skip
