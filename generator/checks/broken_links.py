"""Lint rule for links that Markdown does not take for links, and shows with their brackets."""

from __future__ import annotations

from generator.checks.marked_fields import marked
from generator.checks.rule import Example, Rule
from generator.content.handwritten_markdown import markdown_of, place_in
from generator.content.library import Library
from generator.content.models.field_types import Rich
from generator.problems import Problems
from generator.text.broken_links import BrokenLink, broken_links


def check_whole(library: Library, problems: Problems) -> None:
    """Report an error for each link of rich text and of handwritten pages that has a space before
    its address, or no bracket after it."""
    for entry, keys, value, _ in marked(library, Rich):
        for link in broken_links(value):
            place = entry.locate_text(keys, link.written)
            problems.error(place, "link-is-whole", _message(link), _hint(link))
    for page in library.pages:
        for link in broken_links(markdown_of(page).written):
            place = place_in(page, link.at)
            problems.error(place, "link-is-whole", _message(link), _hint(link))


def _message(link: BrokenLink) -> str:
    if link.is_apart:
        return f'The link to "{link.address}" has a space between its words and its address.'
    return f'The bracket round the address "{link.address}" is not closed.'


def _hint(link: BrokenLink) -> str:
    if link.is_apart:
        return "Write the round bracket right after the square one: [words](address)."
    return "Write ')' at its end: [words](address)."


RULES = (
    Rule("link-is-whole", "A link is written as [words](address), with nothing between the two and "
         "both brackets closed.", check_whole,
         example=Example("technique", "privacy: See [the crisis page](page:crisis).",
                         "privacy: See [the crisis page] (page:crisis).")),
)  # fmt: skip
