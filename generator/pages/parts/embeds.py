"""Embeddable cards (iframe widgets): which there are, their context and estimated height.

A card is a small page without the site's header and footer, which an iframe on another site shows.
It stores nothing, and all its links open the site itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any

from generator.content.models.packet import Packet
from generator.content.models.prompt import Prompt
from generator.content.models.technique import Technique
from generator.pages.page import Link
from generator.pages.parts.card_height import (
    EXPLANATION,
    HEADING,
    INSET,
    ITEM,
    META,
    PARAGRAPH,
    ROW,
    TERM,
    TITLE,
    WAY,
    Block,
    card_height,
)
from generator.pages.parts.cards import prompt_card, technique_card
from generator.pages.parts.contacts import crisis_view
from generator.site.prompt_of_the_day import day_pool, prompt_of_the_day
from generator.site.site import Site
from generator.site.urls import (
    CRISIS,
    HOME,
    RESOURCES,
    embed_url,
    packet_url,
    resource_url,
    technique_url,
)

WIDTH = 600
"""Design width of a card in CSS pixels; it fits any width from 260 on."""
DAILY_CARD = "prompt-of-the-day"
"""Name of the card of the prompt of the day."""
NARROW = 320
"""Width of a small phone in CSS pixels, for which the height of the crisis card is computed."""
NARROWEST, HIGHEST = 280, 1000
"""Width of a narrow column, and the height above which WordPress cuts a card off, in pixels."""


@dataclass(frozen=True)
class Embed:
    """An embeddable card, planned and not yet rendered."""

    name: str
    """Its part of the URL: crisis, technique-lists."""
    template: str
    """Name of the template in templates/embeds/, without file extensions."""
    title: str
    page: str
    """Path from the site root of the page that the card stands for."""
    height: int
    """Estimated height in CSS pixels, for iframes that are not resized to their content."""
    context: Mapping[str, Any]

    @property
    def url(self) -> str:
        """Path of the card from the site root."""
        return embed_url(self.name)


@dataclass(frozen=True)
class WayView:
    """A contact on the crisis card."""

    action: str
    """Text of the link: Call 988."""
    href: str
    """Empty if it cannot be a link."""
    note: str
    """Service and menu option, which tell links with the same text apart."""
    keyword: str = ""
    """The word to send, which a browser that translates the card leaves as it is."""


@lru_cache(maxsize=1)
def plan_embeds(site: Site) -> tuple[Embed, ...]:
    """Every card of the edition: prompt of the day, crisis, listings, techniques, packets."""
    today = prompt_of_the_day(site, site.today)
    return (
        *((_prompt(site, today),) if today else ()),
        _crisis(site),
        _listings(site),
        *(_technique(site, technique) for technique in site.techniques),
        *(_packet(site, packet) for packet in site.packets),
    )


def frame_title(site: Site, embed: Embed) -> str:
    """Title of the iframe, which is its accessible name."""
    return site.words("embeds.frame_title", title=embed.title, site=site.clinic.name)


def _prompt(site: Site, today: Prompt) -> Embed:
    """The prompt of the day; as high as the highest of the pool, as a script changes it daily."""
    title = site.words("today.title")
    cards = [prompt_card(site, site.prompt[i]) for i in day_pool(site)]
    height = max(
        card_height(
            (*_around(site, title), (ROW, card.title), (PARAGRAPH, card.text),
             (META, " · ".join(card.meta))),
            WIDTH,
        )
        for card in cards
    )  # fmt: skip
    context = {"card": prompt_card(site, today), "day": site.today.isoformat()}
    return Embed(DAILY_CARD, "prompt", title, HOME, height, context)


def _crisis(site: Site) -> Embed:
    """Crisis contacts: all links first, then their notes, contacts with the same notes together."""
    crisis, title = crisis_view(site), site.words("crisis.title")
    services = (
        (site.words("crisis.emergency"), crisis.emergency),
        *((s.name, s) for s in crisis.lines),
    )
    ways, known = [], dict[str, list[str]]()
    for whose, service in services:
        for contact in service.contacts:
            menu = contact.menu.rstrip(".")
            note = f"{whose}. {menu}" if menu else whose
            ways.append(WayView(contact.action, contact.href, note, contact.keyword))
            facts = ". ".join(fact for fact in contact.notes if fact != menu)
            known.setdefault(facts, []).append(contact.action)
    answers = tuple((" · ".join(actions), f"{facts}.") for facts, actions in known.items() if facts)
    blocks = (
        (TITLE, title),
        *chain.from_iterable(((WAY, way.action), (INSET, way.note)) for way in ways),
        (HEADING, site.words("embeds.about_lines")),
        *chain.from_iterable(((TERM, who), (EXPLANATION, facts)) for who, facts in answers),
        (ROW, site.words("crisis.more")),
        (ROW, _from(site)),
    )
    height = card_height(blocks, NARROW)
    context = {"ways": tuple(ways), "answers": answers}
    return Embed("crisis", "crisis", title, CRISIS, height, context)


def _technique(site: Site, technique: Technique) -> Embed:
    """A technique in short; its steps are collapsed, as they would be cut off on a phone.

    Stop reasons have their labels alone where the definitions would make the card too high.
    """
    card = technique_card(technique, site.words)
    level = site.level(technique.intensity_max)
    facts = (*card.meta, site.words("embeds.up_to", level=level.label))
    steps = site.words.count("embeds.steps", len(technique.steps))
    terms = [site.term("stop-reasons", i) for i in technique.choose_another_if]

    def blocks(reasons: Iterable[str]) -> tuple[tuple[Block, str], ...]:
        return (
            *_around(site, card.title),
            (PARAGRAPH, card.text),
            (META, " · ".join(facts)),
            *((HEADING, title) for title in (site.words("technique.choose_another"),) if terms),
            *((ITEM, reason) for reason in reasons),
            (ROW, steps),
            (PARAGRAPH, site.words("prompt.stop")),
        )

    reasons = tuple(term.definition for term in terms)
    if card_height(blocks(reasons), NARROWEST) > HIGHEST:
        reasons = tuple(term.label for term in terms)
    height = card_height(blocks(reasons), WIDTH)
    return Embed(
        f"technique-{technique.id}", "technique", technique.title, technique_url(technique.id),
        height,
        {"card": card, "facts": facts, "how": steps, "steps": technique.steps, "reasons": reasons},
    )  # fmt: skip


def _packet(site: Site, packet: Packet) -> Embed:
    height = card_height(
        (
            *_around(site, packet.title),
            (PARAGRAPH, packet.summary),
            (HEADING, site.words("packets.for_whom")),
            (PARAGRAPH, packet.for_whom),
            (HEADING, site.words("packets.not_for_whom")),
            (PARAGRAPH, packet.not_for_whom),
        ),
        WIDTH,
    )
    return Embed(
        f"packet-{packet.id}", "packet", packet.title, packet_url(packet.id), height,
        {"packet": packet, "page_url": packet_url(packet.id)},
    )  # fmt: skip


def _listings(site: Site) -> Embed:
    """Listings of the clinic's country and worldwide ones, by kind, collapsed."""
    country = site.clinic.country
    by_kind: dict[str, list[Link]] = {}
    for resource in site.resources:
        if not resource.area.countries or country in resource.area.countries:
            link = Link(resource.name, resource_url(resource.kind, resource.id))
            by_kind.setdefault(resource.kind, []).append(link)
    groups = tuple(
        (
            getattr(kind, "plural", kind.label),
            site.words.count("embeds.listings", len(by_kind[kind.id])),
            tuple(by_kind[kind.id]),
        )
        for kind in site.taxonomies["resource-kinds"].terms
        if kind.id in by_kind
    )
    title = site.words("resources.title")
    kinds = ((ROW, f"{kind} ({many})") for kind, many, _ in groups)
    height = card_height((*_around(site, title), *kinds), WIDTH)
    return Embed("resources", "resources", title, RESOURCES, height, {"groups": groups})


def _around(site: Site, title: str) -> tuple[tuple[Block, str], ...]:
    """Blocks of every card but the crisis card: crisis link, title, link to the site."""
    return (ROW, site.words("embeds.crisis")), (TITLE, title), (ROW, _from(site))


def _from(site: Site) -> str:
    return site.words("embeds.from", site=site.clinic.name)
