"""Registry of page planners. A new kind of page is a module here and a line in `PLANNERS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from generator.pages import (
    authors,
    browse,
    check_in,
    clarity,
    coverage,
    crisis,
    drawings,
    embeds,
    handouts,
    home,
    mood_map,
    packet_builder,
    packets,
    prompts,
    resources,
    routine,
    studies,
    techniques,
    trust,
    worksheets,
    writing,
)  # fmt: skip
from generator.pages.page import Page
from generator.site.site import Site
from generator.worksheets.prints import NO_PRINTS, Prints

PLANNERS: tuple[Callable[[Site], Iterator[Page]], ...] = (
    home.plan_home,
    prompts.plan_prompts,
    browse.plan_browse,
    mood_map.plan_mood_map,
    techniques.plan_techniques,
    packets.plan_packets,
    packet_builder.plan_packing,
    resources.plan_resources,
    handouts.plan_handouts,
    crisis.plan_crisis,
    trust.plan_trust,
    studies.plan_studies,
    authors.plan_authors,
    writing.plan_writing,
    check_in.plan_check_in,
    routine.plan_routine,
    coverage.plan_coverage,
    clarity.plan_clarity,
    drawings.plan_drawings,
    embeds.plan_embedding,
)


def plan_site(site: Site, prints: Prints = NO_PRINTS) -> Iterator[Page]:
    """Every page of the edition, lazily, in the order of the planners.

    Raises AssertionError if two have the same URL, which is a mistake in a planner.
    """
    planned = (page for planner in PLANNERS for page in planner(site))
    taken: set[str] = set()
    for page in chain(planned, worksheets.plan_worksheets(site, prints)):
        assert page.url not in taken, f"two planners make {page.url}"
        taken.add(page.url)
        yield page
