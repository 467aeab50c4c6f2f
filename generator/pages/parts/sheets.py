"""Worksheets as pages show them: the frame around each, their cards, their files to print."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.content.models.paper import Paper
from generator.content.models.technique import Technique
from generator.content.models.worksheet import Worksheet
from generator.pages.page import Card
from generator.pages.parts.contacts import crisis_view
from generator.site.site import Site
from generator.site.urls import worksheet_file_url, worksheet_picture_url, worksheet_url
from generator.site.words import Words
from generator.worksheets.field import View
from generator.worksheets.prints import Prints
from generator.worksheets.variant import Size
from generator.worksheets.view import Frame, sheet_view


@dataclass(frozen=True)
class Picture:
    """A picture of one page, in pixels."""

    url: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True)
class PdfLink:
    """A file to print."""

    text: str
    note: str
    """What is known of the file before it is opened: its kind, its size, its pages."""
    url: str
    paper: Paper
    usual: bool
    """Whether it is what most people here will want."""
    kind: str
    """Paper and size as one word, by which a page shows the links of one kind: `a4-large`."""


@dataclass(frozen=True)
class SheetCard:
    """A sheet to choose, with a picture of its first page if there is one."""

    card: Card
    picture: Picture | None
    """None where no pages are drawn."""
    pdfs: tuple[PdfLink, ...] = ()
    """Its files, the usual one first."""


@lru_cache(maxsize=1)
def sheet_views(site: Site) -> Mapping[str, View]:
    """The view of every shown sheet by its id: what is put on the page and on paper."""
    clinic = site.clinic
    reasons = {term.id: term.label for term in site.taxonomies["stop-reasons"].terms}
    frame = Frame(
        site.words,
        clinic.name,
        _contact(site),
        crisis_line(site),
        reasons,
        clinic.primary_colour,
        site.logo.content if site.logo else b"",
    )
    return {
        sheet.id: sheet_view(sheet, frame, url=f"{clinic.base_url}{worksheet_url(sheet.id)}")
        for sheet in site.worksheets
    }


def worksheet_card(site: Site, sheet: Worksheet) -> Card:
    """A sheet to choose: what it is for, its pages, how long and how deep."""
    return Card(
        title=sheet.title,
        url=worksheet_url(sheet.id),
        text=sheet.purpose,
        meta=(
            site.words.count("worksheets.pages", sheet.pages),
            site.words.duration(sheet.time),
            site.level(sheet.intensity).label,
        ),
    )


def sheets_of(site: Site, technique: Technique) -> tuple[Worksheet, ...]:
    """The sheets that go with a technique: those that its guide names first, then its own."""
    shown = {sheet.id: sheet for sheet in site.worksheets}
    own = (sheet.id for sheet in shown.values() if sheet.technique == technique.id)
    return tuple(shown[i] for i in dict.fromkeys((*technique.worksheets, *own)) if i in shown)


def pictures(sheet: Worksheet, prints: Prints, words: Words) -> tuple[Picture, ...]:
    """A picture of each page of a sheet, as it is on the clinic's own paper."""
    found = []
    for one in prints.of.get(sheet.id, ()):
        for number, file in enumerate(one.pictures, 1):
            width, height = struct.unpack(">II", file.read_bytes()[16:24])
            paper = words(f"worksheets.{one.variant.paper}")
            alt = words(
                "worksheets.picture",
                page=number,
                pages=len(one.pictures),
                title=sheet.title,
                paper=paper,
            )
            found.append(Picture(worksheet_picture_url(sheet.id, number), alt, width, height))
    return tuple(found)


def pdf_links(sheet: Worksheet, prints: Prints, paper: Paper, words: Words) -> tuple[PdfLink, ...]:
    """The files of a sheet, those on the clinic's own paper first."""
    links = []
    for one in sorted(prints.of.get(sheet.id, ()), key=lambda p: p.variant.paper != paper):
        name = words(f"worksheets.{one.variant.paper}")
        large = one.variant.size is Size.LARGE
        links.append(
            PdfLink(
                words("worksheets.large", paper=name) if large else name,
                words(
                    "worksheets.pdf",
                    size=words.file_size(one.size),
                    pages=words.count("worksheets.pages", one.pages),
                ),
                worksheet_file_url(one.variant.file_name(sheet.id)),
                one.variant.paper,
                usual=one.variant.paper == paper and not large,
                kind=f"{one.variant.paper}-{one.variant.size}",
            )
        )
    return tuple(links)


def sheet_words(sheet: Worksheet) -> str:
    """What a sheet is found by, beside its title and purpose."""
    return " ".join(sheet.search_terms)


def print_files(prints: Prints) -> dict[str, bytes]:
    """Every PDF, zip and picture by its path below the top of the site."""
    files = {worksheet_file_url(f"{n}.zip"): z.read_bytes() for n, z in prints.zips.items()}
    for one in (one for every in prints.of.values() for one in every):
        path = worksheet_file_url(one.variant.file_name(one.sheet))
        files[path] = one.pdf.read_bytes()
        for number, file in enumerate(one.pictures, 1):
            files[worksheet_picture_url(one.sheet, number)] = file.read_bytes()
    return files


def _contact(site: Site) -> str:
    clinic = site.clinic
    return " · ".join(f"{phone.label}: {phone.display}" for phone in clinic.phones[:2])


def crisis_line(site: Site) -> str:
    """The first way to reach each line of the crisis block, with the question before it."""
    return site.words("worksheets.crisis", ways=crisis_ways(site))


def crisis_ways(site: Site) -> str:
    """The first way to reach each line of the crisis block, the emergency number first."""
    crisis = crisis_view(site)
    ways = [line.contacts[0].action for line in (crisis.emergency, *crisis.lines)]
    return " · ".join(ways)
