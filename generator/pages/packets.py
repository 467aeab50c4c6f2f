"""Plans the packets: some days of prompts and sheets in order, as plain pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.library import Library
from generator.content.models.packet import Packet, PacketItem
from generator.content.models.review import Status
from generator.content.models.taxonomy import is_deep
from generator.pages.page import Card, Fact, Page
from generator.pages.parts.contacts import crisis_view
from generator.pages.parts.reviews import review_view
from generator.pages.parts.times import time_needed
from generator.pages.parts.who import who_for
from generator.site.facets import level_term
from generator.site.urls import PACKETS, packet_url, packing_url, prompt_url, worksheet_url
from generator.site.words import Words

GROUP = "group-leader"
"""The audience of a pack whose days are the meetings of a group."""


@dataclass(frozen=True)
class ItemView:
    """One thing of the plan: something to open, with a word beside it, or the word alone."""

    title: str
    url: str
    task: str
    """The first line of a prompt; empty for anything else."""
    meta: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class DayView:
    """The things of one day, or of one meeting of a group."""

    title: str
    items: tuple[ItemView, ...]


def plan_packets(library: Library, words: Words) -> Iterator[Page]:
    """The index of packets, then each packet, if there are any."""
    shown = [p for p in library.packets.values() if p.status is Status.PUBLISHED]
    if not shown:
        return
    alone = tuple(_card(library, p, words) for p in shown if p.audience != GROUP)
    groups = tuple(_card(library, p, words) for p in shown if p.audience == GROUP)
    yield Page(
        url=PACKETS,
        template="packets",
        title=words("packets.title"),
        description=words("packets.description"),
        context={"alone": alone, "groups": groups},
    )
    for packet in shown:
        yield _packet_page(library, packet, words)


def _packet_page(library: Library, packet: Packet, words: Words) -> Page:
    shown = [item for item in packet.items if _is_shown(library, item)]
    deepest = max((_depth(library, item) for item in shown), default=1)
    level = level_term(library, deepest)
    return Page(
        url=packet_url(packet.id),
        template="packet",
        title=packet.title,
        description=packet.summary,
        context={
            "packet": packet,
            "facts": (
                Fact(words("packets.length"), (_length(packet, words),)),
                Fact(words("facts.intensity"), (level.label,), level=deepest),
            ),
            "who": who_for(library, packet.choose_another_if, words),
            "reasons": tuple(
                library.term("stop-reasons", i).definition for i in packet.choose_another_if
            ),
            "days": _days(library, packet, shown, words),
            "deep": is_deep(deepest),
            "crisis": crisis_view(library, words),
            "packing": packing_url(_things(shown), title=packet.title),
            "review": review_view(packet.review, words),
        },
    )


def _days(
    library: Library, packet: Packet, items: list[PacketItem], words: Words
) -> tuple[DayView, ...]:
    """The items under the day that each was last said to be for, in the author's order."""
    found: dict[int | None, list[ItemView]] = {}
    day: int | None = None
    for item in items:
        day = item.day or day
        found.setdefault(day, []).append(_item_view(library, item, words))
    if packet.audience == GROUP:
        return tuple(
            DayView(words("packets.meeting", n=number), tuple(views))
            for number, views in enumerate(found.values(), start=1)
        )
    return tuple(
        DayView(
            words("packets.day", n=number) if number else words("packets.any_day"), tuple(views)
        )
        for number, views in found.items()
    )


def _things(items: list[PacketItem]) -> Iterator[tuple[str, str]]:
    """The items as an address names them; what has no day is for that of the one before."""
    day: int | None = None
    for item in items:
        day = item.day or day
        note = item.note or ""
        if item.prompt or item.worksheet:
            yield ("p", item.prompt) if item.prompt else ("w", item.worksheet or "")
        else:
            yield "t", note
        if day:
            yield "d", str(day)
        if note and (item.prompt or item.worksheet):
            yield "n", note


def _item_view(library: Library, item: PacketItem, words: Words) -> ItemView:
    note = item.note or ""
    if item.prompt:
        prompt = library.prompts[item.prompt]
        meta = _meta(library, time_needed(prompt, words), prompt.intensity)
        return ItemView(prompt.title, prompt_url(prompt.id), prompt.task, meta, note)
    if item.worksheet:
        sheet = library.worksheets[item.worksheet]
        time = words.duration(sheet.time)
        meta = (words("packets.sheet"), *_meta(library, time, sheet.intensity))
        return ItemView(sheet.title, worksheet_url(sheet.id), "", meta, note)
    return ItemView("", "", "", (), note)


def _meta(library: Library, time: str, intensity: int) -> tuple[str, ...]:
    return time, level_term(library, intensity).label


def _card(library: Library, packet: Packet, words: Words) -> Card:
    return Card(packet.title, packet_url(packet.id), packet.summary, (_length(packet, words),))


def _length(packet: Packet, words: Words) -> str:
    days = {item.day for item in packet.items if item.day}
    if packet.audience == GROUP:
        return words.count("packets.meetings", len(days))
    return words.count("packets.days", max(days, default=1))


def _is_shown(library: Library, item: PacketItem) -> bool:
    """Whether what the item names is published; a note alone always is."""
    if item.prompt:
        return library.prompts[item.prompt].status is Status.PUBLISHED
    if item.worksheet:
        return library.worksheets[item.worksheet].status is Status.PUBLISHED
    return True


def _depth(library: Library, item: PacketItem) -> int:
    if item.prompt:
        return library.prompts[item.prompt].intensity
    return library.worksheets[item.worksheet].intensity if item.worksheet else 1
