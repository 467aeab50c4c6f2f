"""Other forms of a page, as programs find them in its head: feeds, and cards for other pages."""

from __future__ import annotations

from generator.pages.page import Alternate
from generator.site.site import Site
from generator.site.urls import ATOM, JSON_FEED, oembed_url


def feeds(site: Site) -> tuple[Alternate, ...]:
    """The feeds of new prompts, for the pages that list prompts."""
    title = site.words("exports.feed", site=site.clinic.name)
    return (
        Alternate("application/feed+json", JSON_FEED, title),
        Alternate("application/atom+xml", ATOM, title),
    )


def card(site: Site, name: str, title: str) -> Alternate:
    """What is said of the card that others may show in place of a page (oEmbed)."""
    return Alternate("application/json+oembed", site.absolute(oembed_url(name)), title)
