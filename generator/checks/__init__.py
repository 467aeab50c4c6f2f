"""Check: what must be true of the whole library, one small function for each rule."""

from __future__ import annotations

from collections.abc import Collection

from generator.checks import (
    abbreviations,
    addresses,
    balance,
    branding,
    citations,
    claims,
    contacts,
    counts,
    crisis_block,
    danger,
    days,
    dialling,
    evidence,
    freshness,
    guides,
    hours,
    identity,
    intensity,
    involved,
    letters,
    links,
    meetings,
    numbers_in_text,
    page_leads,
    page_text,
    plain_words,
    questions,
    readability,
    references,
    repetition,
    respect,
    reviews,
    safe_messaging,
    sheets,
    shown,
    sources,
    tasks,
    terms,
    translations,
    unwritten,
)  # fmt: skip
from generator.checks.exceptions import exceptions_from
from generator.checks.rule import Rule
from generator.content.library import Library
from generator.problems import Problems

_EACH: tuple[Rule, ...] = (
    *identity.RULES,
    *addresses.RULES,
    *terms.RULES,
    *references.RULES,
    *shown.RULES,
    *intensity.RULES,
    *safe_messaging.RULES,
    *claims.RULES,
    *evidence.RULES,
    *citations.RULES,
    *respect.RULES,
    *plain_words.RULES,
    *abbreviations.RULES,
    *readability.RULES,
    *tasks.RULES,
    *involved.RULES,
    *questions.RULES,
    *guides.RULES,
    *counts.RULES,
    *days.RULES,
    *links.RULES,
    *page_leads.RULES,
    *page_text.RULES,
    *sheets.RULES,
    *letters.RULES,
    *sources.RULES,
    *repetition.RULES,
    *balance.RULES,
    *dialling.RULES,
    *numbers_in_text.RULES,
    *contacts.RULES,
    *crisis_block.RULES,
    *danger.RULES,
    *hours.RULES,
    *meetings.RULES,
    *freshness.RULES,
    *reviews.RULES,
    *translations.RULES,
    *unwritten.RULES,
    *branding.RULES,
)

RULES: tuple[Rule, ...] = (*_EACH, exceptions_from(_EACH))
"""Every rule, in the order in which authors read about them. A new rule is a function and a line
in the `RULES` of its module."""


def check(library: Library, problems: Problems, requested: Collection[str] = ()) -> None:
    """Add a problem for everything in the library that breaks a rule.

    Rules that hold on request only are looked at if their ids are `requested`.
    """
    for rule in RULES:
        if not rule.on_request or rule.id in requested:
            rule.check(library, problems)
