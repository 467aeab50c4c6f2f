"""What the browser puts packets together from: a shelf of all prompts and sheets, and their texts.

Files as in `lookup.py`. The shelf is read with the page; what is searched in, the texts of prompts
and the forms of worksheets only when somebody searches or has chosen one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta

from generator.content.library import Library
from generator.content.models.prompt import Prompt
from generator.content.models.review import Status
from generator.content.models.taxonomy import is_deep
from generator.content.models.worksheet import Worksheet
from generator.exports.browser.catalogue import lookup_piece, lookup_script
from generator.pages.parts.sheets import pdf_links, sheet_views, shown_worksheets
from generator.pages.parts.times import time_needed
from generator.site.catalogue import packed_prompts
from generator.site.facets import FACETS, level_term
from generator.site.shown import clinic_of
from generator.site.urls import lookup_url, prompt_url, worksheet_url
from generator.site.words import Words
from generator.worksheets.blocks import View
from generator.worksheets.prints import Prints

FEW = 8
"""Prompts whose texts stand in one file: about 2 kB compressed, so that five things stay light."""

SHORT = timedelta(minutes=5)
HALF, PAGE = "half", "page"
"""Room on paper: two short prompts on one sheet, a longer one on its own."""

MOOD = FACETS[0]


def shelf_files(
    library: Library, words: Words, prints: Prints, draw: Callable[[View], str]
) -> dict[str, bytes]:
    """The files by their paths below the top of the site; `draw` makes HTML of a worksheet."""
    prompts = packed_prompts(library)
    texts = dict(
        lookup_piece("texts", [_text(library, p, words) for p in prompts[start : start + FEW]])
        for start in range(0, len(prompts), FEW)
    )
    views = sheet_views(library, words)
    forms = {sheet: lookup_piece("form", draw(view)) for sheet, view in views.items()}
    shelf = {
        "few": FEW,
        "texts": list(texts),
        "prompts": [_prompt(library, prompt, words) for prompt in prompts],
        "sheets": [
            [*_sheet(library, s, words, prints), forms[s.id][0]] for s in shown_worksheets(library)
        ],
        "gone": _gone(library),
        "p": prompt_url("{id}"),
        "w": worksheet_url("{id}"),
    }
    return {
        **{lookup_url(name): content for name, content in (texts | dict(forms.values())).items()},
        lookup_url("shelf"): lookup_script("shelf", shelf),
        lookup_url("searched"): lookup_script("searched", _searched(library, prompts)),
    }


def _prompt(library: Library, prompt: Prompt, words: Words) -> list[object]:
    level = level_term(library, prompt.intensity)
    meta = f"{time_needed(prompt, words)} · {level.label}"
    reasons = _reasons(library, prompt.choose_another_if) if is_deep(prompt.intensity) else []
    return [prompt.id, prompt.title, meta, prompt.intensity, reasons, []]


def _sheet(library: Library, sheet: Worksheet, words: Words, prints: Prints) -> list[object]:
    level = level_term(library, sheet.intensity)
    paper = clinic_of(library).paper
    own = [link for link in pdf_links(sheet, prints, paper, words) if link.paper == paper]
    return [
        sheet.id,
        sheet.title,
        f"{words('packets.sheet')} · {words.duration(sheet.time)} · {level.label}",
        sheet.intensity,
        _reasons(library, sheet.choose_another_if),
        [[link.text, link.note, link.url] for link in own],
    ]


def _text(library: Library, prompt: Prompt, words: Words) -> list[object]:
    closing = library.term("closings", prompt.closing) if prompt.closing else None
    return [
        prompt.text,
        prompt.starter or "",
        list(prompt.follow_ups),
        (closing.sentence or closing.definition) if closing else "",
        _reasons(library, prompt.choose_another_if),
        words.duration(prompt.time),
        HALF if prompt.time <= SHORT else PAGE,
        prompt.task,
    ]


def _reasons(library: Library, ids: Iterable[str]) -> list[str]:
    return [library.term("stop-reasons", i).definition for i in ids]


def _gone(library: Library) -> dict[str, str]:
    """Titles of what was shown once, so that a packet can say what is missing in it."""
    entries: dict[str, Prompt | Worksheet] = {**library.prompts, **library.worksheets}
    return {i: e.title for i, e in sorted(entries.items()) if e.status is Status.ARCHIVED}


def _searched(library: Library, prompts: tuple[Prompt, ...]) -> dict[str, object]:
    """Lay words of each prompt, and those of each mood and way of writing with its prompts."""
    places = {prompt.id: place for place, prompt in enumerate(prompts)}
    groups: dict[str, list[int]] = {}
    for prompt in prompts:
        terms = [library.term(MOOD.taxonomy, i) for i in MOOD.of(library, prompt)]
        for said in (
            *(" ".join((term.label, *term.search_terms)) for term in terms),
            library.technique_of(prompt).title,
        ):
            groups.setdefault(said, []).append(places[prompt.id])
    return {"own": [" ".join(p.search_terms) for p in prompts], "groups": list(groups.items())}
