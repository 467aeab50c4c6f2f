"""Chips: links to the terms of a facet, with the number of prompts (facet counts)."""

from __future__ import annotations

from collections.abc import Mapping

from generator.pages.page import Chip
from generator.site.facets import Facet
from generator.site.site import Site
from generator.site.urls import facet_url


def chips(
    site: Site, facet: Facet, counts: Mapping[str, int], *, current: str = ""
) -> tuple[Chip, ...]:
    """A chip for each term id of `counts`, in its order; `current` is the id to be marked."""
    return tuple(
        Chip(
            site.term(facet.taxonomy, term_id).label,
            facet_url(facet.name, term_id),
            count,
            term_id == current,
        )
        for term_id, count in counts.items()
    )
