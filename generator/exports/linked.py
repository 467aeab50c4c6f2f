"""Facts for search engines in the heads of pages: JSON-LD with the words of schema.org.

Only what is true and what the page itself says. The words of a prompt are not among them, so that
no list of results shows a deep one without its caution.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.content.models.review import Review
from generator.exports.linked_resources import linked_resource
from generator.exports.records import iso_duration, written
from generator.site.site import Site
from generator.site.urls import (
    HOME,
    PACKETS,
    PROMPTS,
    STUDIES,
    TECHNIQUES,
    WORKSHEETS,
    packet_url,
    prompt_url,
    resource_kind_url,
    study_url,
    technique_url,
    worksheet_url,
)  # fmt: skip

CONTEXT = "https://schema.org"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"

Node = dict[str, Any]


def linked_heads(site: Site) -> Mapping[str, str]:
    """The script element with the facts of each page that has some, by the page's path."""
    return {page: data_script(node) for page, node in _nodes(site)}


def data_script(node: Node) -> str:
    """An element that holds data and cannot hold anything else: no sign in it opens a tag."""
    text = written({"@context": CONTEXT, **node}).replace("<", "\\u003c").replace(">", "\\u003e")
    return f'<script type="application/ld+json">{text}</script>'


def _nodes(site: Site) -> Iterator[tuple[str, Node]]:
    yield HOME, _site(site)
    yield from _prompts(site)
    yield from _techniques(site)
    yield from _worksheets(site)
    yield from _packets(site)
    yield from _resources(site)
    yield from _studies(site)


def _site(site: Site) -> Node:
    clinic, full = site.clinic, site.absolute
    publisher: Node = {"@type": "Organization", "name": clinic.name}
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


def _prompts(site: Site) -> Iterator[tuple[str, Node]]:
    for prompt in site.prompts:
        technique = site.technique_of(prompt)
        assert prompt.review is not None, "a prompt inherits its set's review"
        above = (
            (site.words("site.prompts"), PROMPTS),
            (technique.title, technique_url(technique.id)),
        )
        piece = {
            "@type": "LearningResource",
            "name": prompt.title,
            "description": prompt.purpose,
            "learningResourceType": site.words("exports.kind_prompt"),
            "timeRequired": iso_duration(prompt.time),
            **_terms_of(site, prompt.review),
        }
        yield prompt_url(prompt.id), _page(site, piece, prompt.review, above)


def _techniques(site: Site) -> Iterator[tuple[str, Node]]:
    shown = site.techniques
    yield TECHNIQUES, _list(site, ((t.title, technique_url(t.id)) for t in shown))
    for technique in shown:
        piece = {
            "@type": ["HowTo", "LearningResource"],
            "name": technique.title,
            "description": technique.summary,
            "totalTime": iso_duration(technique.time),
            "supply": [{"@type": "HowToSupply", "name": n} for n in technique.what_you_need],
            "step": [{"@type": "HowToStep", "text": step} for step in technique.steps],
            **_terms_of(site, technique.review),
        }
        above = ((site.words("site.techniques"), TECHNIQUES),)
        yield technique_url(technique.id), _page(site, piece, technique.review, above)


def _worksheets(site: Site) -> Iterator[tuple[str, Node]]:
    shown = site.worksheets
    yield WORKSHEETS, _list(site, ((s.title, worksheet_url(s.id)) for s in shown))
    for sheet in shown:
        piece = {
            "@type": "CreativeWork",
            "name": sheet.title,
            "description": sheet.purpose,
            "learningResourceType": site.words("exports.kind_worksheet"),
            "timeRequired": iso_duration(sheet.time),
            **_terms_of(site, sheet.review),
        }
        above = ((site.words("worksheets.title"), WORKSHEETS),)
        yield worksheet_url(sheet.id), _page(site, piece, sheet.review, above)


def _packets(site: Site) -> Iterator[tuple[str, Node]]:
    shown = site.packets
    if shown:
        yield PACKETS, _list(site, ((p.title, packet_url(p.id)) for p in shown))
    for packet in shown:
        piece = {
            "@type": "LearningResource",
            "name": packet.title,
            "description": packet.summary,
            "learningResourceType": site.words("exports.kind_packet"),
            **_terms_of(site, packet.review),
        }
        above = ((site.words("packets.title"), PACKETS),)
        yield packet_url(packet.id), _page(site, piece, packet.review, above)


def _resources(site: Site) -> Iterator[tuple[str, Node]]:
    by_kind: dict[str, list[Node]] = {}
    for resource in sorted(site.resources, key=lambda r: r.name.casefold()):
        by_kind.setdefault(resource.kind, []).append(linked_resource(site, resource))
    for kind, items in by_kind.items():
        yield (
            resource_kind_url(kind),
            {
                **_items({"item": item} for item in items),
                "name": site.term("resource-kinds", kind).label,
            },
        )


def _studies(site: Site) -> Iterator[tuple[str, Node]]:
    full = site.absolute
    listed = sorted(site.studies, key=lambda s: (s.short.casefold(), s.year))
    yield (
        STUDIES,
        _items(
            {
                "item": {
                    "@type": "ScholarlyArticle",
                    "@id": full(study_url(study.id)),
                    "name": study.citation,
                    "datePublished": str(study.year),
                    **({"sameAs": f"https://doi.org/{study.doi}"} if study.doi else {}),
                }
            }
            for study in listed
        ),
    )


def _page(site: Site, piece: Node, review: Review, above: tuple[tuple[str, str], ...]) -> Node:
    """A page about one thing; it says that somebody reviewed it only if somebody has."""
    reviewed: Node = {}
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


def _list(site: Site, entries: Iterable[tuple[str, str]]) -> Node:
    full = site.absolute
    return _items({"name": name, "url": full(url)} for name, url in entries)


def _items(entries: Iterable[Node]) -> Node:
    listed = [{"@type": "ListItem", "position": n, **e} for n, e in enumerate(entries, 1)]
    return {"@type": "ItemList", "itemListElement": listed}
