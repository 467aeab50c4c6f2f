"""What readers see of a library, in the order in which they meet it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from generator.content.library import Library
from generator.content.models.packet import Packet
from generator.content.models.prompt import Prompt
from generator.content.models.resource import Resource, VerificationStatus
from generator.content.models.review import Published, Status
from generator.content.models.study import Study
from generator.content.models.technique import Technique
from generator.content.models.worksheet import Worksheet
from generator.site.freshness import is_dropped

Entry = TypeVar("Entry", bound=Published)


def shown_prompts(library: Library) -> tuple[Prompt, ...]:
    """Published prompts, the lightest first: of those the classics, then the most contained."""
    place = {
        prompt.id: (library.techniques[prompt_set.technique].structure, set_id, position)
        for set_id, prompt_set in library.prompt_sets.items()
        for position, prompt in enumerate(prompt_set.prompts)
    }
    return tuple(
        sorted(_published(library.prompts), key=lambda p: (p.intensity, not p.classic, place[p.id]))
    )


def offered_prompts(library: Library) -> tuple[Prompt, ...]:
    """Those of the shown prompts that may be met by browsing, filters or chance."""
    return tuple(p for p in shown_prompts(library) if not p.for_the_room)


def found_prompts(library: Library) -> tuple[Prompt, ...]:
    """What can be found, in the order of search results: lightest first, ways of writing mixed."""
    return _mixed(library, offered_prompts(library))


def packed_prompts(library: Library) -> tuple[Prompt, ...]:
    """All that a packet may hold: what can be found, then what is for a session alone."""
    room = (p for p in shown_prompts(library) if p.for_the_room)
    return (*found_prompts(library), *_mixed(library, room))


def shown_techniques(library: Library) -> tuple[Technique, ...]:
    """Published guides, the most contained first."""
    published = _published(library.techniques)
    return tuple(sorted(published, key=lambda t: (t.structure, t.intensity_max, t.title)))


def shown_worksheets(library: Library) -> tuple[Worksheet, ...]:
    """Published sheets, the lightest and shortest first."""
    published = _published(library.worksheets)
    return tuple(sorted(published, key=lambda w: (w.intensity, w.time, w.title)))


def shown_packets(library: Library) -> tuple[Packet, ...]:
    """Published packets, in order of their ids."""
    return tuple(_published(library.packets))


def shown_resources(library: Library) -> tuple[Resource, ...]:
    """Published listings that are fresh enough, and those that have to stay.

    What has closed meets no more: nobody is to stand before a shut door.
    """
    kept = (r for r in _published(library.resources) if not is_dropped(library, r))
    return tuple(
        r.model_copy(update={"meeting": None})
        if r.meeting and r.verification.status is VerificationStatus.CLOSED
        else r
        for r in kept
    )


def shown_studies(library: Library) -> tuple[Study, ...]:
    """Published studies, in order of their ids."""
    return tuple(_published(library.studies))


def _published(entries: Mapping[str, Entry]) -> Iterable[Entry]:
    return (entry for entry in entries.values() if entry.status is Status.PUBLISHED)


def _mixed(library: Library, prompts: Iterable[Prompt]) -> tuple[Prompt, ...]:
    place = {
        prompt.id: (position, library.techniques[prompt_set.technique].structure, set_id)
        for set_id, prompt_set in library.prompt_sets.items()
        for position, prompt in enumerate(prompt_set.prompts)
    }
    return tuple(sorted(prompts, key=lambda p: (p.intensity, not p.classic, place[p.id])))
