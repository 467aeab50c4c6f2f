"""Check: what must be true of the whole library, one small function for each rule."""

from __future__ import annotations

from generator.checks import (
    contacts,
    evidence,
    freshness,
    identity,
    intensity,
    references,
    shown,
)  # fmt: skip
from generator.checks.rule import Rule
from generator.content.library import Library
from generator.problems import Problems

RULES: tuple[Rule, ...] = (
    *identity.RULES,
    *references.RULES,
    *shown.RULES,
    *intensity.RULES,
    *evidence.RULES,
    *contacts.RULES,
    *freshness.RULES,
)
"""Every rule, in the order in which authors read about them. A new rule is a function and a line
in the `RULES` of its module."""


def check(library: Library, problems: Problems) -> None:
    """Add a problem for everything in the library that breaks a rule."""
    for rule in RULES:
        rule.check(library, problems)
