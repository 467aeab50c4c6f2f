"""Lint rule: contraindications required by what a prompt involves, such as the body."""

from __future__ import annotations

from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.content.models.review import Status
from generator.content.models.taxonomy import InvolvementTerm, RequiredReason
from generator.problems import Problems


def check_needs(library: Library, problems: Problems) -> None:
    """Report an error for each reason that a term of `involves` requires at the prompt's intensity
    and that is missing from `choose_another_if`; archived prompts left out."""
    for prompt in library.prompts.values():
        if prompt.status is Status.ARCHIVED:
            continue
        for name in prompt.involves:
            for need in _needs(library, name):
                given = need.reason in prompt.choose_another_if
                if prompt.intensity >= need.from_intensity and not given:
                    problems.error(
                        library.locate_prompt(prompt, "involves"),
                        "reasons-follow-what-it-involves",
                        f'The prompt "{prompt.id}" involves {name} at intensity '
                        f'{prompt.intensity}, and does not give the reason "{need.reason}".',
                        f"Add {need.reason} to 'choose_another_if:'.",
                    )


def _needs(library: Library, involved: str) -> tuple[RequiredReason, ...]:
    term = library.term("involves", involved)
    return term.needs if isinstance(term, InvolvementTerm) else ()


RULES = (
    Rule("reasons-follow-what-it-involves", "What a prompt involves brings the reasons to choose "
         "something else that content/taxonomy/involves.yaml names.", check_needs,
         example=Example(
             "prompt",
             "involves: [body]\n"
             "choose_another_if: [not-safe]",
             "involves: [body]")),
)  # fmt: skip
