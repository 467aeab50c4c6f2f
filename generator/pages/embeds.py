"""Plans cards that others put on their own pages, and the page on which their snippets are copied.

A card is a small page of its own, without the site's frame: a frame of somebody else's page may
show it, it keeps nothing, and all its links open the site itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from generator.content.library import Library
from generator.content.packet import Packet
from generator.content.review import Status
from generator.content.technique import Technique
from generator.pages.page import Link, Page
from generator.pages.parts.cards import prompt_card, technique_card
from generator.pages.parts.contacts import crisis_view
from generator.pages.parts.facets import level_term
from generator.pages.parts.lookup import prompt_of_the_day
from generator.pages.parts.shown import clinic_of, shown_resources, shown_techniques
from generator.pages.urls import (
    CRISIS,
    EMBEDDING,
    HOME,
    RESOURCES,
    embed_url,
    packet_url,
    resource_url,
    technique_url,
)
from generator.words import Words

WIDTH = 600
"""Pixels that a card is made for; it fits any width from 260 on."""


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
    """Pixels that it needs at its usual width, for frames that cannot follow it."""
    context: Mapping[str, Any]

    @property
    def url(self) -> str:
        """Its path from the top of the site."""
        return embed_url(self.name)


@dataclass(frozen=True)
class Snippet:
    """What to copy for one card."""

    title: str
    card: str
    """The card itself, to look at."""
    address: str
    """What to paste into a WordPress page: the whole address of the site's page."""
    html: str
    """What to paste into any other page."""


@dataclass(frozen=True)
class SnippetGroup:
    """Cards of one sort."""

    title: str
    snippets: tuple[Snippet, ...]


def plan_embeds(library: Library, words: Words) -> Iterator[Embed]:
    """Every card of the edition: the day's prompt, help now, listings, techniques, packets."""
    today = prompt_of_the_day(library, library.today)
    if today:
        yield Embed(
            "prompt-of-the-day", "prompt", words("today.title"), HOME, 330,
            {"card": prompt_card(library, today, words), "day": library.today.isoformat()},
        )  # fmt: skip
    yield Embed("crisis", "crisis", words("crisis.title"), CRISIS, 520,
                {"crisis": crisis_view(library, words)})  # fmt: skip
    yield _listings(library, words)
    for technique in shown_techniques(library):
        yield _technique(library, technique, words)
    for packet in library.packets.values():
        if packet.status is Status.PUBLISHED:
            yield _packet(packet, words)


def plan_embedding(library: Library, words: Words) -> Iterator[Page]:
    """The page from which a clinic copies what it puts on its own pages."""
    by_sort: dict[str, list[Snippet]] = {}
    for embed in plan_embeds(library, words):
        sort = embed.template if embed.template in ("technique", "packet") else "site"
        by_sort.setdefault(sort, []).append(_snippet(library, embed, words))
    yield Page(
        url=EMBEDDING,
        template="embedding",
        title=words("embeds.page_title"),
        description=words("embeds.page_description"),
        searchable=False,
        context={
            "groups": tuple(
                SnippetGroup(words(f"embeds.group_{sort}"), tuple(snippets))
                for sort, snippets in by_sort.items()
            ),
            "promises": words.group("embeds.promises"),
        },
    )


def frame_title(library: Library, embed: Embed, words: Words) -> str:
    """What somebody hears who comes to the frame with a screen reader."""
    return words("embeds.frame_title", title=embed.title, site=clinic_of(library).name)


def _frame(library: Library, embed: Embed, words: Words) -> str:
    """The frame that shows a card on any page that takes HTML."""
    return (
        f'<iframe src="{escape(clinic_of(library).base_url)}{embed.url}" '
        f'title="{escape(frame_title(library, embed, words))}" '
        f'width="100%" height="{embed.height}" loading="lazy" '
        'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" '
        'referrerpolicy="no-referrer"></iframe>'
    )


def _snippet(library: Library, embed: Embed, words: Words) -> Snippet:
    base = clinic_of(library).base_url
    page = "" if embed.page == HOME else embed.page
    return Snippet(embed.title, embed.url, f"{base}{page}", _frame(library, embed, words))


def _technique(library: Library, technique: Technique, words: Words) -> Embed:
    card = technique_card(technique, words)
    level = level_term(library, technique.intensity_max)
    reasons = tuple(library.term("stop-reasons", i).definition for i in technique.choose_another_if)
    return Embed(
        f"technique-{technique.id}", "technique", technique.title, technique_url(technique.id),
        340 + 56 * len(technique.steps) + 30 * len(reasons),
        {
            "card": card,
            "facts": (*card.meta, words("embeds.up_to", level=level.label)),
            "steps": technique.steps,
            "reasons": reasons,
        },
    )  # fmt: skip


def _packet(packet: Packet, words: Words) -> Embed:
    return Embed(
        f"packet-{packet.id}", "packet", packet.title, packet_url(packet.id), 420,
        {"packet": packet, "page_url": packet_url(packet.id)},
    )  # fmt: skip


def _listings(library: Library, words: Words) -> Embed:
    """Listings by kind, those of the clinic's own country, or of the whole world."""
    country = clinic_of(library).country
    by_kind: dict[str, list[Link]] = {}
    for resource in shown_resources(library):
        if not resource.area.countries or country in resource.area.countries:
            link = Link(resource.name, resource_url(resource.kind, resource.id))
            by_kind.setdefault(resource.kind, []).append(link)
    groups = tuple(
        (getattr(kind, "plural", kind.label), tuple(by_kind[kind.id]))
        for kind in library.taxonomies["resource-kinds"].terms
        if kind.id in by_kind
    )
    return Embed("resources", "resources", words("resources.title"), RESOURCES, 700,
                 {"groups": groups})  # fmt: skip
