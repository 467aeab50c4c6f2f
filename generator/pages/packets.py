"""Packet pages: multi-day plans of prompts and worksheets, and their index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.content.models.packet import Packet, PacketItem
from generator.content.models.prompt import Prompt
from generator.content.models.taxonomy import is_deep
from generator.content.models.worksheet import Worksheet
from generator.pages.page import Card, Fact, Page
from generator.pages.parts.alternates import card
from generator.pages.parts.contacts import crisis_view
from generator.pages.parts.crisis_situations import rows_for_reasons
from generator.pages.parts.duration_labels import time_needed
from generator.pages.parts.reasons import by_severity
from generator.pages.parts.reviews import review_view
from generator.pages.parts.structured_data import list_facts, packet_facts
from generator.site.site import Site
from generator.site.urls import PACKETS, packet_url, packing_url, prompt_url, worksheet_url
from generator.site.words import Words

GROUP = "group-leader"
"""The audience of a pack whose days are the meetings of a group."""


@dataclass(frozen=True)
class ItemView:
    """One item of the plan: a link to a prompt or a sheet with a note, or a note alone."""

    title: str
    url: str
    task: str
    """The task of a prompt; empty for anything else."""
    meta: tuple[str, ...]
    note: str
    technique: str = ""
    """Id of its technique, which has a drawing."""
    reasons: tuple[str, ...] = ()
    """Stop reasons of this item that the packet itself does not have."""


@dataclass(frozen=True)
class DayView:
    """The items of one day or of one meeting of a group; or those without a day."""

    title: str
    items: tuple[ItemView, ...]
    off: bool
    """Whether it has notes alone: a day off."""


@dataclass(frozen=True)
class PacketRow:
    """A packet in the index."""

    card: Card
    days: tuple[int, ...]
    """Numbers (from 1) of the days that are not off; of a group, 1 to the number of meetings."""


def plan_packets(site: Site) -> Iterator[Page]:
    """The index of packets, also without any, as other pages link to it; then each packet."""
    shown = site.packets
    alone = tuple(_row(site, p) for p in shown if p.audience != GROUP)
    groups = tuple(_row(site, p) for p in shown if p.audience == GROUP)
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
            "who": rows_for_reasons(
                site,
                {i for piece in (packet, *_pieces(site, shown)) for i in piece.choose_another_if},
            ),
            "reasons": _definitions(site, packet.choose_another_if),
            "days": _days(site, packet, shown),
            "deep": is_deep(deepest),
            "crisis": crisis_view(site),
            "packing": packing_url(_url_pairs(shown), title=packet.title),
            "review": review_view(packet.review, site.words),
        },
    )


def _days(site: Site, packet: Packet, items: list[PacketItem]) -> tuple[DayView, ...]:
    """The items grouped by day in the order of the plan; those without a day come last."""
    by_day: dict[int, list[ItemView]] = {}
    for item in items:
        if item.day:
            by_day.setdefault(item.day, []).append(_item_view(site, packet, item))
    group = packet.audience == GROUP
    days = [
        _day_view(
            site.words("packets.meeting", n=meeting) if group else site.words("packets.day", n=day),
            views,
        )
        for meeting, (day, views) in enumerate(by_day.items(), start=1)
    ]
    any_day = [_item_view(site, packet, item) for item in items if not item.day]
    return (*days, *([_day_view(site.words("packets.any_day"), any_day)] if any_day else []))


def _day_view(title: str, items: list[ItemView]) -> DayView:
    return DayView(title, tuple(items), off=not any(item.url for item in items))


def _url_pairs(items: list[PacketItem]) -> Iterator[tuple[str, str]]:
    """Key-value pairs of the items for `packing_url`."""
    for item in items:
        note = item.note or ""
        if item.prompt or item.worksheet:
            yield ("p", item.prompt) if item.prompt else ("w", item.worksheet or "")
        else:
            yield "t", note
        if item.day:
            yield "d", str(item.day)
        if note and (item.prompt or item.worksheet):
            yield "n", note


def _item_view(site: Site, packet: Packet, item: PacketItem) -> ItemView:
    note = item.note or ""
    if item.prompt:
        prompt = site.prompt[item.prompt]
        own = _own_reasons(site, packet, prompt)
        way = site.technique_of(prompt).id
        meta = _meta(site, time_needed(prompt, site.words), prompt.intensity)
        return ItemView(prompt.title, prompt_url(prompt.id), prompt.task, meta, note, way, own)
    if item.worksheet:
        sheet = site.worksheet[item.worksheet]
        own = _own_reasons(site, packet, sheet)
        way = site.technique_of(sheet).id
        time = site.words.duration(sheet.time)
        meta = (site.words("packets.sheet"), *_meta(site, time, sheet.intensity))
        return ItemView(sheet.title, worksheet_url(sheet.id), "", meta, note, way, own)
    return ItemView("", "", "", (), note)


def _pieces(site: Site, items: Iterable[PacketItem]) -> Iterator[Prompt | Worksheet]:
    """The prompts and sheets that items refer to, in order; notes have none."""
    for item in items:
        if item.prompt:
            yield site.prompt[item.prompt]
        elif item.worksheet:
            yield site.worksheet[item.worksheet]


def _own_reasons(site: Site, packet: Packet, piece: Prompt | Worksheet) -> tuple[str, ...]:
    """Stop reasons of an item that the packet does not have.

    A packet is what is handed out, so it shows every reason that a page in it has.
    """
    shared = frozenset(packet.choose_another_if)
    return _definitions(site, (i for i in piece.choose_another_if if i not in shared))


def _definitions(site: Site, reasons: Iterable[str]) -> tuple[str, ...]:
    return tuple(term.definition for term in by_severity(site, reasons))


def _meta(site: Site, time: str, intensity: int) -> tuple[str, ...]:
    return time, site.level(intensity).label


def _row(site: Site, packet: Packet) -> PacketRow:
    length = _length(packet, site.words)
    opened = {item.day or 1 for item in packet.items if item.prompt or item.worksheet}
    return PacketRow(
        Card(packet.title, packet_url(packet.id), packet.summary, (length,)),
        tuple(range(1, len(opened) + 1)) if packet.audience == GROUP else tuple(sorted(opened)),
    )


def _length(packet: Packet, words: Words) -> str:
    days = {item.day for item in packet.items if item.day}
    if packet.audience == GROUP:
        return words.count("packets.meetings", len(days))
    return words.count("packets.days", max(days, default=1))


def _is_shown(site: Site, item: PacketItem) -> bool:
    """Whether the prompt or sheet of an item is shown; True for a note alone."""
    if item.prompt:
        return item.prompt in site.prompt
    if item.worksheet:
        return item.worksheet in site.worksheet
    return True


def _depth(site: Site, item: PacketItem) -> int:
    if item.prompt:
        return site.prompt[item.prompt].intensity
    return site.worksheet[item.worksheet].intensity if item.worksheet else 1
