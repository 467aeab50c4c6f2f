"""JSON export of worksheets: structured blocks, and URLs of the PDF files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Annotated

from pydantic import ConfigDict, Field

from generator.content.models.worksheet import Block
from generator.exports.records import (
    Address,
    Depth,
    Exported,
    Html,
    Reason,
    Reviewed,
    caution,
    deep_needs,
    depth,
    html_writer,
    optional,
    reasons,
    reviewed,
)
from generator.site.site import Site
from generator.site.urls import worksheet_file_url, worksheet_url
from generator.worksheets.prints import Prints
from generator.worksheets.variant import Size


class FileRecord(Exported):
    """A file to print or to fill in."""

    url: Address
    """Where it is."""
    paper: Annotated[str, Field(json_schema_extra={"enum": ["a4", "letter"]})]
    """Its paper."""
    large_print: bool
    """Whether it is set in large print."""
    pages: int
    """Its pages."""
    bytes: int
    """Its size."""


class WorksheetRecord(Exported):
    """A worksheet as blocks, which can be drawn anew, and as files to print."""

    model_config = ConfigDict(json_schema_extra=deep_needs("caution", "choose_another_if"))

    id: str
    """Id; never changes once published."""
    url: Address
    """The sheet's own page."""
    title: str
    """Name of the sheet."""
    purpose: str
    """What it is for; an aim, not a promise."""
    intensity: Depth
    """How deep it goes. Show it wherever the sheet is shown."""
    choose_another_if: tuple[Reason, ...]
    """Who should choose something else; never empty for a deep sheet."""
    caution: str | None = None
    """Only at level 3: what has to stand before the sheet wherever it is shown."""
    technique: str
    """Id of its technique."""
    time: timedelta
    """Time for filling it in."""
    pages: int
    """Printed pages in ordinary print."""
    how_to_use: Html
    """How to use it."""
    two_minute_version: str | None = None
    """The smallest version that still counts."""
    blocks: tuple[Block, ...]
    """What stands on the sheet, from top to bottom."""
    for_therapists: Html | None = None
    """Note for the therapist; not for the client's sheet."""
    files: tuple[FileRecord, ...] = ()
    """Files to print or to fill in, if the site has any."""
    review: Reviewed
    """Who wrote and reviewed it."""


def worksheet_records(site: Site, prints: Prints) -> Iterator[WorksheetRecord]:
    """Shown worksheets by id, with the PDF files that `prints` has of each."""
    full, html = site.absolute, html_writer(site)
    for sheet in sorted(site.worksheets, key=lambda s: s.id):
        why = reasons(site, sheet.choose_another_if)
        yield WorksheetRecord(
            id=sheet.id,
            url=full(worksheet_url(sheet.id)),
            title=sheet.title,
            purpose=sheet.purpose,
            intensity=depth(site, sheet.intensity),
            choose_another_if=why,
            caution=caution(site, sheet.intensity, why),
            technique=sheet.technique,
            time=sheet.time,
            pages=sheet.pages,
            how_to_use=html(sheet.how_to_use),
            two_minute_version=sheet.two_minute_version,
            blocks=sheet.blocks,
            for_therapists=optional(html, sheet.for_therapists),
            files=tuple(
                FileRecord(
                    url=full(worksheet_file_url(one.variant.file_name(sheet.id))),
                    paper=one.variant.paper.value,
                    large_print=one.variant.size is Size.LARGE,
                    pages=one.pages,
                    bytes=one.size,
                )
                for one in prints.of.get(sheet.id, ())
            ),
            review=reviewed(sheet.review),
        )
