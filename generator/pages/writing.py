"""Page of a reader's saved texts, which are in their browser's storage only."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.page import Page
from generator.site.site import Site
from generator.site.urls import WRITING


def plan_writing(site: Site) -> Iterator[Page]:
    """One static page, which a script in the reader's browser fills."""
    yield Page(
        url=WRITING,
        template="writing",
        title=site.words("pad.page_title"),
        description=site.words("pad.page_description"),
    )
