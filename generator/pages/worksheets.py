"""Plans the page of every worksheet and the three ways to look through all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.content.library import Library
from generator.content.models.review import Status
from generator.content.models.taxonomy import LevelTerm, TimeTerm, is_deep
from generator.content.models.worksheet import Worksheet
from generator.pages.page import Chip, Fact, Link, Page
from generator.pages.parts.cards import prompt_card
from generator.pages.parts.contacts import crisis_view
from generator.pages.parts.reviews import review_view
from generator.pages.parts.sheets import (
    SheetCard,
    pdf_links,
    pictures,
    sheet_views,
    shown_worksheets,
    worksheet_card,
)
from generator.pages.parts.who import who_for
from generator.site.facets import level_term, time_bucket
from generator.site.shown import clinic_of, offered_prompts, shown_techniques
from generator.site.urls import (
    WORKSHEETS,
    WORKSHEETS_BY_TECHNIQUE,
    WORKSHEETS_BY_TIME,
    packing_url,
    technique_url,
    worksheet_file_url,
    worksheet_url,
)
from generator.site.words import Words
from generator.worksheets.blocks import View
from generator.worksheets.prints import Prints

ALL = "all"
PROMPTS_SHOWN = 6


@dataclass(frozen=True)
class SheetGroup:
    """Sheets that have something in common, and all of them as one file."""

    title: str
    cards: tuple[SheetCard, ...]
    zip: Link | None = None


def plan_worksheets(library: Library, words: Words, prints: Prints) -> Iterator[Page]:
    """The three indexes, then each sheet."""
    sheets = shown_worksheets(library)
    card = {
        sheet.id: SheetCard(
            worksheet_card(library, sheet, words),
            next(iter(pictures(sheet, prints, words)), None),
        )
        for sheet in sheets
    }
    views = sheet_views(library, words)
    groupings = (
        (WORKSHEETS, "by_intensity", _by_depth(library, sheets)),
        (WORKSHEETS_BY_TIME, "by_time", _by_time(library, sheets)),
        (WORKSHEETS_BY_TECHNIQUE, "by_technique", _by_technique(library, sheets)),
    )
    chips = [(words(f"worksheets.{key}"), url) for url, key, _ in groupings]
    for url, key, groups in groupings:
        yield Page(
            url=url,
            template="worksheets",
            title=words("worksheets.title" if url == WORKSHEETS else f"worksheets.title_{key}"),
            description=words(
                "worksheets.description" if url == WORKSHEETS else f"worksheets.description_{key}"
            ),
            searchable=url == WORKSHEETS,
            context={
                "ways": tuple(Chip(text, way, current=way == url) for text, way in chips),
                "groups": tuple(
                    SheetGroup(title, tuple(card[s.id] for s in group), _zip(prints, name, words))
                    for name, title, group in groups
                    if group
                ),
                "all": _zip(prints, ALL, words),
            },
        )
    for sheet in sheets:
        yield _sheet_page(library, sheet, views[sheet.id], prints, words)


def zip_groups(library: Library) -> dict[str, tuple[str, ...]]:
    """The sheets that are offered as one file: all, and those of each technique with several."""
    sheets = shown_worksheets(library)
    groups = {name: tuple(s.id for s in g) for name, _, g in _by_technique(library, sheets)}
    groups = {name: ids for name, ids in groups.items() if len(ids) > 1}
    return groups | ({ALL: tuple(s.id for s in sheets)} if len(sheets) > 1 else {})


_Group = tuple[str, str, tuple[Worksheet, ...]]


def _by_technique(library: Library, sheets: Iterable[Worksheet]) -> tuple[_Group, ...]:
    sheets = tuple(sheets)
    titles = {t.id: t.title for t in shown_techniques(library)}
    for sheet in sheets:
        titles.setdefault(sheet.technique, library.techniques[sheet.technique].title)
    return tuple(
        (name, title, tuple(s for s in sheets if s.technique == name))
        for name, title in titles.items()
    )


def _by_time(library: Library, sheets: Iterable[Worksheet]) -> tuple[_Group, ...]:
    terms = [t for t in library.taxonomies["times"].terms if isinstance(t, TimeTerm)]
    return _grouped(sheets, terms, lambda sheet: time_bucket(library, sheet.time))


def _by_depth(library: Library, sheets: Iterable[Worksheet]) -> tuple[_Group, ...]:
    terms = [t for t in library.taxonomies["intensity"].terms if isinstance(t, LevelTerm)]
    return _grouped(sheets, terms, lambda sheet: level_term(library, sheet.intensity).id)


def _grouped(
    sheets: Iterable[Worksheet],
    terms: Iterable[TimeTerm | LevelTerm],
    term_of: Callable[[Worksheet], str],
) -> tuple[_Group, ...]:
    sheets = tuple(sheets)
    return tuple(
        ("", term.label, tuple(s for s in sheets if term_of(s) == term.id)) for term in terms
    )


def _zip(prints: Prints, name: str, words: Words) -> Link | None:
    if name not in prints.zips:
        return None
    key = "worksheets.all_zip" if name == ALL else "worksheets.technique_zip"
    size = words.file_size(prints.zips[name].stat().st_size)
    return Link(words(key, size=size), worksheet_file_url(f"{name}.zip"))


def _sheet_page(
    library: Library, sheet: Worksheet, view: View, prints: Prints, words: Words
) -> Page:
    technique = library.techniques[sheet.technique]
    shown = technique.status is Status.PUBLISHED
    prompts = [p for p in offered_prompts(library) if p.worksheet == sheet.id]
    return Page(
        url=worksheet_url(sheet.id),
        template="worksheet",
        title=words("worksheets.page_title", title=sheet.title),
        description=words("worksheets.page_description", purpose=sheet.purpose),
        context={
            "sheet": sheet,
            "view": view,
            "facts": _facts(library, sheet, words),
            "technique": Link(technique.title, technique_url(technique.id)) if shown else None,
            "pdfs": pdf_links(sheet, prints, clinic_of(library).paper, words),
            "pictures": pictures(sheet, prints, words),
            "who": who_for(library, sheet.choose_another_if, words),
            "reasons": tuple(
                library.term("stop-reasons", i).definition for i in sheet.choose_another_if
            ),
            "deep": is_deep(sheet.intensity),
            "crisis": crisis_view(library, words),
            "prompts": tuple(prompt_card(library, p, words) for p in prompts[:PROMPTS_SHOWN]),
            "packing": packing_url([("w", sheet.id)]),
            "review": review_view(sheet.review, words),
        },
    )


def _facts(library: Library, sheet: Worksheet, words: Words) -> tuple[Fact, ...]:
    level = level_term(library, sheet.intensity)
    return (
        Fact(words("facts.time"), (words.duration(sheet.time),)),
        Fact(words("facts.intensity"), (level.label,), level=sheet.intensity),
        Fact(words("worksheets.length"), (words.count("worksheets.pages", sheet.pages),)),
    )
