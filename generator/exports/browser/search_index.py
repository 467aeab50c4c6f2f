"""Client-side full-text search index: one document per page and listing, with lay search terms.

A script as in `catalogue.py`, loaded when the search field gets the focus; tokenizer and ranking
are in `theme/js/pages/search-rank.js`. Search terms (`found_by`) are matched, never shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.content.handwritten import Handwritten, passages_on
from generator.content.models.resource import Resource
from generator.content.models.taxonomy import Term
from generator.exports.browser.catalogue import lookup_script
from generator.pages.page import Page
from generator.pages.parts.cards import shortened
from generator.site.areas import area_name
from generator.site.facets import FACETS
from generator.site.site import Site
from generator.site.urls import (
    AUTHORS,
    CRISIS,
    HOME,
    facet_url,
    handwritten_url,
    lookup_url,
    packet_url,
    prompt_url,
    resource_url,
    technique_url,
    worksheet_url,
)
from generator.site.words import Words

GROUPS = ("feelings", "ways", "worksheets", "prompts", "help", "more", "books")
"""Groups of results, by the keys of their headings under `search.groups`."""

BOOK_KINDS = frozenset({"book", "guided-journal"})
"""Ids of the kinds of resource whose listings are in the group `books`, not `help`."""

OWN_WORDS = {
    "check-in": "check-in.search",
    "routine": "routine.search",
    "crisis": "search.crisis",
    "worksheets": "search.worksheets",
    "packing": "search.packing",
    "studies": "search.studies",
    "writing": "search.writing",
}
"""Key of the search terms of a page that is the only one of its template, by template."""

TEXT = 110
"""Most characters of a result's snippet."""


@dataclass(frozen=True)
class Entry:
    """One document of the index; `group` is one of `GROUPS`, `text` its snippet."""

    group: str
    url: str
    title: str
    text: str
    found_by: str = ""
    """Search terms, synonyms, other names and places, separated by semicolons; never shown."""
    body: str = ""
    """Distinct words of the page's text, separated by spaces, which weigh less; never shown."""


def search_files(site: Site, pages: Iterable[Page]) -> dict[str, bytes]:
    """The index that `theme/js/pages/search.js` loads, by path from the site root.

    One entry per URL: of several, the first of `_entries` holds.
    """
    by_url = {page.url: page for page in pages}
    entries = {entry.url: entry for entry in reversed(list(_entries(site, by_url)))}
    index = {
        "groups": [site.words(f"search.groups.{group}") for group in GROUPS],
        "found": site.words.forms("search.found"),
        "said": {name: site.words(f"search.{name}") for name in ("none", "more")},
        "prompt": prompt_url("{id}"),
        **ranking_words(site),
        "far": _far(site, [*reversed(entries)]),
        "entries": [_row(entry) for entry in reversed(entries.values())],
    }
    return {lookup_url("search"): lookup_script("search", index)}


def _far(site: Site, urls: list[str]) -> list[int]:
    """Positions of listings for other countries alone, which rank below those of the clinic's."""
    home = site.clinic.country
    far = {
        resource_url(resource.kind, resource.id)
        for resource in site.resources
        if resource.area.countries and home not in resource.area.countries
    }
    return [place for place, url in enumerate(urls) if url in far]


def ranking_words(site: Site) -> dict[str, object]:
    """Language settings of the ranking: locale, stop words (`skip`), synonym sets (`same`)."""
    return {
        "language": site.edition.locale,
        "skip": " ".join(site.words.group("search.skip")),
        "same": site.words.group("search.same"),
    }


def _row(entry: Entry) -> list[object]:
    """[group, url, title, text, found_by?, body?]; a prompt's url is cut to its id."""
    begin, end = prompt_url("{id}").split("{id}")
    is_prompt = entry.group == "prompts" and entry.url.startswith(begin)
    url = entry.url.removeprefix(begin).removesuffix(end) if is_prompt else entry.url
    row: list[object] = [GROUPS.index(entry.group), url, entry.title, entry.text]
    if entry.body:
        return [*row, entry.found_by, entry.body]
    return [*row, entry.found_by] if entry.found_by else row


