"""Facts for search engines in the heads of pages: JSON-LD with the words of schema.org.

Only what is true and what the page itself says. The words of a prompt are not among them, so that
no list of results shows a deep one without its caution.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.content.library import Library
from generator.content.models.review import Review, Status
from generator.exports.linked_resources import linked_resource
from generator.exports.records import absolute, iso_duration, written
from generator.pages.parts.sheets import shown_worksheets
from generator.site.shown import (
    clinic_of,
    shown_prompts,
    shown_resources,
    shown_techniques,
)
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
from generator.site.words import Words

CONTEXT = "https://schema.org"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"

Node = dict[str, Any]


def linked_heads(library: Library, words: Words) -> Mapping[str, str]:
    """The script element with the facts of each page that has some, by the page's path."""
    return {page: data_script(node) for page, node in _nodes(library, words)}


def data_script(node: Node) -> str:
    """An element that holds data and cannot hold anything else: no sign in it opens a tag."""
    text = written({"@context": CONTEXT, **node}).replace("<", "\\u003c").replace(">", "\\u003e")
    return f'<script type="application/ld+json">{text}</script>'


def _nodes(library: Library, words: Words) -> Iterator[tuple[str, Node]]:
    yield HOME, _site(library)
    yield from _prompts(library, words)
    yield from _techniques(library, words)
    yield from _worksheets(library, words)
    yield from _packets(library, words)
    yield from _resources(library, words)
    yield from _studies(library, words)


def _site(library: Library) -> Node:
    clinic, full = clinic_of(library), absolute(library)
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
        "inLanguage": library.edition.locale,
        "license": LICENCE,
        "publisher": publisher,
    }


def _prompts(library: Library, words: Words) -> Iterator[tuple[str, Node]]:
    for prompt in shown_prompts(library):
        technique = library.technique_of(prompt)
        assert prompt.review is not None, "a prompt inherits its set's review"
        above = ((words("site.prompts"), PROMPTS), (technique.title, technique_url(technique.id)))
        piece = {
            "@type": "LearningResource",
            "name": prompt.title,
            "description": prompt.purpose,
            "learningResourceType": words("exports.kind_prompt"),
            "timeRequired": iso_duration(prompt.time),
            **_terms_of(library, prompt.review),
        }
        yield prompt_url(prompt.id), _page(library, piece, prompt.review, above)


def _techniques(library: Library, words: Words) -> Iterator[tuple[str, Node]]:
    shown = shown_techniques(library)
    yield TECHNIQUES, _list(library, ((t.title, technique_url(t.id)) for t in shown))
    for technique in shown:
        piece = {
            "@type": ["HowTo", "LearningResource"],
            "name": technique.title,
            "description": technique.summary,
            "totalTime": iso_duration(technique.time),
            "supply": [{"@type": "HowToSupply", "name": n} for n in technique.what_you_need],
            "step": [{"@type": "HowToStep", "text": step} for step in technique.steps],
            **_terms_of(library, technique.review),
        }
        above = ((words("site.techniques"), TECHNIQUES),)
        yield technique_url(technique.id), _page(library, piece, technique.review, above)


def _worksheets(library: Library, words: Words) -> Iterator[tuple[str, Node]]:
    shown = shown_worksheets(library)
    yield WORKSHEETS, _list(library, ((s.title, worksheet_url(s.id)) for s in shown))
    for sheet in shown:
        piece = {
            "@type": "CreativeWork",
            "name": sheet.title,
            "description": sheet.purpose,
            "learningResourceType": words("exports.kind_worksheet"),
            "timeRequired": iso_duration(sheet.time),
            **_terms_of(library, sheet.review),
        }
        above = ((words("worksheets.title"), WORKSHEETS),)
        yield worksheet_url(sheet.id), _page(library, piece, sheet.review, above)


def _packets(library: Library, words: Words) -> Iterator[tuple[str, Node]]:
    shown = [p for p in library.packets.values() if p.status is Status.PUBLISHED]
    if shown:
        yield PACKETS, _list(library, ((p.title, packet_url(p.id)) for p in shown))
    for packet in shown:
        piece = {
            "@type": "LearningResource",
            "name": packet.title,
            "description": packet.summary,
            "learningResourceType": words("exports.kind_packet"),
            **_terms_of(library, packet.review),
        }
        above = ((words("packets.title"), PACKETS),)
        yield packet_url(packet.id), _page(library, piece, packet.review, above)


def _resources(library: Library, words: Words) -> Iterator[tuple[str, Node]]:
    by_kind: dict[str, list[Node]] = {}
    for resource in sorted(shown_resources(library), key=lambda r: r.name.casefold()):
        by_kind.setdefault(resource.kind, []).append(linked_resource(library, resource, words))
    for kind, items in by_kind.items():
        yield (
            resource_kind_url(kind),
            {
                **_items({"item": item} for item in items),
                "name": library.term("resource-kinds", kind).label,
            },
        )


def _studies(library: Library, words: Words) -> Iterator[tuple[str, Node]]:
    full = absolute(library)
    listed = sorted(library.studies.values(), key=lambda s: (s.short.casefold(), s.year))
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
            if study.status is Status.PUBLISHED
        ),
    )


def _page(
    library: Library, piece: Node, review: Review, above: tuple[tuple[str, str], ...]
) -> Node:
    """A page about one thing; it says that somebody reviewed it only if somebody has."""
    reviewed: Node = {}
    if review.reviewed_by:
        reviewed["lastReviewed"] = (review.reviewed_on or review.written_on).isoformat()
        reviewed["reviewedBy"] = [
            {"@type": "Person", "name": person.name, "jobTitle": person.role,
             **({"sameAs": f"https://orcid.org/{person.orcid}"} if person.orcid else {})}
            for person in review.reviewed_by
        ]  # fmt: skip
    steps = _items({"name": name, "item": absolute(library)(url)} for name, url in above)
    return {
        "@type": "WebPage",
        "breadcrumb": {**steps, "@type": "BreadcrumbList"},
        **reviewed,
        "mainEntity": piece,
    }


def _terms_of(library: Library, review: Review) -> Node:
    return {
        "inLanguage": library.edition.locale,
        "isAccessibleForFree": True,
        "license": LICENCE,
        "creditText": review.written_by,
        "datePublished": review.written_on.isoformat(),
    }


def _list(library: Library, entries: Iterable[tuple[str, str]]) -> Node:
    full = absolute(library)
    return _items({"name": name, "url": full(url)} for name, url in entries)


def _items(entries: Iterable[Node]) -> Node:
    listed = [{"@type": "ListItem", "position": n, **e} for n, e in enumerate(entries, 1)]
    return {"@type": "ItemList", "itemListElement": listed}
