"""Clarity report: seven measurable criteria of understandability and actionability per technique.

Rating scales for patient education material, such as PEMAT and the Clear Communication Index, are
applied by human readers. These criteria are among theirs, but they are no PEMAT score, and a
technique that meets all may still be unclear.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.checks.guides import DOING, openings
from generator.checks.phrases import spoken
from generator.checks.readability import PAGE
from generator.checks.respect import LEAST_SHARE, YOU
from generator.content.library import Library
from generator.content.models.review import Status
from generator.content.models.technique import Technique
from generator.content.passages import TO_READERS
from generator.text.readability import ReadabilityCounts, ease, sentences

FIRST_WORDS = 40
"""Number of words from the start within which the purpose has to be stated."""
MOST_STEPS = 7
LONGEST_SUMMARY = 30
"""Maximum number of words of a summary."""


@dataclass(frozen=True)
class _Measured:
    """A technique, with all its text for readers."""

    guide: Technique
    text: str
    ease: ReadabilityCounts
    sheets: int
    """Number of published worksheets that go with it."""


@dataclass(frozen=True)
class Clarity:
    """Readability grade of a technique, and the criteria that it meets."""

    guide: Technique
    grade: float
    """Flesch-Kincaid grade of all its text for readers."""
    shown: frozenset[str]
    """Names of the criteria of `SIGNS` that it meets."""


def clarity(library: Library) -> tuple[Clarity, ...]:
    """Every published technique, sorted by title; empty if the edition is not in English."""
    texts: dict[str, list[str]] = {}
    for passage in spoken(library, TO_READERS):
        if passage.entry.kind == "technique":
            texts.setdefault(passage.entry.id, []).append(passage.plain)
    found = []
    for guide in sorted(library.techniques.values(), key=lambda guide: guide.title):
        if guide.status is Status.PUBLISHED and guide.id in texts:
            text = "\n\n".join(texts[guide.id])
            measured = _Measured(guide, text, ease(text), _sheets(library, guide))
            shown = frozenset(name for name, sign in SIGNS.items() if sign(measured))
            found.append(Clarity(guide, measured.ease.flesch_kincaid, shown))
    return tuple(found)


def as_text(found: tuple[Clarity, ...]) -> str:
    """Plain-text table, one line for each technique."""
    lines = ["Guide                     Grade  Signs  Missing"]
    for one in found:
        missing = ", ".join(name for name in SIGNS if name not in one.shown)
        score = f"{len(one.shown)}/{len(SIGNS)}"
        lines.append(f"{one.guide.id:<25}{one.grade:>6.1f}{score:>7}  {missing}".rstrip())
    return "\n".join([*lines, "", "This is not a PEMAT score: that takes people who read."])


def _sheets(library: Library, guide: Technique) -> int:
    shown = (w for w in library.worksheets.values() if w.status is Status.PUBLISHED)
    return sum(1 for w in shown if w.technique == guide.id or w.id in guide.worksheets)


def _purpose_comes_first(measured: _Measured) -> bool:
    start = f"{measured.guide.summary} {measured.guide.what_it_is}".split()[:FIRST_WORDS]
    return bool(_PURPOSE.search(" ".join(start)))


def _summary_is_short(measured: _Measured) -> bool:
    return len(measured.guide.summary.split()) <= LONGEST_SUMMARY


def _steps_are_few(measured: _Measured) -> bool:
    return len(measured.guide.steps) <= MOST_STEPS


def _steps_are_actions(measured: _Measured) -> bool:
    return not any(DOING.isdisjoint(openings(step)) for step in measured.guide.steps)


def _is_easy(measured: _Measured) -> bool:
    return measured.ease.flesch_kincaid <= PAGE.flesch_kincaid


def _speaks_to_reader(measured: _Measured) -> bool:
    inside = sentences(measured.text)
    return sum(1 for one in inside if YOU.search(one)) >= LEAST_SHARE * len(inside)


def _has_tool(measured: _Measured) -> bool:
    return measured.sheets > 0


SIGNS: dict[str, Callable[[_Measured], bool]] = {
    "purpose": _purpose_comes_first,
    "summary": _summary_is_short,
    "steps": _steps_are_few,
    "actions": _steps_are_actions,
    "ease": _is_easy,
    "address": _speaks_to_reader,
    "tool": _has_tool,
}
"""Predicate by name of each criterion. Captions of pictures are not among them: techniques have no
pictures, and alternative text on worksheets is a rule for built pages."""

_PURPOSE = re.compile(r"\b(?:to|so that|for|when|helps?|aims?)\b", re.IGNORECASE)
