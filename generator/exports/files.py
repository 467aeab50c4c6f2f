"""Every file for programs: what each export holds, its schema, and the list of all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.content.library import Library
from generator.content.review import Record
from generator.exports.prompts import PromptRecord, prompt_records
from generator.exports.records import absolute, plain, written
from generator.exports.schema import list_schema
from generator.pages.parts.shown import clinic_of
from generator.pages.urls import HOME, export_schema_url, export_url
from generator.words import Words
from generator.worksheets.prints import NO_PRINTS, Prints

LICENCE = {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}


@dataclass(frozen=True)
class Export:
    """One list for programs."""

    name: str
    """Name of the file and of the list in it."""
    record: type[Record]
    """What each item holds; the schema follows from it."""
    records: tuple[Record, ...]


def export_files(library: Library, words: Words, prints: Prints = NO_PRINTS) -> dict[str, bytes]:
    """Every file for programs by its path below the top of the site."""
    exports = tuple(_exports(library, words, prints))
    about = _about(library, words)
    files: dict[str, str] = {}
    for export in exports:
        files[export_url(f"{export.name}.json")] = _list(library, export, about)
        files[export_schema_url(export.name)] = list_schema(
            export.name, export.record, absolute(library)(export_schema_url(export.name))
        )
    return {path: text.encode() for path, text in sorted(files.items())}


def _exports(library: Library, words: Words, prints: Prints) -> Iterable[Export]:
    yield Export("prompts", PromptRecord, tuple(prompt_records(library, words)))


def _about(library: Library, words: Words) -> dict[str, Any]:
    """What every file says of itself first."""
    clinic = clinic_of(library)
    return {
        "site": clinic.name,
        "url": absolute(library)(HOME),
        "edition": {"clinic": library.edition.clinic, "language": library.edition.locale},
        "built_on": library.today.isoformat(),
        "licence": {**LICENCE, "credit": words("exports.credit", site=clinic.name)},
        "caution": words("exports.rule"),
    }


def _list(library: Library, export: Export, about: dict[str, Any]) -> str:
    """The file: what it is, then one record on each line."""
    head = {
        "$schema": absolute(library)(export_schema_url(export.name)),
        "about": about,
        "count": len(export.records),
    }
    lines = ",\n".join(written(plain(record)) for record in export.records)
    return f'{written(head)[:-1]},\n"{export.name}":[\n{lines}\n]}}\n'
