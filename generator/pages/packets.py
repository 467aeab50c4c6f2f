"""Plans the packets: some days of prompts and sheets in order, as plain pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.models.packet import Packet, PacketItem
from generator.content.models.taxonomy import is_deep
from generator.pages.page import Card, Fact, Page
from generator.pages.parts.alternates import card
from generator.pages.parts.contacts import crisis_view
from generator.pages.parts.facts import list_facts, packet_facts
from generator.pages.parts.reviews import review_view
from generator.pages.parts.times import time_needed
from generator.pages.parts.who import who_for
from generator.site.site import Site
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


def plan_packets(site: Site) -> Iterator[Page]:
    """The index of packets, to which other pages lead in any case; then each packet."""
    shown = site.packets
    alone = tuple(_card(site, p) for p in shown if p.audience != GROUP)
    groups = tuple(_card(site, p) for p in shown if p.audience == GROUP)
    yield Page(
        url=PACKETS,
        template="packets",
        title=site.words("packets.title"),
        description=site.words("packets.description"),
        facts=list_facts(site, ((p.title, packet_url(p.id)) for p in shown)),
        context={"alone": alone, "groups": groups},
    )
    for packet in shown:
        yield _packet_page(site, packet)


def _packet_page(site: Site, packet: Packet) -> Page:
    shown = [item for item in packet.items if _is_shown(site, item)]
    deepest = max((_depth(site, item) for item in shown), default=1)
    level = site.level(deepest)
    return Page(
        url=packet_url(packet.id),
        template="packet",
        title=packet.title,
        description=packet.summary,
        facts=packet_facts(site, packet),
        alternates=(card(site, f"packet-{packet.id}", packet.title),),
        changed=packet.review.newest,
        context={
            "packet": packet,
            "facts": (
                Fact(site.words("packets.length"), (_length(packet, site.words),)),
                Fact(site.words("facts.intensity"), (level.label,), level=deepest),
            ),
            "who": who_for(site, packet.choose_another_if),
            "reasons": tuple(
                site.term("stop-reasons", i).definition for i in packet.choose_another_if
            ),
            "days": _days(site, packet, shown),
            "deep": is_deep(deepest),
            "crisis": crisis_view(site),
            "packing": packing_url(_things(shown), title=packet.title),
            "review": review_view(packet.review, site.words),
        },
    )


def _days(site: Site, packet: Packet, items: list[PacketItem]) -> tuple[DayView, ...]:
    """The items under the day that each was last said to be for, in the author's order."""
    found: dict[int | None, list[ItemView]] = {}
    day: int | None = None
    for item in items:
        day = item.day or day
        found.setdefault(day, []).append(_item_view(site, item))
    if packet.audience == GROUP:
        return tuple(
            DayView(site.words("packets.meeting", n=number), tuple(views))
            for number, views in enumerate(found.values(), start=1)
        )
    return tuple(
        DayView(
            site.words("packets.day", n=number) if number else site.words("packets.any_day"),
            tuple(views),
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


def _item_view(site: Site, item: PacketItem) -> ItemView:
    note = item.note or ""
    if item.prompt:
        prompt = site.prompt[item.prompt]
        meta = _meta(site, time_needed(prompt, site.words), prompt.intensity)
        return ItemView(prompt.title, prompt_url(prompt.id), prompt.task, meta, note)
    if item.worksheet:
        sheet = site.worksheet[item.worksheet]
        time = site.words.duration(sheet.time)
        meta = (site.words("packets.sheet"), *_meta(site, time, sheet.intensity))
        return ItemView(sheet.title, worksheet_url(sheet.id), "", meta, note)
    return ItemView("", "", "", (), note)


def _meta(site: Site, time: str, intensity: int) -> tuple[str, ...]:
    return time, site.level(intensity).label


def _card(site: Site, packet: Packet) -> Card:
    return Card(packet.title, packet_url(packet.id), packet.summary, (_length(packet, site.words),))


def _length(packet: Packet, words: Words) -> str:
    days = {item.day for item in packet.items if item.day}
    if packet.audience == GROUP:
        return words.count("packets.meetings", len(days))
    return words.count("packets.days", max(days, default=1))


def _is_shown(site: Site, item: PacketItem) -> bool:
    """Whether what the item names is published; a note alone always is."""
    if item.prompt:
        return item.prompt in site.prompt
    if item.worksheet:
        return item.worksheet in site.worksheet
    return True


def _depth(site: Site, item: PacketItem) -> int:
    if item.prompt:
        return site.prompt[item.prompt].intensity
    return site.worksheet[item.worksheet].intensity if item.worksheet else 1
