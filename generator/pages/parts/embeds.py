"""Cards that others put on their own pages: which there are, what is on them, how high they are.

A card is a small page of its own, without the site's frame: a frame of somebody else's page may
show it, it keeps nothing, and all its links open the site itself.
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
"""Pixels that a card is made for; it fits any width from 260 on."""
DAILY_CARD = "prompt-of-the-day"
"""The card of the day's prompt, by its name."""
NARROW = 320
"""Pixels of a small phone. The crisis card is as high as it needs here, whatever shows it."""
NARROWEST, HIGHEST = 280, 1000
"""Pixels of a narrow column, and those above which WordPress cuts a card off."""


@dataclass(frozen=True)
class Embed:
    """A card for other people's pages, planned."""

    name: str
    """What it is called in its address: crisis, technique-lists."""
    template: str
    """Template in templates/embeds/, without its endings."""
    title: str
    page: str
    """The page of the site that says all of it."""
    height: int
    """Pixels that hold it at its usual width, for frames that cannot follow it."""
    context: Mapping[str, Any]

    @property
    def url(self) -> str:
        """Its path from the top of the site."""
        return embed_url(self.name)


@dataclass(frozen=True)
class WayView:
    """One way to reach somebody, as the crisis card shows it."""

    action: str
    """What it does: Call 988."""
    href: str
    """Empty where there is nothing to tap."""
    note: str
    """Whose it is, and what to press there: what sets it apart from the others."""


@lru_cache(maxsize=1)
def plan_embeds(site: Site) -> tuple[Embed, ...]:
    """Every card of the edition: the day's prompt, help now, listings, techniques, packets."""
    today = prompt_of_the_day(site, site.today)
    return (
        *((_prompt(site, today),) if today else ()),
        _crisis(site),
        _listings(site),
        *(_technique(site, technique) for technique in site.techniques),
        *(_packet(site, packet) for packet in site.packets),
    )


def frame_title(site: Site, embed: Embed) -> str:
    """What somebody hears who comes to the frame with a screen reader."""
    return site.words("embeds.frame_title", title=embed.title, site=site.clinic.name)


def _prompt(site: Site, today: Prompt) -> Embed:
    """The prompt of the day; its frame holds that of any day."""
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
    """Numbers to call: all that can be tapped comes first, what to know about it below."""
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
            ways.append(WayView(contact.action, contact.href, note))
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
    """A guide in short. Its steps are folded, as most of them would be cut off on a phone."""
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
    """Listings of the clinic's own country, or of the whole world, folded by kind."""
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
    """What every card but that of the crisis numbers has: the way to a person, its title, whose."""
    return (ROW, site.words("embeds.crisis")), (TITLE, title), (ROW, _from(site))


def _from(site: Site) -> str:
    return site.words("embeds.from", site=site.clinic.name)
