"""The days of a packet go forward, as its page shows them."""

from __future__ import annotations

from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.problems import Problems


def check_days(library: Library, problems: Problems) -> None:
    """No thing of a packet is for an earlier day than the one before it."""
    for packet in library.packets.values():
        latest = 1
        for index, item in enumerate(packet.items):
            if item.day and item.day < latest:
                problems.error(
                    library.locate("packet", packet.id, "items", index, "day"),
                    "days-go-forward",
                    f"Day {item.day} comes after day {latest}.",
                    "Put it in its place, or leave out its day: then it is for any day.",
                )
            latest = max(latest, item.day or 1)


RULES = (
    Rule("days-go-forward", "The days of a packet go forward.", check_days,
         example=Example(
             "packet",
             "items: [{prompt: five-sounds, day: 1}, {worksheet: three-lines, day: 3}]",
             "items: [{prompt: five-sounds, day: 3}, {worksheet: three-lines, day: 1}]")),
)  # fmt: skip
