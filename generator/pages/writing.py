"""Plans the page on which readers find what they chose to keep on their own device."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.page import Page
from generator.site.site import Site
from generator.site.urls import WRITING


def plan_writing(site: Site) -> Iterator[Page]:
    """One page, the same for everybody: a script in the reader's browser fills it."""
    yield Page(
        url=WRITING,
        template="writing",
        title=site.words("pad.page_title"),
        description=site.words("pad.page_description"),
    )
