"""Publication filter and sort orders: the published entries of each kind, as readers meet them.

`structure` is how contained a technique is, from 1 (small and guided) to 4 (open page).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from generator.content.library import Library
from generator.content.models.packet import Packet
from generator.content.models.prompt import Prompt
from generator.content.models.resource import Resource, VerificationStatus
from generator.content.models.review import EntryRecord, Status
from generator.content.models.study import Study
from generator.content.models.technique import Technique
from generator.content.models.worksheet import Worksheet
from generator.site.freshness import is_dropped

Entry = TypeVar("Entry", bound=EntryRecord)


def shown_prompts(library: Library) -> tuple[Prompt, ...]:
    """Published prompts by intensity, classics first, then by structure, set id and place in it."""
    place = {
        prompt.id: (library.techniques[prompt_set.technique].structure, set_id, position)
        for set_id, prompt_set in library.prompt_sets.items()
        for position, prompt in enumerate(prompt_set.prompts)
    }
    return tuple(
        sorted(_published(library.prompts), key=lambda p: (p.intensity, not p.classic, place[p.id]))
    )


def offered_prompts(library: Library) -> tuple[Prompt, ...]:
    """Shown prompts that browsing, filters and chance may offer: all but those for sessions alone.

    In the order of `shown_prompts`.
    """
    return tuple(p for p in shown_prompts(library) if not p.is_session_only)


def found_prompts(library: Library) -> tuple[Prompt, ...]:
    """Offered prompts in the order of search results: by intensity, techniques interleaved."""
    return _interleaved(library, offered_prompts(library))


def packed_prompts(library: Library) -> tuple[Prompt, ...]:
    """Prompts that a packet may hold: the found ones, then those for a session alone."""
    room = (p for p in shown_prompts(library) if p.is_session_only)
    return (*found_prompts(library), *_interleaved(library, room))


def shown_techniques(library: Library) -> tuple[Technique, ...]:
    """Published techniques by structure, then highest intensity, then title."""
    published = _published(library.techniques)
    return tuple(sorted(published, key=lambda t: (t.structure, t.intensity_max, t.title)))


def shown_worksheets(library: Library) -> tuple[Worksheet, ...]:
    """Published worksheets by intensity, then time needed, then title."""
    published = _published(library.worksheets)
    return tuple(sorted(published, key=lambda w: (w.intensity, w.time, w.title)))


def shown_packets(library: Library) -> tuple[Packet, ...]:
    """Published packets, by id."""
    return tuple(_published(library.packets))


def shown_resources(library: Library) -> tuple[Resource, ...]:
    """Published listings that have not expired, by id.

    A closed one loses its meeting times, so that nobody stands before a shut door.
    """
    current = (r for r in _published(library.resources) if not is_dropped(library, r))
    return tuple(
        r.model_copy(update={"meeting": None})
        if r.meeting and r.verification.status is VerificationStatus.CLOSED
        else r
        for r in current
    )


def shown_studies(library: Library) -> tuple[Study, ...]:
    """Published studies, by id."""
    return tuple(_published(library.studies))


def _published(entries: Mapping[str, Entry]) -> Iterable[Entry]:
    return (entry for entry in entries.values() if entry.status is Status.PUBLISHED)


def _interleaved(library: Library, prompts: Iterable[Prompt]) -> tuple[Prompt, ...]:
    """By intensity, classics first, then round-robin over sets: all first prompts, all second."""
    place = {
        prompt.id: (position, library.techniques[prompt_set.technique].structure, set_id)
        for set_id, prompt_set in library.prompt_sets.items()
        for position, prompt in enumerate(prompt_set.prompts)
    }
    return tuple(sorted(prompts, key=lambda p: (p.intensity, not p.classic, place[p.id])))
