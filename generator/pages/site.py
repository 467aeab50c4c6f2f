"""Plan: every page of an edition. A new kind of page is a module here and a line in `PLANNERS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.content.library import Library
from generator.pages import browse, crisis, home, prompts, resources, studies, techniques
from generator.pages.page import Page
from generator.words import Words

PLANNERS: tuple[Callable[[Library, Words], Iterator[Page]], ...] = (
    home.plan_home,
    prompts.plan_prompts,
    browse.plan_browse,
    techniques.plan_techniques,
    resources.plan_resources,
    crisis.plan_crisis,
    studies.plan_studies,
)


def plan_site(library: Library, words: Words) -> Iterator[Page]:
    """Every page of the edition; the library has no errors."""
    for planner in PLANNERS:
        yield from planner(library, words)
