"""Client-side data of the packet builder: prompts and worksheets as rows, and lazy-loaded texts.

Scripts as in `catalogue.py`. The rows ("shelf") load with the page; the search index, the texts of
prompts and the HTML of worksheets only when somebody searches or has chosen one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta

from generator.content.models.prompt import Prompt
from generator.content.models.review import Status
from generator.content.models.taxonomy import DEEP, is_deep
from generator.content.models.worksheet import Worksheet
from generator.exports.browser.catalogue import lookup_piece, lookup_script
from generator.exports.browser.search_index import ranking_words
from generator.pages.parts.duration_labels import time_needed
from generator.pages.parts.sheets import pdf_links, sheet_views
from generator.site.facets import FACETS
from generator.site.site import Site
from generator.site.urls import lookup_url, prompt_url, worksheet_url
from generator.worksheets.field import View
from generator.worksheets.prints import Prints

FEW = 8
"""Prompts per chunk of texts: about 2 kB compressed, so that a packet of five stays light."""

SHORT = timedelta(minutes=5)
HALF, PAGE = "half", "page"
"""Space of a printed prompt: two short ones share a page, a longer one has its own."""

MOOD = FACETS[0]


def packet_item_files(site: Site, prints: Prints, draw: Callable[[View], str]) -> dict[str, bytes]:
    """Shelf, search index and chunks as scripts by path from the site root.

    `draw` renders a worksheet's view to HTML; it is injected, as rendering is a later stage.
    """
    prompts = site.packed
    texts = dict(
        lookup_piece("texts", [_text(site, p) for p in prompts[start : start + FEW]])
        for start in range(0, len(prompts), FEW)
    )
    views = sheet_views(site)
    forms = {sheet: lookup_piece("form", draw(view)) for sheet, view in views.items()}
    shelf = {
        "few": FEW,
        "deep": DEEP,
        "texts": list(texts),
        "prompts": [_prompt(site, prompt) for prompt in prompts],
        "sheets": [
            [*_sheet(site, s, prints), forms[s.id][0], _minutes(s.time)] for s in site.worksheets
        ],
        "gone": _gone(site),
        "p": prompt_url("{id}"),
        "w": worksheet_url("{id}"),
    }
    return {
        **{lookup_url(name): content for name, content in (texts | dict(forms.values())).items()},
        lookup_url("shelf"): lookup_script("shelf", shelf),
        lookup_url("searched"): lookup_script("searched", _searched(site, prompts)),
    }


def _prompt(site: Site, prompt: Prompt) -> list[object]:
    level = site.level(prompt.intensity)
    meta = f"{time_needed(prompt, site.words)} · {level.label}"
    reasons = _reasons(site, prompt.choose_another_if) if is_deep(prompt.intensity) else []
    minutes = _minutes(prompt.time * prompt.sessions)
    return [prompt.id, prompt.title, meta, prompt.intensity, reasons, [], "", minutes]


def _sheet(site: Site, sheet: Worksheet, prints: Prints) -> list[object]:
    level = site.level(sheet.intensity)
    paper = site.clinic.paper
    own = [link for link in pdf_links(sheet, prints, paper, site.words) if link.paper == paper]
    return [
        sheet.id,
        sheet.title,
        f"{site.words('packets.sheet')} · {site.words.duration(sheet.time)} · {level.label}",
        sheet.intensity,
        _reasons(site, sheet.choose_another_if),
        [[link.text, link.note, link.url] for link in own],
    ]


def _minutes(time: timedelta) -> int:
    return round(time.total_seconds() / 60)


def _text(site: Site, prompt: Prompt) -> list[object]:
    closing = site.term("closings", prompt.closing) if prompt.closing else None
    return [
        prompt.text,
        prompt.starter or "",
        list(prompt.follow_ups),
        (closing.sentence or closing.definition) if closing else "",
        _reasons(site, prompt.choose_another_if),
        site.words.duration(prompt.time),
        HALF if prompt.time <= SHORT else PAGE,
        prompt.task,
    ]


def _reasons(site: Site, ids: Iterable[str]) -> list[str]:
    return [site.term("stop-reasons", i).definition for i in ids]


def _gone(site: Site) -> dict[str, str]:
    """Titles of archived prompts and worksheets by id, to name what a saved packet lacks."""
    entries: dict[str, Prompt | Worksheet] = {**site.library.prompts, **site.library.worksheets}
    return {i: e.title for i, e in sorted(entries.items()) if e.status is Status.ARCHIVED}


def _searched(site: Site, prompts: tuple[Prompt, ...]) -> dict[str, object]:
    """Search terms of each prompt, and an inverted index of moods and techniques.

    `groups` maps words (labels and terms joined by semicolons) to positions in `prompts`.
    """
    places = {prompt.id: place for place, prompt in enumerate(prompts)}
    groups: dict[str, list[int]] = {}
    for prompt in prompts:
        terms = [site.term(MOOD.taxonomy, i) for i in MOOD.of(site, prompt)]
        for words in (
            *(";".join((term.label, *term.search_terms)) for term in terms),
            site.technique_of(prompt).title,
        ):
            groups.setdefault(words, []).append(places[prompt.id])
    return {
        **ranking_words(site),
        "own": [";".join(p.search_terms) for p in prompts],
        "groups": list(groups.items()),
    }
