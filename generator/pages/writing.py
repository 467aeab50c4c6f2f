"""Plans the page on which readers find what they chose to keep on their own device."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.library import Library
from generator.pages.page import Page
from generator.site.urls import WRITING
from generator.site.words import Words


def plan_writing(library: Library, words: Words) -> Iterator[Page]:
    """One page, the same for everybody: a script in the reader's browser fills it."""
    yield Page(
        url=WRITING,
        template="writing",
        title=words("pad.page_title"),
        description=words("pad.page_description"),
    )
