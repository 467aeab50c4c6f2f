"""Packet builder page; its state, the packet, is in the URL fragment and never sent."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.page import Card, Page
from generator.pages.parts.cards import prompt_card
from generator.pages.parts.choices import all_choices
from generator.pages.parts.contacts import crisis_view
from generator.pages.parts.sheets import sheet_words, worksheet_card
from generator.site.site import Site
from generator.site.urls import PACKING

FIRST = 5
"""Prompts that are offered before a search: a first visit has to stay light."""
OPEN = ("mood",)
"""Facets that are expanded at first."""

SAID = (
    "added", "there", "moved", "removed", "undo", "back", "up", "down", "remove", "add", "is_in",
    "day", "today", "next", "step", "own", "copied", "not_copied", "from_file", "long",
    "no_code", "code", "title_read", "write", "sheet", "full", "cut", "version", "letters",
    "long_text", "day_range", "bad_day", "damaged", "unknown", "many", "twice", "gone", "missing",
    "failed", "support", "for_day", "no_text",
)  # fmt: skip
"""Messages for the scripts, by key under `packing.said`."""


COUNTED = ("in_it", "minutes_in_all", "hours_in_all")
"""Messages with plural forms for the scripts, by key under `packing`."""


def plan_packing(site: Site) -> Iterator[Page]:
    """One static page, none without prompts; without JavaScript it links to ready-made packets."""
    found = site.found
    if not found:
        return
    offered = all_choices(site, site.offered)
    said = {name: site.words(f"packing.said.{name}") for name in SAID}
    yield Page(
        url=PACKING,
        template="packing",
        title=site.words("packing.title"),
        description=site.words("packing.description"),
        context={
            "said": said | {name: site.words.forms(f"packing.{name}") for name in COUNTED},
            "forms": site.words.forms("prompts.count"),
            "count": site.words.count("prompts.count", len(found)),
            "first": tuple(c for c in offered if c.name in OPEN),
            "rest": tuple(c for c in offered if c.name not in OPEN),
            "cards": tuple(prompt_card(site, prompt) for prompt in found[:FIRST]),
            "sheets": tuple(_sheets(site)),
            "crisis": crisis_view(site),
        },
    )


def _sheets(site: Site) -> Iterator[tuple[str, Card, str]]:
    """(id, card, search terms) of each sheet."""
    for sheet in site.worksheets:
        yield sheet.id, worksheet_card(site, sheet), sheet_words(sheet)
