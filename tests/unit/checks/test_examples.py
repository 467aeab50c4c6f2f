"""The examples of every rule, which authors read, are examples of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.checks import RULES
from generator.checks.rule import Example, Rule
from generator.problems import Problem

TESTS = Path(__file__).parents[2]
CONTENT = TESTS / "content"
ProblemsOf = Callable[..., tuple[Problem, ...]]

FILES = {
    "prompt": "prompts/first-lists.yaml",
    "technique": "techniques/lists.yaml",
    "worksheet": "worksheets/three-lines.yaml",
    "packet": "packets/first-week.yaml",
    "study": "studies/scullin-2018.yaml",
    "resource": "resources/crisis-line/night-line.yaml",
    "clinic": "clinics/default/clinic.yaml",
}
BOOK = TESTS / "cases/valid/resources/book.yaml"


def lay_over(values: Any, changes: Any) -> Any:
    """The values with those of `changes` put in, field by field."""
    if isinstance(values, dict) and isinstance(changes, dict):
        return {**values, **{key: lay_over(values.get(key), changes[key]) for key in changes}}
    return changes


def changed_by(example: Example, text: str) -> tuple[str, str]:
    """The file of small, sound content into which the lines go, and what it says with them."""
    if example.of == "place":
        return text, (BOOK if "resources" in text else CONTENT / FILES["prompt"]).read_text("utf-8")
    if example.of == "page":
        return "pages/page.md", f"# A page\n\n{text}\n"
    path = FILES.get(example.of, f"{example.of}.yaml")
    file = CONTENT / path
    if example.of == "book":
        path, file = "resources/book/a-book.yaml", BOOK
    entry = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    if example.of == "book":
        del entry["book"]
    inside = entry["prompts"][0] if example.of == "prompt" else entry
    inside.update(lay_over(inside, yaml.load(text, yaml.BaseLoader)))
    return path, yaml.safe_dump(entry, allow_unicode=True, sort_keys=False)


def rules_broken(example: Example, text: str, problems_of: ProblemsOf) -> set[str]:
    """Which rules are broken by small, sound content once the lines are put into it."""
    asked = {rule.id for rule in RULES if rule.on_request}
    path, said = changed_by(example, text)
    found = problems_of({path: said}, requested=asked)
    # What holds on request only is broken by the rest of the small content as well.
    return {p.rule for p in found if p.rule not in asked or p.location.path == f"content/{path}"}


IN_A_FILE = [r for r in RULES if r.example and r.example.of != "library"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_an_example(rule: Rule) -> None:
    """An author sees how each rule is kept and how it is broken."""
    assert rule.example
    assert rule.example.good != rule.example.bad


@pytest.mark.parametrize("rule", IN_A_FILE, ids=lambda rule: rule.id)
def test_examples_are_true(rule: Rule, problems_of: ProblemsOf) -> None:
    """What is shown as good keeps the rule, and what is shown as bad breaks it."""
    example = rule.example
    assert example
    names = {rule.id, *rule.also}
    assert not names & rules_broken(example, example.good, problems_of)
    assert names & rules_broken(example, example.bad, problems_of)


def test_few_rules_are_only_told() -> None:
    """A rule whose example is in words alone is about the library as a whole."""
    told = {rule.id for rule in RULES if rule.example and rule.example.of == "library"}
    assert told == {
        "named-entry-is-shown", "library-meets-floors", "term-tells-apart", "study-is-cited",
        "count-is-kept", "reader-is-spoken-to", "translation-is-whole",
        "words-are-whole", "text-opens-with-what-to-do",
        "page-is-not-made", "prompt-is-left", "name-differs-in-more-than-capitals",
    }  # fmt: skip
