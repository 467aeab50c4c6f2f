"""Facets of the prompt finder (faceted search), and the terms of each that prompts use."""

from __future__ import annotations

from collections.abc import Sequence

from generator.content.models.prompt import Prompt
from generator.site.facets import FACETS, Facet
from generator.site.site import Site

TECHNIQUE = Facet("technique", "", lambda site, prompt: (site.technique_of(prompt).id,))
"""Facet without a taxonomy: its terms are techniques, whose pages are guides, not lists."""

FIND_FACETS: tuple[Facet, ...] = (*FACETS[:3], TECHNIQUE, *FACETS[3:])
"""All facets of the finder, in the order in which they are shown."""


def terms_in_use(site: Site, facet: Facet, prompts: Sequence[Prompt]) -> tuple[str, ...]:
    """Ids of the facet's terms that at least one prompt has, in display order.

    That is the order of the taxonomy; of techniques, by structure, then id.
    """
    used = {term_id for prompt in prompts for term_id in facet.of(site, prompt)}
    if facet is TECHNIQUE:
        order = sorted(site.techniques, key=lambda t: (t.structure, t.id))
        return tuple(technique.id for technique in order if technique.id in used)
    return tuple(term.id for term in site.taxonomies[facet.taxonomy].terms if term.id in used)
