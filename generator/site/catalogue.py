"""What can be found and chosen by: the order of prompts, and the facets of the finder."""

from __future__ import annotations

from collections.abc import Sequence

from generator.content.models.prompt import Prompt
from generator.site.facets import FACETS, Facet
from generator.site.site import Site

TECHNIQUE = Facet("technique", "", lambda site, prompt: (site.technique_of(prompt).id,))
"""Guides are no vocabulary, and each has a page of its own, but one can choose by them too."""

FIND_FACETS: tuple[Facet, ...] = (*FACETS[:3], TECHNIQUE, *FACETS[3:])
"""Everything that one can choose by at once."""


def terms_in_use(site: Site, facet: Facet, prompts: Sequence[Prompt]) -> tuple[str, ...]:
    """The ids that prompts have, in the order in which they are shown."""
    used = {term_id for prompt in prompts for term_id in facet.of(site, prompt)}
    if facet is TECHNIQUE:
        order = sorted(site.techniques, key=lambda t: (t.structure, t.id))
        return tuple(technique.id for technique in order if technique.id in used)
    return tuple(term.id for term in site.taxonomies[facet.taxonomy].terms if term.id in used)
