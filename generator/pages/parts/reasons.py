"""Sort order of stop reasons (who should choose another prompt or technique)."""

from __future__ import annotations

from collections.abc import Iterable

from generator.content.models.taxonomy import Term
from generator.site.site import Site


def by_severity(site: Site, reasons: Iterable[str]) -> tuple[Term, ...]:
    """The terms of these ids without duplicates, in taxonomy order, which is by severity."""
    given = frozenset(reasons)
    return tuple(term for term in site.taxonomies["stop-reasons"].terms if term.id in given)
