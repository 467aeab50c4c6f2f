"""Static JSON API (v1): all export files, their JSON Schemas, and an index of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from generator.content.models.review import Record
from generator.exports.calendars import calendar_files
from generator.exports.feeds import feed_files
from generator.exports.hsds import PROFILE, VERSION, hsds_page, hsds_services
from generator.exports.packets import PacketRecord, packet_records
from generator.exports.picture import mood_pictures, sharing_picture
from generator.exports.prompts import PromptRecord, prompt_records
from generator.exports.records import Address, Exported, plain, written
from generator.exports.resources import ResourceRecord, resource_records
from generator.exports.schema import list_schema
from generator.exports.studies import StudyRecord, TermRecord, study_records, term_records
from generator.exports.techniques import TechniqueRecord, technique_records
from generator.exports.worksheets import WorksheetRecord, worksheet_records
from generator.site.site import Site
from generator.site.urls import (
    ATOM,
    GROUPS_CALENDAR,
    HOME,
    JSON_FEED,
    ROBOTS,
    SHARED_PICTURE,
    SITE_PAGES,
    SITEMAP,
    export_schema_url,
    export_url,
    mood_picture_url,
)
from generator.worksheets.prints import NO_PRINTS, Prints

LICENCE = {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}


@dataclass(frozen=True)
class Export:
    """One exported list."""

    name: str
    """Name of the file, without extension, and of the array in it."""
    record: type[Record]
    """Pydantic model of an item, from which the schema is made."""
    records: tuple[Record, ...]


class FileRecord(Exported):
    """A file for programs."""

    url: Address
    """Where it is."""
    type: str
    """Its media type."""
    schema_url: Address | None = None
    """What it may hold, as a JSON Schema."""
    count: Annotated[int, Field(ge=0)] | None = None
    """How many records it lists."""
    bytes: int
    """Its size."""


def export_files(site: Site, prints: Prints = NO_PRINTS) -> dict[str, bytes]:
    """Content of every export file by path from the site root, sorted by path.

    Also robots.txt and the images for link previews, which the index does not list.
    """
    prompts = tuple(prompt_records(site))
    exports = (Export("prompts", PromptRecord, prompts), *_others(site, prints))
    about = _about(site)
    files: dict[str, bytes] = {}
    for export in exports:
        files[export_url(f"{export.name}.json")] = _list(site, export, about)
    files |= _hsds(site)
    files |= feed_files(site, prompts)
    files |= calendar_files(site)
    extra = {ROBOTS: _robots(site), SHARED_PICTURE: sharing_picture(site.clinic)}
    lines = mood_pictures(site.clinic, (term.id for term in site.taxonomies["moods"].terms))
    extra |= {mood_picture_url(mood): picture for mood, picture in lines.items()}
    counts = {export.name: len(export.records) for export in exports}
    index = Export("files", FileRecord, tuple(_index(site, files, counts)))
    files[export_url(f"{_INDEX}.json")] = _list(site, index, about, schema=_INDEX)
    for name, export in (*((e.name, e) for e in exports), (_INDEX, index)):
        path = export_schema_url(name)
        files[path] = list_schema(export.name, export.record, site.absolute(path)).encode()
    return dict(sorted((files | extra).items()))


def _others(site: Site, prints: Prints) -> Iterator[Export]:
    """All lists but that of prompts, in the order of the index."""
    sheets = tuple(worksheet_records(site, prints))
    yield Export("techniques", TechniqueRecord, tuple(technique_records(site)))
    yield Export("worksheets", WorksheetRecord, sheets)
    yield Export("packets", PacketRecord, tuple(packet_records(site)))
    yield Export("resources", ResourceRecord, tuple(resource_records(site)))
    yield Export("studies", StudyRecord, tuple(study_records(site)))
    yield Export("vocabularies", TermRecord, tuple(term_records(site)))


def _about(site: Site) -> dict[str, Any]:
    """Metadata at the top of every list: source, edition, build date, licence, caution."""
    clinic = site.clinic
    return {
        "site": clinic.name,
        "url": site.absolute(HOME),
        "edition": {"clinic": site.edition.clinic, "language": site.edition.locale},
        "documentation": site.absolute(SITE_PAGES["for-developers"]),
        "built_on": site.today.isoformat(),
        "licence": {**LICENCE, "credit": site.words("exports.credit", site=clinic.name)},
        "caution": site.words("exports.rule"),
    }


def _list(site: Site, export: Export, about: Mapping[str, Any], *, schema: str = "") -> bytes:
    """The JSON file: head first, then one record per line, so that diffs are by record."""
    head = {
        "$schema": site.absolute(export_schema_url(schema or export.name)),
        "about": about,
        "count": len(export.records),
    }
    records = [plain(record) for record in export.records]
    return f"{_by_lines({**head, export.name: records}, export.name)}\n".encode()


def _hsds(site: Site) -> dict[str, bytes]:
    """Responses of the HSDS API as files: its root, /services and /organizations."""
    services = hsds_services(site)
    lists = {"services": services, "organizations": [one["organization"] for one in services]}
    files = {
        export_url(f"hsds/{name}.json"): f"{_by_lines(hsds_page(contents), 'contents')}\n".encode()
        for name, contents in lists.items()
    }
    index = written({"version": VERSION, "profile": PROFILE})
    return {export_url("hsds/index.json"): f"{index}\n".encode(), **files}


def _by_lines(value: Mapping[str, Any], last: str) -> str:
    """A JSON object whose last key, `last`, is an array with one item per line."""
    head = written({key: inner for key, inner in value.items() if key != last})
    lines = ",\n".join(written(item) for item in value[last])
    return f'{head[:-1]},\n"{last}":[\n{lines}\n]}}'


def _robots(site: Site) -> bytes:
    """robots.txt, which crawlers read at the root of a host only."""
    return (
        "# Read at the top of a host only. If this site lies under a path, put the line of the\n"
        "# sitemap into the robots.txt of the host.\n"
        f"User-agent: *\nDisallow:\n\nSitemap: {site.absolute(SITEMAP)}\n"
    ).encode()


def _index(
    site: Site, files: Mapping[str, bytes], counts: Mapping[str, int]
) -> Iterator[FileRecord]:
    full = site.absolute
    for path, content in files.items():
        name = path.rpartition("/")[2].partition(".")[0]
        listed = path == export_url(f"{name}.json") and name in counts
        if path in _TYPES or path.endswith(".json"):
            yield FileRecord(
                url=full(path),
                type=_TYPES.get(path, "application/json"),
                schema_url=full(export_schema_url(name)) if listed else None,
                count=counts[name] if listed else None,
                bytes=len(content),
            )


_INDEX = "index"
_TYPES = {
    JSON_FEED: "application/feed+json",
    ATOM: "application/atom+xml",
    GROUPS_CALENDAR: "text/calendar",
}
