"""Packets as pages: what has no day stands apart, and no reason of a page is left out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from generator.content.library import Library
from generator.content.models.packet import Packet, PacketItem
from generator.pages.packets import DayView, plan_packets
from generator.pages.page import Page
from generator.site.site import Site
from generator.site.urls import prompt_url, worksheet_url

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def site(library: Library) -> Site:
    return Site.of(library)


@pytest.fixture(scope="module")
def page_of(site: Site) -> Callable[[str], Page]:
    planned = {page.context["packet"].id: page for page in plan_packets(site) if page.url.count("/")
               and "packet" in page.context}  # fmt: skip
    return planned.__getitem__


def days(page: Page) -> tuple[DayView, ...]:
    found: tuple[DayView, ...] = page.context["days"]
    return found


def undated(packet: Packet) -> list[PacketItem]:
    return [item for item in packet.items if not item.day]


def test_what_has_no_day_stands_apart(site: Site, page_of: Callable[[str], Page]) -> None:
    """It stands last, under a heading of its own, and not under the last day."""
    apart = site.words("packets.any_day")
    mixed = [p for p in site.packets if undated(p) and any(item.day for item in p.items)]
    assert len(mixed) >= 5
    for packet in mixed:
        *dated, last = days(page_of(packet.id))
        assert last.title == apart
        assert len(last.items) == len(undated(packet)), packet.id
        assert apart not in {day.title for day in dated}


def test_address_gives_no_day_to_what_has_none(page_of: Callable[[str], Page]) -> None:
    """The page where packets are changed is not told a day that no author gave."""
    page = page_of("staying-sober")
    pairs = parse_qsl(page.context["packing"].partition("#")[2])
    at = pairs.index(("p", "what-slipped-what-held"))
    assert pairs[at + 1][0] == "n"


def test_every_reason_of_a_page_is_said(site: Site, page_of: Callable[[str], Page]) -> None:
    """A packet is what is handed out: each reason stands above its plan, or at its page."""
    meaning = {term.id: term.definition for term in site.taxonomies["stop-reasons"].terms}
    missing = []
    for packet in site.packets:
        page = page_of(packet.id)
        views = {view.url: view for day in days(page) for view in day.items if view.url}
        for item in packet.items:
            piece = site.prompt.get(item.prompt or "") or site.worksheet.get(item.worksheet or "")
            if piece:
                view = views[prompt_url(piece.id) if item.prompt else worksheet_url(piece.id)]
                said = {*page.context["reasons"], *view.reasons}
                missing += [(packet.id, piece.id, i) for i in piece.choose_another_if
                            if meaning[i] not in said]  # fmt: skip
    assert not missing
