"""The examples of every rule, which authors read, are examples of it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.checks import RULES
from generator.checks.rule import Example, Rule
from generator.content.edition_id import Edition
from generator.places import Places
from generator.reading import read

TESTS = Path(__file__).parents[2]
TODAY = date(2026, 6, 1)

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


def rules_broken(example: Example, text: str, root: Path) -> set[str]:
    """Which rules are broken by small, sound content once the lines are put into it."""
    content = root / "content"
    shutil.copytree(TESTS / "content", content)
    if example.of == "place":
        file = content / text
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(BOOK if "resources" in text else content / FILES["prompt"], file)
    elif example.of == "page":
        file = content / "pages/page.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"# A page\n\n{text}\n", "utf-8")
    else:
        file = content / FILES.get(example.of, f"{example.of}.yaml")
        if example.of == "book":
            file = content / "resources/book/a-book.yaml"
            file.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(BOOK, file)
        entry = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
        if example.of == "book":
            del entry["book"]
        inside = entry["prompts"][0] if example.of == "prompt" else entry
        inside.update(lay_over(inside, yaml.load(text, yaml.BaseLoader)))
        file.write_text(yaml.safe_dump(entry, allow_unicode=True, sort_keys=False))
    asked = {rule.id for rule in RULES if rule.on_request}
    found = read(Places(root, Edition()), TODAY, requested=asked)[1].found
    # What holds on request only is broken by the rest of the small content as well.
    changed = str(file.relative_to(root).as_posix())
    return {p.rule for p in found if p.rule not in asked or p.location.path == changed}


IN_A_FILE = [r for r in RULES if r.example and r.example.of != "library"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_an_example(rule: Rule) -> None:
    """An author sees how each rule is kept and how it is broken."""
    assert rule.example
    assert rule.example.good != rule.example.bad


@pytest.mark.parametrize("rule", IN_A_FILE, ids=lambda rule: rule.id)
def test_examples_are_true(rule: Rule, tmp_path: Path) -> None:
    """What is shown as good keeps the rule, and what is shown as bad breaks it."""
    example = rule.example
    assert example
    names = {rule.id, *rule.also}
    assert not names & rules_broken(example, example.good, tmp_path / "good")
    assert names & rules_broken(example, example.bad, tmp_path / "bad")


def test_few_rules_are_only_told() -> None:
    """A rule whose example is in words alone is about the library as a whole."""
    told = {rule.id for rule in RULES if rule.example and rule.example.of == "library"}
    assert told == {
        "named-entry-is-shown", "library-meets-floors", "term-tells-apart", "study-is-cited",
        "count-is-kept", "reader-is-spoken-to", "translation-is-whole",
        "words-are-whole", "text-opens-with-what-to-do",
        "page-is-not-made", "prompt-is-left",
    }  # fmt: skip
