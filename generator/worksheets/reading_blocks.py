"""Views of blocks without fields: steps, safety notes, word banks, notes, page breaks."""

from __future__ import annotations

from generator.content.models.worksheet import Note, PageBreak, Safety, Steps, WordBank
from generator.site.words import Words
from generator.worksheets.field import View, heading_view


def steps_view(block: Steps, words: Words) -> View:
    """View of numbered steps."""
    return heading_view(block) | {"steps": [one_line(step) for step in block.steps]}


def safety_view(block: Safety, words: Words) -> View:
    """View of a safety note: paragraphs and points."""
    return heading_view(block) | {
        "paragraphs": paragraphs(block.text),
        "points": [one_line(point) for point in block.points],
    }


def word_bank_view(block: WordBank, words: Words) -> View:
    """View of a word bank: words to borrow."""
    return heading_view(block) | {"words": list(block.words)}


def note_view(block: Note, words: Words) -> View:
    """View of a text between blocks."""
    return heading_view(block) | {"paragraphs": paragraphs(block.text), "spaced": block.spaced}


def page_break_view(block: PageBreak, words: Words) -> View:
    """View of a page break, which has a kind alone."""
    return {"kind": block.kind}


def one_line(text: str) -> str:
    """The text with runs of whitespace, line breaks too, collapsed to single spaces."""
    return " ".join(text.split())


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text (separated by blank lines), each on one line; no empty ones."""
    return [one_line(part) for part in text.split("\n\n") if part.strip()]
