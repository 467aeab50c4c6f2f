"""Reasons to choose something else, in the order in which readers meet them."""

from __future__ import annotations

from collections.abc import Iterable

from generator.content.models.taxonomy import Term
from generator.site.site import Site


def gravest_first(site: Site, reasons: Iterable[str]) -> tuple[Term, ...]:
    """The terms of these ids, each once, in the order of the vocabulary: it begins with the
    gravest."""
    given = frozenset(reasons)
    return tuple(term for term in site.taxonomies["stop-reasons"].terms if term.id in given)
