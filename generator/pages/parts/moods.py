"""Moods by their region of the mood map."""

from __future__ import annotations

from collections.abc import Collection

from generator.content.models.taxonomy import Energy, MoodTerm, Pleasantness
from generator.site.site import Site


def moods_of(
    site: Site, used: Collection[str], valence: Pleasantness, *energies: Energy
) -> tuple[MoodTerm, ...]:
    """The moods of a valence and of these energies whose ids are in `used`, in the terms' order."""
    return tuple(
        term
        for term in site.taxonomies["moods"].terms
        if isinstance(term, MoodTerm)
        and term.id in used
        and term.valence is valence
        and term.energy in energies
    )
