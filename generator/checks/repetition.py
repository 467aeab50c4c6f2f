"""Lint rules: near-duplicate prompts (Jaccard similarity of word sets), and duplicate titles."""

from __future__ import annotations

from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.content.models.prompt import Prompt
from generator.content.models.review import Status
from generator.problems import Problems
from generator.text.near_duplicates import near_pairs

ALIKE = 0.8
"""Jaccard similarity (0 to 1) from which on two prompts are near-duplicates."""
FEWEST_WORDS = 5
"""Texts with fewer distinct words are not compared: they are similar by chance."""


def check_likeness(library: Library, problems: Problems) -> None:
    """Warn of each pair of prompts whose word sets reach the similarity `ALIKE`."""
    words_of: dict[str, list[str]] = {}
    for passage in library.passages:
        if passage.prompt in library.prompts and passage.keys[-1] in ("text", "starter"):
            words_of.setdefault(passage.prompt, []).extend(passage.in_order)
    texts = {name: frozenset(found) for name, found in words_of.items()}
    long_enough = {name: found for name, found in texts.items() if len(found) >= FEWEST_WORDS}
    for name, other, likeness in near_pairs(long_enough, ALIKE):
        problems.warn(
            library.locate_prompt(library.prompts[name], "text"),
            "prompts-differ",
            f'The prompts "{name}" and "{other}" share {likeness:.0%} of their words.',
            "Keep the better one, or let this one ask for something else.",
        )


def check_titles(library: Library, problems: Problems) -> None:
    """Warn of each prompt with the title of another one, ignoring case; archived ones left out."""
    first: dict[str, str] = {}
    for prompt in _not_archived(library):
        other = first.setdefault(prompt.title.casefold(), prompt.id)
        if other != prompt.id:
            problems.warn(
                library.locate_prompt(prompt, "title"),
                "titles-differ",
                f'The prompt "{other}" has the same title.',
                "Say in the title what only this one asks.",
            )


def _not_archived(library: Library) -> tuple[Prompt, ...]:
    return tuple(p for p in library.prompts.values() if p.status is not Status.ARCHIVED)


RULES = (
    Rule("prompts-differ", "No two prompts share four fifths of their words.", check_likeness,
         example=Example("prompt", "text: Note five sounds from near to far.",
                         "text: Write what weighs on you now, one line each.")),
    Rule("titles-differ", "No two prompts have the same title.", check_titles,
         example=Example("prompt", "title: Five sounds of the night", "title: What weighs on you")),
)  # fmt: skip
