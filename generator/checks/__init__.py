"""Content linter: registry of all validation rules, and `check`, which runs them."""

from __future__ import annotations

from collections.abc import Collection

from generator.checks import (
    abbreviations,
    address_conflicts,
    balance,
    branding,
    broken_links,
    citations,
    claims,
    contacts,
    counts,
    crisis_block,
    danger,
    dialling,
    evidence,
    freshness,
    glyphs,
    guides,
    hours,
    identity,
    intensity,
    involved,
    links,
    meetings,
    numbers_in_text,
    packet_days,
    page_dialects,
    page_links,
    page_markup,
    placeholders,
    plain_words,
    questions,
    readability,
    references,
    repetition,
    respect,
    reviews,
    safe_messaging,
    sheets,
    site_address,
    sources,
    tasks,
    terms,
    translations,
    unpublished,
)  # fmt: skip
from generator.checks.exceptions import exceptions_from
from generator.checks.rule import Rule
from generator.content.library import Library
from generator.problems import Problems

_EACH: tuple[Rule, ...] = (
    *identity.RULES,
    *address_conflicts.RULES,
    *terms.RULES,
    *references.RULES,
    *unpublished.RULES,
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
    *packet_days.RULES,
    *links.RULES,
    *broken_links.RULES,
    *page_links.RULES,
    *page_markup.RULES,
    *page_dialects.RULES,
    *sheets.RULES,
    *glyphs.RULES,
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
    *placeholders.RULES,
    *site_address.RULES,
    *branding.RULES,
)

RULES: tuple[Rule, ...] = (*_EACH, exceptions_from(_EACH))
"""Every rule, in the order of the authors' reference. A new rule is a function and a line in the
`RULES` of its module. The rule about exceptions is last: it needs what the others excused."""


def check(library: Library, problems: Problems, requested: Collection[str] = ()) -> None:
    """Run all rules over the library and add each violation to `problems`.

    Opt-in rules (`Rule.on_request`) run only if their id is in `requested`.
    """
    for rule in RULES:
        if not rule.on_request or rule.id in requested:
            rule.check(library, problems)
