"""What can be found and chosen by: the order of prompts, and the facets of the finder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.content.library import Library
from generator.content.models.prompt import Prompt
from generator.site.facets import FACETS, Facet
from generator.site.shown import offered_prompts, shown_prompts

TECHNIQUE = Facet("technique", "", lambda library, prompt: (library.technique_of(prompt).id,))
"""Guides are no vocabulary, and each has a page of its own, but one can choose by them too."""

FIND_FACETS: tuple[Facet, ...] = (*FACETS[:3], TECHNIQUE, *FACETS[3:])
"""Everything that one can choose by at once."""


def found_prompts(library: Library) -> tuple[Prompt, ...]:
    """What can be found, in the order of search results: lightest first, ways of writing mixed."""
    return _mixed(library, offered_prompts(library))


def packed_prompts(library: Library) -> tuple[Prompt, ...]:
    """All that a packet may hold: what can be found, then what is for a session alone."""
    room = (p for p in shown_prompts(library) if p.for_the_room)
    return (*found_prompts(library), *_mixed(library, room))


def terms_in_use(library: Library, facet: Facet, prompts: Sequence[Prompt]) -> tuple[str, ...]:
    """The ids that prompts have, in the order in which they are shown."""
    used = {term_id for prompt in prompts for term_id in facet.of(library, prompt)}
    if facet is TECHNIQUE:
        order = sorted(library.techniques.values(), key=lambda t: (t.structure, t.id))
        return tuple(technique.id for technique in order if technique.id in used)
    return tuple(term.id for term in library.taxonomies[facet.taxonomy].terms if term.id in used)


def _mixed(library: Library, prompts: Iterable[Prompt]) -> tuple[Prompt, ...]:
    place = {
        prompt.id: (position, library.techniques[prompt_set.technique].structure, set_id)
        for set_id, prompt_set in library.prompt_sets.items()
        for position, prompt in enumerate(prompt_set.prompts)
    }
    return tuple(sorted(prompts, key=lambda p: (p.intensity, place[p.id])))
