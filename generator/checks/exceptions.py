"""Lint rule for suppressions (`allow:`): each names a rule that may be suppressed, and is used.

Has to run after all other rules: only they note in `Problems.excused` what was suppressed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.content.models.review import Allowance
from generator.content.passages import allowed_in
from generator.problems import Location, Problems
from generator.text.suggestions import suggestion


def exceptions_from(rules: Iterable[Rule]) -> Rule:
    """Build the rule that checks `allow:` against the suppressible ones of `rules`."""
    allowed = {name for rule in rules if rule.may_be_allowed for name in (rule.id, *rule.also)}

    def check(library: Library, problems: Problems) -> None:
        """Report an error for each suppression of another rule; warn of unused suppressions."""
        _check_exceptions(library, problems, allowed)

    return Rule(
        "exception-is-needed",
        "What 'allow:' names is a rule of wording that would be broken without it.",
        check,
        ("exception-is-possible",),
        Example(
            "prompt",
            "text: Write to somebody who died.\n"
            "allow: [{rule: hard-subject-is-deep, because: It is for a grief group with leaders.}]",
            "allow: [{rule: hard-subject-is-deep, because: It was once about somebody's death.}]",
        ),
    )


def _check_exceptions(library: Library, problems: Problems, allowed: set[str]) -> None:
    used = problems.excused
    for kind, entries in (
        ("technique", library.techniques), ("worksheet", library.worksheets),
        ("packet", library.packets), ("resource", library.resources), ("study", library.studies),
    ):  # fmt: skip
        for entry_id, entry in entries.items():
            if not entry.allow or (kind, entry_id) in library.hidden_by:
                continue
            _check(_rules(entry.allow), {rule for k, i, rule in used if (k, i) == (kind, entry_id)},
                   lambda *keys, k=kind, i=entry_id: library.locate(k, i, *keys),
                   allowed, problems)  # fmt: skip
    for prompt in library.prompts.values():
        if prompt.allow and ("prompt", prompt.id) not in library.hidden_by:
            made = {rule for k, i, rule in used if (k, i) == ("prompt", prompt.id)}
            _check(_rules(prompt.allow), made,
                   lambda *keys, p=prompt: library.locate_prompt(p, *keys),
                   allowed, problems)  # fmt: skip
    for set_id, prompt_set in library.prompt_sets.items():
        if prompt_set.allow:
            inside = {prompt.id for prompt in prompt_set.prompts}
            if any(("prompt", prompt_id) in library.hidden_by for prompt_id in inside):
                continue  # it may be for a hidden prompt, whose texts are not checked
            made = {rule for k, i, rule in used if (k == "prompt" and i in inside) or i == set_id}
            _check(_rules(prompt_set.allow), made,
                   lambda *keys, i=set_id: library.locate("prompt-set", i, *keys),
                   allowed, problems)  # fmt: skip
    for page in library.pages:
        made = {rule for k, i, rule in used if (k, i) == (page.kind, page.id)}
        _check(sorted(allowed_in(page.values)), made,
               lambda *_, p=page: p.locate_text((1, p.start), "allow:"),
               allowed, problems)  # fmt: skip


def _rules(allowances: tuple[Allowance, ...]) -> list[str]:
    return [allowance.rule for allowance in allowances]


def _check(
    rules: list[str],
    made: set[str],
    locate: Callable[..., Location],
    allowed: set[str],
    problems: Problems,
) -> None:
    for index, rule in enumerate(rules):
        if rule not in allowed:
            problems.error(
                locate("allow", index, "rule"),
                "exception-is-possible",
                f'There is no exception from "{rule}".',
                suggestion(rule, allowed) or "Mend what breaks it instead.",
            )
        elif rule not in made:
            problems.warn(
                locate("allow", index, "rule"),
                "exception-is-needed",
                f'Nothing here breaks "{rule}".',
                "Remove the exception.",
            )
