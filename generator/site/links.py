"""Where an entry is shown: what a link by id in rich text leads to."""

from __future__ import annotations

from collections.abc import Mapping

from generator.content.models.resource import Resource
from generator.site.urls import (
    RESOURCES,
    SITE_PAGES,
    packet_url,
    prompt_url,
    resource_url,
    study_url,
    technique_url,
    worksheet_url,
)  # fmt: skip
from generator.text.rich import Href


def link_target(resources: Mapping[str, Resource]) -> Href:
    """A function from the kind and id of an entry to its address from the top of the site.

    `resources` are the listings that are shown, by id. One that has grown too old to be shown is
    answered with the page of all kinds: text that links to it was right when it was written, and
    a site must still build years from now.
    """

    def target(kind: str, entry_id: str) -> str:
        match kind:
            case "technique":
                return technique_url(entry_id)
            case "prompt":
                return prompt_url(entry_id)
            case "worksheet":
                return worksheet_url(entry_id)
            case "packet":
                return packet_url(entry_id)
            case "study":
                return study_url(entry_id)
            case "resource":
                resource = resources.get(entry_id)
                return resource_url(resource.kind, entry_id) if resource else RESOURCES
            case "page":
                return SITE_PAGES[entry_id]
        raise KeyError(f"no pages for {kind}")

    return target
