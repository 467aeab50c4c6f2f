"""The plan of the library at launch in numbers: how much of what it has at least."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.library import Library
from generator.content.review import Status


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


OF_TECHNIQUES = {
    "sentence-starters": (24, 24, 0), "lists": (20, 12, 0), "emotion-tracking": (10, 10, 0),
    "bedtime-list": (8, 0, 0), "routine": (10, 0, 0), "activity-diary": (8, 6, 0),
    "gratitude": (20, 0, 0), "positive-moments": (14, 0, 0), "best-possible-self": (14, 0, 0),
    "values": (14, 4, 0), "thought-record": (2, 16, 0), "worry-time": (4, 12, 0),
    "self-compassion-letter": (8, 12, 0), "perspective-shift": (6, 14, 0),
    "unsent-letter": (6, 10, 10), "dialogue": (4, 8, 4), "life-story": (10, 10, 6),
    "poem": (8, 10, 0), "free-writing": (10, 10, 4), "expressive-writing": (0, 4, 14),
}  # fmt: skip
"""Prompts of intensity 1, 2 and 3 for each technique."""

OF_LISTINGS = (
    ("lines to call or text", 20, ("crisis-line", "helpline-warmline")),
    ("books", 12, ("book", "guided-journal")),
    ("apps", 8, ("app",)),
    ("organisations", 6, ("organisation",)),
    ("directories", 4, ("directory",)),
)  # fmt: skip
"""Listings of each sort, and the kinds that count."""
LISTINGS = 60
PACKETS, GROUP_PACKETS = 8, 2


def techniques(library: Library) -> Iterator[Floor]:
    """A floor for each technique of the plan at each intensity that it has prompts of."""
    given = Counter(
        (library.technique_of(prompt).id, prompt.intensity)
        for prompt in library.prompts.values()
        if prompt.status is Status.PUBLISHED
    )
    for name, planned in OF_TECHNIQUES.items():
        for level, needed in enumerate(planned, 1):
            if needed and name in library.techniques:
                title = library.techniques[name].title
                yield Floor(f"{title}, intensity {level}", needed, given[name, level])


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
