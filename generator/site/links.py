"""Where an entry is shown: what a link by id in rich text leads to."""

from __future__ import annotations

from generator.content.library import Library
from generator.site.shown import shown_resources
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


def addresses(library: Library) -> Href:
    """A function from the kind and id of an entry to its address from the top of the site.

    A listing that has grown too old to be shown is answered with the page of all kinds: text that
    links to it was right when it was written, and a site must still build years from now.
    """
    shown = {resource.id for resource in shown_resources(library)}

    def address(kind: str, entry_id: str) -> str:
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
            case "resource" if entry_id not in shown:
                return RESOURCES
            case "resource":
                return resource_url(library.resources[entry_id].kind, entry_id)
            case "page":
                return SITE_PAGES[entry_id]
        raise KeyError(f"no pages for {kind}")

    return address
