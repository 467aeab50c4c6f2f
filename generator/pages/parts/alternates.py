"""Discovery links (`<link rel="alternate">`) in the head of pages: feeds and oEmbed."""

from __future__ import annotations

from generator.pages.page import Alternate
from generator.site.site import Site
from generator.site.urls import ATOM, JSON_FEED, oembed_url


def feeds(site: Site) -> tuple[Alternate, ...]:
    """The JSON Feed and the Atom feed of new prompts, for pages that list prompts."""
    title = site.words("exports.feed", site=site.clinic.name)
    return (
        Alternate("application/feed+json", JSON_FEED, title),
        Alternate("application/atom+xml", ATOM, title),
    )


def card(site: Site, name: str, title: str) -> Alternate:
    """The oEmbed discovery link of a card; its URL is absolute, as consumers need it."""
    return Alternate("application/json+oembed", site.absolute(oembed_url(name)), title)
