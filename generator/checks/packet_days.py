"""Lint rule: the day numbers of a packet's items never decrease."""

from __future__ import annotations

from generator.checks.rule import Example, Rule
from generator.content.library import Library
from generator.problems import Problems


def check_days(library: Library, problems: Problems) -> None:
    """Report an error for each item with a lower day than an earlier item; items without a day are
    skipped."""
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
