"""Pages of worksheets, and four indexes of them: by need, intensity, time and technique."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.content.models.taxonomy import LevelTerm, TimeTerm, is_deep
from generator.content.models.worksheet import Worksheet
from generator.pages.page import Chip, Fact, Link, Page
from generator.pages.parts.cards import prompt_card
from generator.pages.parts.contacts import crisis_view
from generator.pages.parts.crisis_situations import rows_for_reasons
from generator.pages.parts.reviews import review_view
from generator.pages.parts.sheets import SheetCard, pdf_links, pictures, sheet_views, worksheet_card
from generator.pages.parts.structured_data import list_facts, sheet_facts
from generator.site.facets import time_bucket
from generator.site.site import Site
from generator.site.urls import (
    WORKSHEETS,
    WORKSHEETS_BY_DEPTH,
    WORKSHEETS_BY_TECHNIQUE,
    WORKSHEETS_BY_TIME,
    packing_url,
    technique_url,
    worksheet_file_url,
    worksheet_url,
)
from generator.worksheets.field import View
from generator.worksheets.prints import Prints

ALL, OTHER = "all", "other"
PROMPTS_SHOWN = 6


@dataclass(frozen=True)
class SheetGroup:
    """A group of an index, with a zip of its PDF files if there is one."""

    title: str
    anchor: str
    cards: tuple[SheetCard, ...]
    zip: Link | None = None


def plan_worksheets(site: Site, prints: Prints) -> Iterator[Page]:
    """The four indexes, then a page for each sheet."""
    sheets = site.worksheets
    card = {
        sheet.id: SheetCard(
            worksheet_card(site, sheet),
            next(iter(pictures(sheet, prints, site.words)), None),
            pdf_links(sheet, prints, site.clinic.paper, site.words),
        )
        for sheet in sheets
    }
    views = sheet_views(site)
    groupings = (
        (WORKSHEETS, "by_need", _by_need(site, sheets)),
        (WORKSHEETS_BY_DEPTH, "by_intensity", _by_depth(site, sheets)),
        (WORKSHEETS_BY_TIME, "by_time", _by_time(site, sheets)),
        (WORKSHEETS_BY_TECHNIQUE, "by_technique", _by_technique(site, sheets)),
    )
    kinds = next((card[sheet.id].pdfs for sheet in sheets if card[sheet.id].pdfs), ())
    listed = tuple((sheet.title, worksheet_url(sheet.id)) for sheet in sheets)
    chips = [(site.words(f"worksheets.{key}"), url) for url, key, _ in groupings]
    for url, key, groups in groupings:
        yield Page(
            url=url,
            template="worksheets",
            title=site.words(
                "worksheets.title" if url == WORKSHEETS else f"worksheets.title_{key}"
            ),
            description=site.words(
                "worksheets.description" if url == WORKSHEETS else f"worksheets.description_{key}"
            ),
            searchable=url == WORKSHEETS,
            facts=list_facts(site, listed) if url == WORKSHEETS else None,
            context={
                "ways": tuple(Chip(text, way, current=way == url) for text, way in chips),
                "groups": tuple(
                    SheetGroup(
                        title,
                        name,
                        tuple(card[s.id] for s in group),
                        _zip(site, prints, name) if key == "by_technique" else None,
                    )
                    for name, title, group in groups
                    if group
                ),
                "by_need": key == "by_need",
                "papers": kinds,
                "all": _zip(site, prints, ALL),
                "paper": site.clinic.paper.value,
            },
        )
    for sheet in sheets:
        yield _sheet_page(site, sheet, views[sheet.id], prints)


def zip_groups(site: Site) -> dict[str, tuple[str, ...]]:
    """Sheet ids by name of the zip that holds them: each technique with several sheets, and all.

    `all` is left out if there are fewer than two.
    """
    sheets = site.worksheets
    groups = {name: tuple(s.id for s in g) for name, _, g in _by_technique(site, sheets)}
    groups = {name: ids for name, ids in groups.items() if len(ids) > 1}
    return groups | ({ALL: tuple(s.id for s in sheets)} if len(sheets) > 1 else {})


_Group = tuple[str, str, tuple[Worksheet, ...]]
"""Id, title and sheets of a group, which may be empty."""


def _by_technique(site: Site, sheets: Iterable[Worksheet]) -> tuple[_Group, ...]:
    sheets = tuple(sheets)
    titles = {t.id: t.title for t in site.techniques}
    for sheet in sheets:
        titles.setdefault(sheet.technique, site.technique_of(sheet).title)
    return tuple(
        (name, title, tuple(s for s in sheets if s.technique == name))
        for name, title in titles.items()
    )


def _by_need(site: Site, sheets: Iterable[Worksheet]) -> tuple[_Group, ...]:
    """By need, in the order of the taxonomy; sheets without a need come last."""
    sheets = tuple(sheets)
    terms = site.taxonomies["needs"].terms
    return (
        *((t.id, t.label, tuple(s for s in sheets if s.need == t.id)) for t in terms),
        (OTHER, site.words("worksheets.other"), tuple(s for s in sheets if not s.need)),
    )


def _by_time(site: Site, sheets: Iterable[Worksheet]) -> tuple[_Group, ...]:
    terms = [t for t in site.taxonomies["times"].terms if isinstance(t, TimeTerm)]
    return _grouped(sheets, terms, lambda sheet: time_bucket(site, sheet.time))


def _by_depth(site: Site, sheets: Iterable[Worksheet]) -> tuple[_Group, ...]:
    terms = [t for t in site.taxonomies["intensity"].terms if isinstance(t, LevelTerm)]
    return _grouped(sheets, terms, lambda sheet: site.level(sheet.intensity).id)


def _grouped(
    sheets: Iterable[Worksheet],
    terms: Iterable[TimeTerm | LevelTerm],
    term_of: Callable[[Worksheet], str],
) -> tuple[_Group, ...]:
    sheets = tuple(sheets)
    return tuple(
        (term.id, term.label, tuple(s for s in sheets if term_of(s) == term.id)) for term in terms
    )


def _zip(site: Site, prints: Prints, name: str) -> Link | None:
    if name not in prints.zips:
        return None
    key = "worksheets.all_zip" if name == ALL else "worksheets.technique_zip"
    size = site.words.file_size(prints.zips[name].stat().st_size)
    paper = site.words(f"worksheets.{site.clinic.paper.value}")
    return Link(site.words(key, size=size, paper=paper), worksheet_file_url(f"{name}.zip"))


def _sheet_page(site: Site, sheet: Worksheet, view: View, prints: Prints) -> Page:
    technique = site.technique_of(sheet)
    shown = technique.id in site.technique
    prompts = [p for p in site.offered if p.worksheet == sheet.id]
    return Page(
        url=worksheet_url(sheet.id),
        template="worksheet",
        title=site.words("worksheets.page_title", title=sheet.title),
        description=site.words("worksheets.page_description", purpose=sheet.purpose),
        facts=sheet_facts(site, sheet),
        changed=sheet.review.newest,
        context={
            "sheet": sheet,
            "view": view,
            "facts": _facts(site, sheet),
            "technique": Link(technique.title, technique_url(technique.id)) if shown else None,
            "pdfs": pdf_links(sheet, prints, site.clinic.paper, site.words),
            "pictures": pictures(sheet, prints, site.words),
            "who": rows_for_reasons(site, sheet.choose_another_if),
            "reasons": tuple(
                site.term("stop-reasons", i).definition for i in sheet.choose_another_if
            ),
            "deep": is_deep(sheet.intensity),
            "crisis": crisis_view(site),
            "prompts": tuple(prompt_card(site, p) for p in prompts[:PROMPTS_SHOWN]),
            "packing": packing_url([("w", sheet.id)]),
            "review": review_view(sheet.review, site.words),
        },
    )


def _facts(site: Site, sheet: Worksheet) -> tuple[Fact, ...]:
    level = site.level(sheet.intensity)
    return (
        Fact(site.words("facts.time"), (site.words.duration(sheet.time),)),
        Fact(site.words("facts.intensity"), (level.label,), level=sheet.intensity),
        Fact(site.words("worksheets.length"), (site.words.count("worksheets.pages", sheet.pages),)),
    )
