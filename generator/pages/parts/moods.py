"""Moods filtered by valence and energy (the axes of the mood map)."""

from __future__ import annotations

from collections.abc import Collection

from generator.content.models.taxonomy import Energy, MoodTerm, Pleasantness
from generator.site.site import Site


def moods_of(
    site: Site, used: Collection[str], valence: Pleasantness, *energies: Energy
) -> tuple[MoodTerm, ...]:
    """Moods of this valence and any of these energies with an id in `used`, in taxonomy order."""
    return tuple(
        term
        for term in site.taxonomies["moods"].terms
        if isinstance(term, MoodTerm)
        and term.id in used
        and term.valence is valence
        and term.energy in energies
    )
