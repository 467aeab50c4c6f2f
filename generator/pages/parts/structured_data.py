"""Structured data (JSON-LD, schema.org) of pages, for search engines.

Only what the page itself says. The text of a prompt is left out, so that no search result shows a
deep one without its caution.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.content.models.packet import Packet
from generator.content.models.prompt import Prompt
from generator.content.models.resource import Resource
from generator.content.models.review import Review
from generator.content.models.technique import Technique
from generator.content.models.worksheet import Worksheet
from generator.pages.page import Node
from generator.pages.parts.listing_structured_data import linked_resource
from generator.site.site import Site
from generator.site.urls import (
    HOME,
    PACKETS,
    PROMPTS,
    TECHNIQUES,
    WORKSHEETS,
    study_url,
    technique_url,
)  # fmt: skip
from generator.text.durations import iso_duration

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def site_facts(site: Site) -> Node:
    """WebSite with its publisher (Organization)."""
    clinic, full = site.clinic, site.absolute
    publisher: dict[str, Any] = {"@type": "Organization", "name": clinic.name}
    if clinic.address:
        publisher["address"] = clinic.address
    if clinic.phones:
        publisher["contactPoint"] = [
            {"@type": "ContactPoint", "contactType": phone.label, "telephone": phone.dial}
            for phone in clinic.phones
        ]
    return {
        "@type": "WebSite",
        "url": full(HOME),
        "name": clinic.name,
        "description": clinic.tagline,
        "inLanguage": site.edition.locale,
        "license": LICENCE,
        "publisher": publisher,
    }


def prompt_facts(site: Site, prompt: Prompt) -> Node:
    """WebPage of a prompt (LearningResource)."""
    technique = site.technique_of(prompt)
    assert prompt.review is not None, "a prompt inherits its set's review"
    piece = {
        "@type": "LearningResource",
        "name": prompt.title,
        "description": prompt.purpose,
        "learningResourceType": site.words("exports.kind_prompt"),
        "timeRequired": iso_duration(prompt.time),
        **_terms_of(site, prompt.review),
    }
    above = (
        (site.words("site.prompts"), PROMPTS),
        (technique.title, technique_url(technique.id)),
    )
    return _page(site, piece, prompt.review, above)


def guide_facts(site: Site, technique: Technique) -> Node:
    """WebPage of a technique guide (HowTo with supplies and steps)."""
    piece = {
        "@type": ["HowTo", "LearningResource"],
        "name": technique.title,
        "description": technique.summary,
        "totalTime": iso_duration(technique.time),
        "supply": [{"@type": "HowToSupply", "name": n} for n in technique.what_you_need],
        "step": [{"@type": "HowToStep", "text": step} for step in technique.steps],
        **_terms_of(site, technique.review),
    }
    return _page(site, piece, technique.review, ((site.words("site.techniques"), TECHNIQUES),))


def sheet_facts(site: Site, sheet: Worksheet) -> Node:
    """WebPage of a worksheet (CreativeWork)."""
    piece = {
        "@type": "CreativeWork",
        "name": sheet.title,
        "description": sheet.purpose,
        "learningResourceType": site.words("exports.kind_worksheet"),
        "timeRequired": iso_duration(sheet.time),
        **_terms_of(site, sheet.review),
    }
    return _page(site, piece, sheet.review, ((site.words("worksheets.title"), WORKSHEETS),))


def packet_facts(site: Site, packet: Packet) -> Node:
    """WebPage of a packet (LearningResource)."""
    piece = {
        "@type": "LearningResource",
        "name": packet.title,
        "description": packet.summary,
        "learningResourceType": site.words("exports.kind_packet"),
        **_terms_of(site, packet.review),
    }
    return _page(site, piece, packet.review, ((site.words("packets.title"), PACKETS),))


def list_facts(site: Site, entries: Iterable[tuple[str, str]]) -> Node:
    """ItemList of pages, from (name, path from the site root)."""
    return _items({"name": name, "url": site.absolute(url)} for name, url in entries)


def listings_facts(site: Site, kind: str, resources: Iterable[Resource]) -> Node:
    """ItemList of the listings of one kind, sorted by name."""
    by_name = sorted(resources, key=lambda r: r.name.casefold())
    return {
        **_items({"item": linked_resource(site, resource)} for resource in by_name),
        "name": site.term("resource-kinds", kind).label,
    }


def studies_facts(site: Site) -> Node:
    """ItemList of all studies (ScholarlyArticle), sorted by short citation, then year."""
    listed = sorted(site.studies, key=lambda s: (s.short.casefold(), s.year))
    return _items(
        {
            "item": {
                "@type": "ScholarlyArticle",
                "@id": site.absolute(study_url(study.id)),
                "name": study.citation,
                "datePublished": str(study.year),
                **({"sameAs": f"https://doi.org/{study.doi}"} if study.doi else {}),
            }
        }
        for study in listed
    )


def _page(site: Site, piece: Node, review: Review, above: tuple[tuple[str, str], ...]) -> Node:
    """WebPage with breadcrumbs about one entity; `reviewedBy` only if there are reviewers."""
    reviewed: dict[str, Any] = {}
    if review.reviewed_by:
        reviewed["lastReviewed"] = (review.reviewed_on or review.written_on).isoformat()
        reviewed["reviewedBy"] = [
            {"@type": "Person", "name": person.name, "jobTitle": person.role,
             **({"sameAs": f"https://orcid.org/{person.orcid}"} if person.orcid else {})}
            for person in review.reviewed_by
        ]  # fmt: skip
    steps = _items({"name": name, "item": site.absolute(url)} for name, url in above)
    return {
        "@type": "WebPage",
        "breadcrumb": {**steps, "@type": "BreadcrumbList"},
        **reviewed,
        "mainEntity": piece,
    }


def _terms_of(site: Site, review: Review) -> Node:
    return {
        "inLanguage": site.edition.locale,
        "isAccessibleForFree": True,
        "license": LICENCE,
        "creditText": review.written_by,
        "datePublished": review.written_on.isoformat(),
    }


def _items(entries: Iterable[Node]) -> Node:
    listed = [{"@type": "ListItem", "position": n, **e} for n, e in enumerate(entries, 1)]
    return {"@type": "ItemList", "itemListElement": listed}
