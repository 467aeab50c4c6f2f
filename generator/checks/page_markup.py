"""Lint rules for handwritten pages: one h1, no skipped heading level, no script, style or embed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.checks.rule import Example, Rule
from generator.content.handwritten_markdown import markdown_of, place_in
from generator.content.library import Library
from generator.problems import Problems
from generator.text.allowed import (
    HEAD_ELEMENTS,
    REFERRER_POLICIES,
    SENDERS,
    UNWANTED_ATTRIBUTES,
    UNWANTED_ELEMENTS,
)
from generator.text.page_markdown import PageMarkdown


def check_headings(library: Library, problems: Problems) -> None:
    """Report an error for each h1 after the first, each heading that skips a level, and each in
    Markdown without words."""
    for page in library.pages:
        headings = _headings(markdown_of(page))
        titles = [heading for heading in headings if heading.level == 1]
        for title in titles[1:]:
            problems.error(
                place_in(page, title.at), "page-has-one-title", _SECOND, title.hint_for(2)
            )
        for at, _, text in markdown_of(page).headings:
            if not _MARKS_ALONE.sub("", text):
                message = "This heading has no words, so that readers cannot tell what is below it."
                problems.error(place_in(page, at), "heading-has-words", message, "Write it.")
        before = 0 if titles else 1  # the frame gives a page without a title its name
        for above, heading in pairwise([_Heading(0, before), *headings]):
            if heading.level > above.level + 1:
                message = (
                    f"A heading of level {heading.level} comes after one of level {above.level}."
                )
                hint = heading.hint_for(above.level + 1)
                problems.error(place_in(page, heading.at), "headings-are-in-order", message, hint)


@dataclass(frozen=True, order=True)
class _Heading:
    """Offset and level of a heading, in Markdown or in raw HTML."""

    at: int
    level: int
    is_html: bool = False

    def hint_for(self, level: int) -> str:
        """How to write it at another level."""
        return f"Write <h{level}>." if self.is_html else f"Begin it with {'#' * level}."


def _headings(markdown: PageMarkdown) -> list[_Heading]:
    """All headings in their order."""
    return sorted((
        *(_Heading(at, level) for at, level, _ in markdown.headings),
        *(_Heading(at, level, is_html=True) for at, level in markdown.html_headings),
    ))  # fmt: skip


def check_html(library: Library, problems: Problems) -> None:
    """Report an error for each embedding or script element, event handler, style attribute, form
    action, table without headings, and picture without alternative text or named by its file."""
    for page in library.pages:
        for at, rule, message, hint in _foreign(markdown_of(page)):
            problems.error(place_in(page, at), rule, message, hint)


def _foreign(markdown: PageMarkdown) -> Iterator[tuple[int, str, str, str]]:
    for tag, at in markdown.tags():
        if tag in _EMBEDDING:
            message = (
                f"<{tag}> cannot stand in a page, which runs and loads nothing but the site's own."
            )
            yield at, "page-embeds-nothing", message, _INSTEAD.get(tag, "Take it out.")
        elif tag in HEAD_ELEMENTS:
            message = f"<{tag}> belongs to the head of a page, which the site writes by itself."
            yield at, "policy-is-ours", message, "Take it out."
    for _, name, value, at in markdown.attributes():
        if name.startswith("on") and value:
            message = f'"{name}" is a script, and no page has one of its own.'
            yield at, "handler-is-in-script", message, "Take it out."
        elif name == "style" and value:
            message = "A page has no style of its own: the site's look has to fit every screen."
            yield at, "style-is-in-stylesheet", message, "Take it out."
        elif name == "referrerpolicy" and value.strip().lower() not in REFERRER_POLICIES:
            message = f'The referrer policy "{value}" would tell other sites what somebody read.'
            yield at, "policy-is-ours", message, "Take it out: the site has one for all links."
        elif name in UNWANTED_ATTRIBUTES:
            message = f'"{name}" loads or reports something, and no page does that.'
            yield at, "page-embeds-nothing", message, "Take it out."
        elif name in SENDERS:
            message = "A form sends what is written to somebody, and no page here does that."
            yield at, "form-stays-on-page", message, "Link to the page that has the form."
    for at in markdown.tables_without_headings:
        message = "A table has no heading, so that its cells cannot be told apart when read aloud."
        yield at, "table-has-headings", message, "Write <th> for <td> in its first row."
    for at in markdown.aligned_tables:
        message = "The columns of a table are aligned here, which would be a style in the page."
        yield at, "style-is-in-stylesheet", message, "Write | --- | without colons."
    for at in markdown.pictures_without_words:
        message = "A picture has no alt, which says what it shows to those who do not see it."
        yield at, "picture-has-words", message, 'Write alt="…", or alt="" if it says nothing new.'
    for at, alternative in markdown.pictures_named_by_file:
        message = f'"{alternative}" is the name of a file and not what the picture shows.'
        yield at, "picture-has-words", message, "Say in its place what the picture shows."


_SECOND = "This is a second title: a page has one heading of level 1, which says what it is about."
_MARKS_ALONE = re.compile(r"\{[^{}]*\}|[#\s*_`]")
_EMBEDDING = UNWANTED_ELEMENTS | {"script", "style"}
_INSTEAD = dict.fromkeys(("iframe", "embed", "object", "frame"), "Link to it instead.")

RULES = (
    Rule("page-has-one-title", "A page written by hand has one title, and headings in order.",
         check_headings, also=("headings-are-in-order", "heading-has-words"),
         example=Example("page", "## Who comes", "# Who comes")),
    Rule("page-embeds-nothing", "No page written by hand has a script or style of its own.",
         check_html, also=("handler-is-in-script", "style-is-in-stylesheet", "form-stays-on-page",
                           "policy-is-ours", "table-has-headings", "picture-has-words"),
         example=Example(
             "page",
             "[A map](https://example.org/map)",
             '<iframe src="https://example.org/map"></iframe>')),
)  # fmt: skip