def _entries(site: Site, pages: Mapping[str, Page]) -> Iterator[Entry]:
    """Every entry, in the order that breaks ties in the ranking; a URL may come twice."""
    yield from _terms(site)
    for technique in site.techniques:
        yield Entry("ways", technique_url(technique.id), technique.title,
                    _short(technique.summary), _joined(technique.search_terms))  # fmt: skip
    for sheet in site.worksheets:
        yield Entry("worksheets", worksheet_url(sheet.id), sheet.title, _short(sheet.purpose),
                    _joined(sheet.search_terms))  # fmt: skip
    for packet in site.packets:
        yield Entry("worksheets", packet_url(packet.id), packet.title, _short(packet.summary),
                    _joined((*packet.search_terms, site.words("search.packet"))))  # fmt: skip
    for prompt in site.offered:
        url = prompt_url(prompt.id)
        yield Entry("prompts", url, prompt.title, _short(pages[url].description),
                    _joined(prompt.search_terms))  # fmt: skip
    # Before the listings, since position breaks ties: a country comes before one of its lines.
    yield from _planned(site, pages.values())
    for resource in site.resources:
        yield _listing(resource, site)
    for page in site.pages:
        yield _by_hand(page)


def _terms(site: Site) -> Iterator[Entry]:
    """Pages of facet terms that have prompts: moods first, since feelings are what people type."""
    for facet in FACETS:
        for term in site.taxonomies[facet.taxonomy].terms:
            if any(term.id in facet.of(site, prompt) for prompt in site.offered):
                url = facet_url(facet.name, term.id)
                yield _term(facet.name, url, term, site.words)


def _term(facet: str, url: str, term: Term, words: Words) -> Entry:
    if facet == "mood":
        return Entry("feelings", url, term.label, _short(term.definition),
                     _joined(term.search_terms))  # fmt: skip
    title = words("facet.page_title", label=term.label)
    return Entry("prompts", url, title, _short(term.definition),
                 _joined((term.label, *term.search_terms)))  # fmt: skip


def _listing(resource: Resource, site: Site) -> Entry:
    kind = site.term("resource-kinds", resource.kind)
    area = resource.area
    names = [area_name(code.lower(), site) for code in (*area.countries, *area.regions)]
    if area.city:
        city = site.term("cities", area.city)
        names += [city.label, *city.search_terms]
    numbers = (contact.display for contact in resource.contacts if contact.display)
    found_by = (*resource.other_names, *resource.search_terms, area.place or "", *names, *numbers,
                kind.label)  # fmt: skip
    where = f"{kind.label} · {area.place}. " if area.place else f"{kind.label}. "
    group = "books" if resource.kind in BOOK_KINDS else "help"
    return Entry(group, resource_url(resource.kind, resource.id), resource.name,
                 where + _short(resource.summary), _joined(found_by))  # fmt: skip


def _planned(site: Site, pages: Iterable[Page]) -> Iterator[Entry]:
    """Searchable planned pages; without redirects, the home page and the authors' reference."""
    authors = AUTHORS.split("/")[0]
    for page in pages:
        if (
            not page.searchable
            or page.leads_to
            or page.url == HOME
            or page.url.startswith(f"{authors}/")
        ):
            continue
        own = site.words.group(OWN_WORDS[page.template]) if page.template in OWN_WORDS else ()
        found_by = [term.strip() for line in own for term in line.split(",")]
        found_by += page.found_by
        if page.template == "studies":
            found_by += [study.short for study in site.studies]
        group = "help" if page.url == CRISIS or page.url.startswith("resources/") else "more"
        yield Entry(group, page.url, page.title, _short(page.description), _joined(found_by))


def _by_hand(page: Handwritten) -> Entry:
    """Entry of a handwritten page: front matter `search_terms`, headings, and its words of four
    letters or more that are not in title, description or headings."""
    description = str(page.values.get("description") or "")
    headings = [
        re.sub(r"\{[^}]*\}", "", line).strip("# ") for line in page.lines if line.startswith("##")
    ]
    body = re.findall(r"\w{4,}", " ".join(p.plain for p in passages_on(page).passages).casefold())
    shown = f"{page.title} {description} {' '.join(headings)}"
    known = set(re.findall(r"\w+", shown.casefold()))
    words = (word for word in dict.fromkeys(body) if word not in known)
    terms = page.values.get("search_terms")
    own = [str(term) for term in terms] if isinstance(terms, list) else []
    return Entry("more", handwritten_url(page.id), page.title, _short(description),
                 _joined((*own, *headings)), " ".join(words))  # fmt: skip


def _short(text: str) -> str:
    return shortened(text, TEXT)


def _joined(words: Iterable[str]) -> str:
    return ";".join(word for word in words if word)
