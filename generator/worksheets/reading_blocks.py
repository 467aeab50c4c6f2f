"""Views of what is only read: steps, safety, words to borrow, notes."""

from __future__ import annotations

from generator.content.models.worksheet import Note, PageBreak, Safety, Steps, WordBank
from generator.site.words import Words
from generator.worksheets.field import View, headed


def steps_view(block: Steps, words: Words) -> View:
    """Numbered steps."""
    return headed(block) | {"steps": [one_line(step) for step in block.steps]}


def safety_view(block: Safety, words: Words) -> View:
    """What keeps somebody safe, to read first."""
    return headed(block) | {
        "paragraphs": paragraphs(block.text),
        "points": [one_line(point) for point in block.points],
    }


def word_bank_view(block: WordBank, words: Words) -> View:
    """Words to borrow."""
    return headed(block) | {"words": list(block.words)}


def note_view(block: Note, words: Words) -> View:
    """A text between blocks."""
    return headed(block) | {"paragraphs": paragraphs(block.text), "spaced": block.spaced}


def page_break_view(block: PageBreak, words: Words) -> View:
    """Where a page ends."""
    return {"kind": block.kind}


def one_line(text: str) -> str:
    """The text with its line breaks taken out."""
    return " ".join(text.split())


def paragraphs(text: str) -> list[str]:
    """The parts between empty lines, each on one line."""
    return [one_line(part) for part in text.split("\n\n") if part.strip()]
