"""Lint rules for techniques: length of the introduction, and an action verb in every step.

Two criteria of rating scales for patient education material that a program can measure. Passing
them is no rating.
"""

from __future__ import annotations

import re

from generator.checks.phrases import LANGUAGE
from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.content.models.review import Status
from generator.problems import Problems
from generator.text.readability import words

LONGEST_SUMMARY = 60
"""Maximum number of words in `what_it_is`."""


def check_what_it_is(library: Library, problems: Problems) -> None:
    """Warn of each technique whose `what_it_is` exceeds `LONGEST_SUMMARY` words."""
    for technique in library.techniques.values():
        count = len(technique.what_it_is.split())
        if count > LONGEST_SUMMARY:
            problems.warn(
                library.locate("technique", technique.id, "what_it_is"),
                "guide-is-quick-to-grasp",
                f"What it is takes {count} words; the most is {LONGEST_SUMMARY}.",
                "Keep what somebody needs in order to choose it, and move the rest.",
            )


def check_steps(library: Library, problems: Problems) -> None:
    """Warn of each step in which no clause begins with a verb of `DOING`; English editions only,
    drafts and suppressions (`allow:`) left out."""
    for technique in library.techniques.values():
        if library.edition.locale != LANGUAGE:
            return
        if any(allowance.rule == "step-is-an-action" for allowance in technique.allow):
            problems.excuse("technique", technique.id, "step-is-an-action")
            continue
        if technique.status is Status.DRAFT:
            continue  # Its steps may still be to be written.
        for index, step in enumerate(technique.steps):
            if DOING.isdisjoint(openings(step)):
                problems.warn(
                    library.locate("technique", technique.id, "steps", index),
                    "step-is-an-action",
                    f"Step {index + 1} has nothing to do in it.",
                    "Begin with what to do: write, choose, read.",
                )


def openings(step: str) -> set[str]:
    """First words, in lower case, of the sentences and clauses of a step."""
    parts = _PART.split(step)
    return {word for part in parts for word in words(part)[:1]}


_PART = re.compile(r"[.!?:;,]|\b(?:and|then|or|to|can|may|might|could)\b", re.IGNORECASE)

DOING = frozenset({
    "write", "choose", "put", "add", "read", "let", "go", "tell", "say", "finish", "do", "name",
    "stop", "pick", "wait", "begin", "start", "leave", "close", "give", "sit", "make", "draw",
    "picture", "greet", "reply", "thank", "look", "keep", "touch", "fill", "ask", "come", "take",
    "describe", "find", "think", "copy", "lift", "plan", "open", "end", "turn", "sort", "list",
    "note", "set", "circle", "mark", "count", "underline", "cross", "fold", "tear", "cut", "glue",
    "hold", "breathe", "rest", "stand", "walk", "move", "listen", "notice", "imagine", "remember",
    "decide", "try", "use", "change", "compare", "check", "rate", "score", "cover", "bring",
    "share", "show", "send", "save", "delete", "destroy", "burn", "hide", "lock", "date", "sign",
    "title", "call", "text", "talk", "speak", "record", "repeat", "return", "skip", "pause",
    "slow", "stay", "see", "feel", "rewrite", "answer", "address", "continue", "gather",
    "collect", "get", "arrange", "join", "link", "match", "number", "order", "pass", "press",
    "pull", "push", "reach", "rank", "recall", "search", "select", "spend", "split", "star",
    "step", "summarise", "summarize", "switch", "trace", "visit", "watch", "word", "work",
})  # fmt: skip
"""Action verbs in lower case: what somebody with pen and paper can do."""

RULES = (
    Rule("guide-is-quick-to-grasp", "What a technique is takes sixty words at most.",
         check_what_it_is,
         example=Example("technique", "what_it_is: You answer one question in short lines.",
                         f"what_it_is: {'A list is a list of lines. ' * 10}".strip())),
    Rule("step-is-an-action", "Every step of a guide holds something to do.", check_steps,
         example=Example("technique", "steps: [Write the question., Write five lines.]",
                         "steps: [Lists are old., Write five lines.]"),
         may_be_allowed=True),
)  # fmt: skip
