"""JSON export of packets: ordered plans that refer to prompts and worksheets by id."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ConfigDict

from generator.content.models.packet import PacketItem
from generator.exports.records import (
    Address,
    Depth,
    Exported,
    Html,
    Reason,
    Reviewed,
    caution,
    deep_needs,
    depth,
    html_writer,
    optional,
    reasons,
    reviewed,
)
from generator.site.site import Site
from generator.site.urls import packet_url


class PacketRecord(Exported):
    """An ordered plan for some days, or for the meetings of a group."""

    model_config = ConfigDict(json_schema_extra=deep_needs("caution"))

    id: str
    """Id; never changes once published."""
    url: Address
    """The packet's own page."""
    title: str
    """Name of the packet."""
    summary: str
    """One sentence on it."""
    intensity: Depth
    """How deep the deepest thing in it goes. Show it wherever the packet is shown."""
    choose_another_if: tuple[Reason, ...]
    """Who should choose something else."""
    caution: str | None = None
    """Only at level 3: what has to stand before the plan wherever it is shown."""
    purpose: str
    """What it aims at."""
    for_whom: str
    """Whom it may suit."""
    not_for_whom: str
    """Who should choose something else, in words. Show it wherever the packet is shown."""
    audience: str
    """Id of the audience: person, or group-leader for a group pack."""
    session_goal: str | None = None
    """What therapist and client want from it."""
    schedule: str | None = None
    """Suggested days, as a repeat rule of iCalendar."""
    items: tuple[PacketItem, ...]
    """The plan, in order."""
    for_therapists: Html | None = None
    """Note for the therapist or group leader."""
    review: Reviewed
    """Who wrote and reviewed it."""


def packet_records(site: Site) -> Iterator[PacketRecord]:
    """Shown packets by id, without the items whose prompt or worksheet is not shown."""
    full, html = site.absolute, html_writer(site)
    depths = {("prompt", p.id): p.intensity for p in site.prompts}
    depths |= {("worksheet", s.id): s.intensity for s in site.worksheets}
    for packet in site.packets:
        items = tuple(
            item for item in packet.items if _target(item) in depths or not _target(item)[1]
        )
        level = max((depths.get(_target(item), 1) for item in items), default=1)
        why = reasons(site, packet.choose_another_if)
        yield PacketRecord(
            id=packet.id,
            url=full(packet_url(packet.id)),
            title=packet.title,
            summary=packet.summary,
            intensity=depth(site, level),
            choose_another_if=why,
            caution=caution(site, level, why),
            purpose=packet.purpose,
            for_whom=packet.for_whom,
            not_for_whom=packet.not_for_whom,
            audience=packet.audience,
            session_goal=packet.session_goal,
            schedule=packet.schedule,
            items=items,
            for_therapists=optional(html, packet.for_therapists),
            review=reviewed(packet.review),
        )


def _target(item: PacketItem) -> tuple[str, str]:
    """(kind, id) of the entry that an item refers to; the id is empty if it is a note alone."""
    return ("worksheet", item.worksheet) if item.worksheet else ("prompt", item.prompt or "")
