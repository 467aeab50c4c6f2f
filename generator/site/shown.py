"""What readers see, in the order in which they meet it."""

from __future__ import annotations

from generator.content.library import Library
from generator.content.models.clinic import Clinic, CrisisBlock
from generator.content.models.prompt import Prompt
from generator.content.models.resource import Resource
from generator.content.models.review import Status
from generator.content.models.technique import Technique
from generator.site.freshness import crisis_in_force, is_dropped


def shown_prompts(library: Library) -> tuple[Prompt, ...]:
    """Published prompts, the lightest and, among those, the most contained techniques first."""
    place = {
        prompt.id: (library.techniques[prompt_set.technique].structure, set_id, position)
        for set_id, prompt_set in library.prompt_sets.items()
        for position, prompt in enumerate(prompt_set.prompts)
    }
    published = (p for p in library.prompts.values() if p.status is Status.PUBLISHED)
    return tuple(sorted(published, key=lambda p: (p.intensity, place[p.id])))


def offered_prompts(library: Library) -> tuple[Prompt, ...]:
    """Those of the shown prompts that may be met by browsing, filters or chance."""
    return tuple(p for p in shown_prompts(library) if not p.for_the_room)


def shown_techniques(library: Library) -> tuple[Technique, ...]:
    """Published guides, the most contained first."""
    published = (t for t in library.techniques.values() if t.status is Status.PUBLISHED)
    return tuple(sorted(published, key=lambda t: (t.structure, t.intensity_max, t.title)))


def shown_resources(library: Library) -> tuple[Resource, ...]:
    """Published listings that are fresh enough, and those that have to stay."""
    return tuple(
        resource
        for resource in library.resources.values()
        if resource.status is Status.PUBLISHED and not is_dropped(library, resource)
    )


def crisis_of(library: Library) -> CrisisBlock:
    """The clinic's crisis block, without what is too old to rely on."""
    return crisis_in_force(library, clinic_of(library).crisis)


def clinic_of(library: Library) -> Clinic:
    """The edition's clinic; pages are planned only for a library without errors, which has one."""
    assert library.clinic is not None
    return library.clinic
