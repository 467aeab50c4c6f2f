"""Link resolver: (kind, id) of an entry, as rich text names it, to a URL from the site root."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping

from generator.content.layers.entry import Key
from generator.content.models.resource import Resource
from generator.content.page_front_matter import PAGE
from generator.site.urls import (
    RESOURCES,
    SITE_PAGES,
    handwritten_url,
    packet_url,
    prompt_set_url,
    prompt_url,
    resource_url,
    source_path,
    study_url,
    technique_url,
    worksheet_url,
)  # fmt: skip
from generator.text.rich import Href

PAGE_OF: Mapping[str, Callable[[str], str]] = {
    "technique": technique_url,
    "prompt": prompt_url,
    "prompt-set": prompt_set_url,
    "packet": packet_url,
    "worksheet": worksheet_url,
}
"""For each kind whose entries have a page each: the function from id to URL."""


BECOME_WORDS = frozenset({*PAGE_OF, PAGE})
"""Kinds whose links lose their address where a clinic hides the entry. Not studies, on which a
claim rests, and not listings, to which somebody in need is sent: those stay errors."""


def link_target(resources: Mapping[str, Resource], hidden: Container[Key] = ()) -> Href:
    """A resolver from (kind, id) to a URL from the site root; it raises KeyError for other kinds.

    The URL of what is `hidden` by the clinic is the empty string. `resources` are the listings that
    are shown, by id. A missing one, expired since, resolves to the index of all kinds: text that
    links to it was right when it was written, and a site must still build years from now.
    """

    def target(kind: str, entry_id: str) -> str:
        if kind in BECOME_WORDS and (kind, entry_id) in hidden:
            return ""
        if kind in PAGE_OF:
            return PAGE_OF[kind](entry_id)
        match kind:
            case "study":
                return study_url(entry_id)
            case "resource":
                resource = resources.get(entry_id)
                return resource_url(resource.kind, entry_id) if resource else RESOURCES
            case "page":
                return SITE_PAGES[entry_id]
        raise KeyError(f"no pages for {kind}")

    return target


def hidden_sources(hidden: Iterable[Key]) -> frozenset[str]:
    """Source paths (Markdown, relative to docs/) of the pages of entries that a clinic hides."""
    pages = {**PAGE_OF, PAGE: handwritten_url}
    return frozenset(source_path(pages[kind](i)) for kind, i in hidden if kind in pages)
