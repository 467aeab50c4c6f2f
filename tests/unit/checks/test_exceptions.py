"""An exception lets a text stand for a reason, and only where it is needed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.checks import RULES
from generator.problems import Problem

SET = (Path(__file__).parents[2] / "content/prompts/first-lists.yaml").read_text("utf-8")
DEATH = SET.replace("Note five sounds from near to far.", "Write to somebody who died.")
ALLOW = "allow: [{rule: hard-subject-is-deep, because: It is for grief groups with leaders.}]"

ProblemsOf = Callable[..., tuple[Problem, ...]]


def rules(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.rule for problem in problems]


def test_without_a_reason_it_is_refused(problems_of: ProblemsOf) -> None:
    """A light prompt about death is an error."""
    assert rules(problems_of({"prompts/first-lists.yaml": DEATH})) == ["hard-subject-is-deep"]


def test_prompt_gives_its_reason(problems_of: ProblemsOf) -> None:
    """With a reason in the prompt it may stand, and nothing else is said."""
    text = DEATH.replace("    title: Five", f"    {ALLOW}\n    title: Five")
    assert problems_of({"prompts/first-lists.yaml": text}) == ()


def test_set_gives_a_reason_for_all(problems_of: ProblemsOf) -> None:
    """A reason given by the set holds for each of its prompts."""
    assert problems_of({"prompts/first-lists.yaml": f"{ALLOW}\n{DEATH}"}) == ()


def test_reason_of_another_prompt_does_not_count(problems_of: ProblemsOf) -> None:
    """An exception is for the prompt that has it, where it is then not needed."""
    text = DEATH.replace("    title: What weighs", f"    {ALLOW}\n    title: What weighs")
    found = rules(problems_of({"prompts/first-lists.yaml": text}))
    assert sorted(found) == ["exception-is-needed", "hard-subject-is-deep"]


def test_reason_is_a_sentence(problems_of: ProblemsOf) -> None:
    """An exception without a real reason is refused."""
    short = "allow: [{rule: hard-subject-is-deep, because: ok}]"
    found = problems_of({"prompts/first-lists.yaml": f"{short}\n{DEATH}"})
    assert "12" in found[0].message


def test_rules_of_safety_know_no_exception() -> None:
    """What deep writing must carry, and what a crisis line must have, is never waived."""
    firm = {rule.id for rule in RULES if not rule.may_be_allowed}
    assert firm >= {
        "closing-is-given", "deep-says-who-should-not", "not-clinician-led",
        "shown-is-dialled", "crisis-line-is-verified", "emergency-comes-first",
        "evidence-is-stated", "grade-fits-studies",
    }  # fmt: skip


def test_what_a_clinic_hides_needs_no_exception(problems_of: ProblemsOf) -> None:
    """A clinic is not warned of an exception in the library that a hidden prompt alone needed."""
    own = "clinics/default/clinic.yaml"
    clinic = (Path(__file__).parents[2] / "content" / own).read_text("utf-8")
    hiding = f"{clinic}hide: [prompt:five-sounds, packet:first-week]\n"
    in_prompt = DEATH.replace("    title: Five", f"    {ALLOW}\n    title: Five")
    for text in (in_prompt, f"{ALLOW}\n{DEATH}"):
        assert rules(problems_of({"prompts/first-lists.yaml": text, own: hiding})) == []
