"""Check: what must be true of the whole library, one small function for each rule."""

from __future__ import annotations

from generator.checks import (
    balance,
    branding,
    claims,
    contacts,
    evidence,
    freshness,
    guides,
    hours,
    identity,
    intensity,
    links,
    plain_words,
    questions,
    readability,
    references,
    repetition,
    respect,
    safe_messaging,
    sheets,
    shown,
)  # fmt: skip
from generator.checks.exceptions import exceptions_from
from generator.checks.rule import Rule
from generator.content.library import Library
from generator.problems import Problems

_EACH: tuple[Rule, ...] = (
    *identity.RULES,
    *references.RULES,
    *shown.RULES,
    *intensity.RULES,
    *safe_messaging.RULES,
    *claims.RULES,
    *evidence.RULES,
    *respect.RULES,
    *plain_words.RULES,
    *readability.RULES,
    *questions.RULES,
    *guides.RULES,
    *links.RULES,
    *sheets.RULES,
    *repetition.RULES,
    *balance.RULES,
    *contacts.RULES,
    *hours.RULES,
    *freshness.RULES,
    *branding.RULES,
)

RULES: tuple[Rule, ...] = (*_EACH, exceptions_from(_EACH))
"""Every rule, in the order in which authors read about them. A new rule is a function and a line
in the `RULES` of its module."""


def check(library: Library, problems: Problems) -> None:
    """Add a problem for everything in the library that breaks a rule."""
    for rule in RULES:
        rule.check(library, problems)
