"""Minimum counts of techniques' prompts, listings and packets in the launch plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.library import Library
from generator.content.models.review import Status


@dataclass(frozen=True)
class Floor:
    """A minimum count (`needed`) and the actual one (`have`) of what a label (`what`) names."""

    what: str
    needed: int
    have: int

    @property
    def is_met(self) -> bool:
        """Whether the actual count reaches the minimum."""
        return self.have >= self.needed


EACH_TECHNIQUE = 8
"""Minimum number of published prompts for each published technique."""

OF_LISTINGS = (
    ("lines to call or text", 20, ("crisis-line", "helpline-warmline")),
    ("books", 12, ("book", "guided-journal")),
    ("apps", 8, ("app",)),
    ("organisations", 6, ("organisation",)),
    ("directories", 4, ("directory",)),
)  # fmt: skip
"""Groups of listings: label, minimum number, resource kinds that are counted."""
LISTINGS = 110
"""Minimum number of published listings."""
PACKETS, GROUP_PACKETS = 8, 2
"""Minimum number of published packets that are not for group leaders, and that are."""


def techniques(library: Library) -> Iterator[Floor]:
    """Count of published prompts for each published technique."""
    given = Counter(
        library.technique_id_of(prompt)
        for prompt in library.prompts.values()
        if prompt.status is Status.PUBLISHED
    )
    for technique in library.techniques.values():
        if technique.status is Status.PUBLISHED:
            yield Floor(f"prompts of {technique.title}", EACH_TECHNIQUE, given[technique.id])


def listings(library: Library) -> Iterator[Floor]:
    """Count of all published listings, then of each of `OF_LISTINGS`."""
    kinds = Counter(r.kind for r in library.resources.values() if r.status is Status.PUBLISHED)
    yield Floor("listings", LISTINGS, kinds.total())
    for what, needed, of in OF_LISTINGS:
        yield Floor(f"listings: {what}", needed, sum(kinds[kind] for kind in of))


def packets(library: Library) -> Iterator[Floor]:
    """Count of published packets that are not for group leaders, then of those that are."""
    shown = [p for p in library.packets.values() if p.status is Status.PUBLISHED]
    groups = sum(1 for packet in shown if packet.audience == "group-leader")
    yield Floor("packets", PACKETS, len(shown) - groups)
    yield Floor("packets for groups", GROUP_PACKETS, groups)
