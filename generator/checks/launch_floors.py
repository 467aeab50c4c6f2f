"""The plan of the library at launch in numbers: how much of what it has at least."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.library import Library
from generator.content.models.review import Status


@dataclass(frozen=True)
class Floor:
    """How many of a kind a library needs."""

    what: str
    needed: int
    have: int

    @property
    def is_met(self) -> bool:
        """Whether there are enough."""
        return self.have >= self.needed


EACH_TECHNIQUE = 8
"""Prompts for each technique."""

OF_LISTINGS = (
    ("lines to call or text", 20, ("crisis-line", "helpline-warmline")),
    ("books", 12, ("book", "guided-journal")),
    ("apps", 8, ("app",)),
    ("organisations", 6, ("organisation",)),
    ("directories", 4, ("directory",)),
)  # fmt: skip
"""Listings of each sort, and the kinds that count."""
LISTINGS = 110
PACKETS, GROUP_PACKETS = 8, 2


def techniques(library: Library) -> Iterator[Floor]:
    """A floor for each technique that readers see."""
    given = Counter(
        library.technique_id_of(prompt)
        for prompt in library.prompts.values()
        if prompt.status is Status.PUBLISHED
    )
    for technique in library.techniques.values():
        if technique.status is Status.PUBLISHED:
            yield Floor(f"prompts of {technique.title}", EACH_TECHNIQUE, given[technique.id])


def listings(library: Library) -> Iterator[Floor]:
    """A floor for all listings, and for those of each sort."""
    kinds = Counter(r.kind for r in library.resources.values() if r.status is Status.PUBLISHED)
    yield Floor("listings", LISTINGS, kinds.total())
    for what, needed, of in OF_LISTINGS:
        yield Floor(f"listings: {what}", needed, sum(kinds[kind] for kind in of))


def packets(library: Library) -> Iterator[Floor]:
    """Floors for packets, those for groups apart."""
    shown = [p for p in library.packets.values() if p.status is Status.PUBLISHED]
    groups = sum(1 for packet in shown if packet.audience == "group-leader")
    yield Floor("packets", PACKETS, len(shown) - groups)
    yield Floor("packets for groups", GROUP_PACKETS, groups)
