"""Chips: the terms of a facet as links, each with the number of its prompts."""

from __future__ import annotations

from collections.abc import Mapping

from generator.pages.page import Chip
from generator.site.facets import Facet
from generator.site.site import Site
from generator.site.urls import facet_url


def chips(
    site: Site, facet: Facet, counts: Mapping[str, int], *, current: str = ""
) -> tuple[Chip, ...]:
    """A chip for each term that has prompts."""
    return tuple(
        Chip(
            site.term(facet.taxonomy, term_id).label,
            facet_url(facet.name, term_id),
            count,
            term_id == current,
        )
        for term_id, count in counts.items()
    )
