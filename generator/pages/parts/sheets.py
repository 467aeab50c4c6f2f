"""Worksheets on pages: their views, cards, thumbnails, and links to PDF files."""

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
    """Image of one printed page; width and height in pixels."""

    url: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True)
class PdfLink:
    """Download link of a PDF."""

    text: str
    note: str
    """File type, size and number of pages, in words."""
    url: str
    paper: Paper
    usual: bool
    """Whether it is the default: the clinic's paper in ordinary print."""
    kind: str
    """Paper and print size, by which a page filters links: `a4-large`."""


@dataclass(frozen=True)
class SheetCard:
    """Card of a worksheet with the image of its first page and its PDF files."""

    card: Card
    picture: Picture | None
    """None if there are no images, as sheets were not printed."""
    pdfs: tuple[PdfLink, ...] = ()
    """PDF files, those on the clinic's paper first."""


@lru_cache(maxsize=1)
def sheet_views(site: Site) -> Mapping[str, View]:
    """View of every shown sheet by id, which page and PDF share."""
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
    """Card of a worksheet: purpose, pages, time and intensity."""
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
    """Shown sheets of a technique, each once: those that its guide names, then all of its own."""
    shown = {sheet.id: sheet for sheet in site.worksheets}
    own = (sheet.id for sheet in shown.values() if sheet.technique == technique.id)
    return tuple(shown[i] for i in dict.fromkeys((*technique.worksheets, *own)) if i in shown)


def pictures(sheet: Worksheet, prints: Prints, words: Words) -> tuple[Picture, ...]:
    """Images of a sheet's pages on the clinic's paper; sizes are read from the PNG headers."""
    images = []
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
            images.append(Picture(worksheet_picture_url(sheet.id, number), alt, width, height))
    return tuple(images)


def pdf_links(sheet: Worksheet, prints: Prints, paper: Paper, words: Words) -> tuple[PdfLink, ...]:
    """Links to the PDF files of a sheet, those on `paper` first."""
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
    """Search terms of a sheet, separated by spaces."""
    return " ".join(sheet.search_terms)


def print_files(prints: Prints) -> dict[str, bytes]:
    """Content of every PDF, zip and page image, by path from the site root."""
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
    """Footer sentence of a sheet with the contacts of `crisis_ways`."""
    return site.words("worksheets.crisis", ways=crisis_ways(site))


def crisis_ways(site: Site) -> str:
    """First contact of the emergency number and of each crisis line, joined by middle dots."""
    crisis = crisis_view(site)
    ways = [line.contacts[0].action for line in (crisis.emergency, *crisis.lines)]
    return " · ".join(ways)
