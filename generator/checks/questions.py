"""Lint rules for questions in prompts: three at most, and no "why" that invites rumination."""

from __future__ import annotations

import re

from generator.checks.phrases import LANGUAGE
from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.content.models.prompt import Prompt
from generator.problems import Problems

MEDIUM = 2
"""Intensity from which on "why" questions are checked."""
MOST_QUESTIONS = 3
"""Maximum number of questions in one prompt's text. With more it is a form, not a prompt."""


def check_why(library: Library, problems: Problems) -> None:
    """Warn of each prompt from `MEDIUM` on that asks "why" and in neither text nor follow-ups asks
    about the present or future."""
    for prompt in _prompts(library):
        texts = (prompt.text, prompt.starter or "")
        if prompt.intensity >= MEDIUM and any(_WHY.search(t) for t in texts):
            if any(_ONWARD.search(t) for t in (prompt.text, *prompt.follow_ups)):
                continue
            _object(
                library,
                problems,
                prompt,
                "why-leads-onward",
                f'The prompt "{prompt.id}" asks why, and then leaves the reader with it.',
                "Ask what, how or when instead, or add a follow-up about what comes next.",
            )


def check_count(library: Library, problems: Problems) -> None:
    """Warn of each prompt whose text has more than `MOST_QUESTIONS` questions."""
    for prompt in _prompts(library):
        count = len(_QUESTION.findall(prompt.text))
        if count > MOST_QUESTIONS:
            _object(library, problems, prompt, "prompt-asks-one-thing",
                    f'The prompt "{prompt.id}" asks {count} questions; the most is '
                    f"{MOST_QUESTIONS}.",
                    "Keep the best, and move another to 'follow_ups:'.")  # fmt: skip


def _prompts(library: Library) -> tuple[Prompt, ...]:
    return tuple(library.prompts.values()) if library.edition.locale == LANGUAGE else ()


def _object(
    library: Library, problems: Problems, prompt: Prompt, rule: str, message: str, hint: str
) -> None:
    allowed = (*prompt.allow, *library.prompt_sets[library.set_of_prompt[prompt.id]].allow)
    if any(allowance.rule == rule for allowance in allowed):
        problems.excuse("prompt", prompt.id, rule)
    else:
        problems.warn(library.locate_prompt(prompt, "text"), rule, message, hint)


_WHY = re.compile(
    r"\bwhy\b(?! not\b)[^.!?]*\?|\bwhy (?:did|do|does|is|was|were|am|are|me)\b", re.IGNORECASE
)
_ONWARD = re.compile(
    r"\b(?:next|now|tomorrow|from here|this week|could|might|would (?:help|like|you)|want|wish|"
    r"one (?:small )?(?:step|thing)|what (?:do|would) you need)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\?(?=[\s\"'”’)*_]|$)")

RULES = (
    Rule("why-leads-onward", "A prompt of intensity 2 or more that asks why also asks what next.",
         check_why,
         example=Example(
             "prompt",
             "text: What happened, and what would help you now?\nintensity: 2\n"
             "closing: feet-on-floor",
             "text: Why did it happen to you?\nintensity: 2\nclosing: feet-on-floor"),
         may_be_allowed=True),
    Rule("prompt-asks-one-thing", "A prompt has at most three questions in its text.", check_count,
         example=Example("prompt", "text: What do you hear? Note five sounds.",
                         "text: What do you hear? Where is it? Who is there? How is it for you?"),
         may_be_allowed=True),
)  # fmt: skip
