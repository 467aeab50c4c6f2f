"""Signs that a guide can be understood and acted on, as far as a program can see them.

Ratings of material for patients, such as PEMAT and the Clear Communication Index, are made by
people who read it. What is counted here are seven things that they also look at. It is no PEMAT
score, and a guide with all of them may still be unclear.
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
from generator.text.readability import Ease, ease, sentences

FIRST_WORDS = 40
"""Words within which a reader learns what the guide is for."""
MOST_STEPS = 7
LONGEST_SUMMARY = 30
"""Words of a summary that can be taken in at a glance."""


@dataclass(frozen=True)
class _Said:
    """A guide, and all that it says to its reader."""

    guide: Technique
    text: str
    ease: Ease
    sheets: int
    """Worksheets that go with it."""


@dataclass(frozen=True)
class Clarity:
    """The grade of a guide, and which of the signs it shows."""

    guide: Technique
    grade: float
    """Flesch-Kincaid grade of all that it says to readers."""
    shown: frozenset[str]
    """Names of the signs that it shows, of those in `SIGNS`."""


def clarity(library: Library) -> tuple[Clarity, ...]:
    """Every published guide by its title, for an edition whose language is measured."""
    texts: dict[str, list[str]] = {}
    for passage in spoken(library, TO_READERS):
        if passage.entry.kind == "technique":
            texts.setdefault(passage.entry.id, []).append(passage.plain)
    found = []
    for guide in sorted(library.techniques.values(), key=lambda guide: guide.title):
        if guide.status is Status.PUBLISHED and guide.id in texts:
            text = "\n\n".join(texts[guide.id])
            said = _Said(guide, text, ease(text), _sheets(library, guide))
            shown = frozenset(name for name, sign in SIGNS.items() if sign(said))
            found.append(Clarity(guide, said.ease.flesch_kincaid, shown))
    return tuple(found)


def as_text(found: tuple[Clarity, ...]) -> str:
    """One line for each guide, for a terminal."""
    lines = ["Guide                     Grade  Signs  Missing"]
    for one in found:
        missing = ", ".join(name for name in SIGNS if name not in one.shown)
        score = f"{len(one.shown)}/{len(SIGNS)}"
        lines.append(f"{one.guide.id:<25}{one.grade:>6.1f}{score:>7}  {missing}".rstrip())
    return "\n".join([*lines, "", "This is not a PEMAT score: that takes people who read."])


def _sheets(library: Library, guide: Technique) -> int:
    shown = (w for w in library.worksheets.values() if w.status is Status.PUBLISHED)
    return sum(1 for w in shown if w.technique == guide.id or w.id in guide.worksheets)


def _purpose_comes_first(said: _Said) -> bool:
    start = f"{said.guide.summary} {said.guide.what_it_is}".split()[:FIRST_WORDS]
    return bool(_PURPOSE.search(" ".join(start)))


def _summary_is_short(said: _Said) -> bool:
    return len(said.guide.summary.split()) <= LONGEST_SUMMARY


def _steps_are_few(said: _Said) -> bool:
    return len(said.guide.steps) <= MOST_STEPS


def _steps_are_actions(said: _Said) -> bool:
    return not any(DOING.isdisjoint(openings(step)) for step in said.guide.steps)


def _is_easy(said: _Said) -> bool:
    return said.ease.flesch_kincaid <= PAGE.flesch_kincaid


def _speaks_to_reader(said: _Said) -> bool:
    inside = sentences(said.text)
    return sum(1 for one in inside if YOU.search(one)) >= LEAST_SHARE * len(inside)


def _has_tool(said: _Said) -> bool:
    return said.sheets > 0


SIGNS: dict[str, Callable[[_Said], bool]] = {
    "purpose": _purpose_comes_first,
    "summary": _summary_is_short,
    "steps": _steps_are_few,
    "actions": _steps_are_actions,
    "ease": _is_easy,
    "address": _speaks_to_reader,
    "tool": _has_tool,
}
"""Each sign and how it is seen. Pictures with captions are none of them: guides have no pictures,
and those of worksheets carry words by a rule of built pages."""

_PURPOSE = re.compile(r"\b(?:to|so that|for|when|helps?|aims?)\b", re.IGNORECASE)
