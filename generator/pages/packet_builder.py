"""Plans the page on which somebody puts a packet together; the packet itself is in its address."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.page import Card, Page
from generator.pages.parts.cards import prompt_card
from generator.pages.parts.choices import all_choices
from generator.pages.parts.contacts import crisis_view
from generator.pages.parts.sheets import sheet_words, worksheet_card
from generator.site.site import Site
from generator.site.urls import PACKING

FIRST = 6
"""Prompts that are offered before somebody searches."""
OPEN = ("mood",)
"""The facet to choose by that is open at once."""

SAID = (
    "added", "there", "moved", "removed", "undo", "back", "up", "down", "remove", "add", "is_in",
    "day", "today", "next", "step", "own", "copied", "not_copied", "from_file", "long",
    "no_code", "code", "title_read", "write", "sheet", "full", "cut", "version", "letters",
    "long_text", "day_range", "bad_day", "damaged", "unknown", "many", "twice", "gone", "missing",
    "failed", "support", "for_day", "no_text",
)  # fmt: skip
"""What the scripts say, by the names under `packing.said`."""


COUNTED = ("in_it", "minutes_in_all", "hours_in_all")
"""What the scripts say with a number, by the names under `packing`."""


def plan_packing(site: Site) -> Iterator[Page]:
    """One page, the same for everybody; without a script it leads to the ready-made packets."""
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
    """The id of each sheet, its card, and what it is found by."""
    for sheet in site.worksheets:
        yield sheet.id, worksheet_card(site, sheet), sheet_words(sheet)
