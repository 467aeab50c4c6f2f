"""PDF files and zip archives of all sheets; empty where the printing libraries are missing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.content.models.paper import Paper
from generator.worksheets.field import View
from generator.worksheets.press import print_all
from generator.worksheets.print_cache import key_of, prune, replace
from generator.worksheets.print_jobs import Order, Print, Refused
from generator.worksheets.variant import VARIANTS, Size, Variant
from generator.worksheets.view import unprintable

THE_START = (1980, 1, 1, 0, 0, 0)
"""Timestamp of zip entries: the earliest that the format has, for reproducible archives."""


@dataclass(frozen=True)
class Prints:
    """Prints of an edition; empty where sheets are printed from the browser only."""

    of: Mapping[str, tuple[Print, ...]] = field(default_factory=dict)
    """Prints by id of the worksheet, in the order of the variants."""
    zips: Mapping[str, Path] = field(default_factory=dict)
    """Zip archives by name, without file extension."""
    refused: tuple[Refused, ...] = ()
    """Sheets that could not be printed in some variant."""
    missing: str = ""
    """Warning for the author if a library is not installed; else empty."""


NO_PRINTS = Prints()


def print_sheets(
    views: Iterable[View],
    *,
    paper: Paper,
    cache: Path,
    variants: Sequence[Variant] = VARIANTS,
    bundles: Mapping[str, Sequence[str]] | None = None,
    done: Callable[[int, int], None] = lambda ready, of: None,
) -> Prints:
    """Prints the sheets in every variant, with page images in ordinary print on `paper`.

    A sheet with a character that no font has is left out: its page prints from the browser.
    `bundles` are ids of sheets by name of the zip that is to hold them, on `paper` alone. `done` is
    the progress callback (made, to make; cache hits not counted). Writes to the folder `cache`.
    """
    drawn = Variant(paper, Size.ORDINARY)
    views = [view for view in views if not unprintable(view)]
    orders = [Order(view, v, pictures=v == drawn) for view in views for v in variants]
    try:
        made = print_all(orders, cache=cache, done=done)
    except ImportError as error:
        # The printing libraries are optional.
        return Prints(
            missing=f"Worksheets can be printed from the browser only: {error.name} is not "
            "installed. To make PDF files as well, install writing-site again with pip."
        )
    by_sheet: dict[str, list[Print]] = {}
    for one in made:
        if isinstance(one, Print):
            by_sheet.setdefault(one.sheet, []).append(one)
    zips = {
        name: _zipped([one for i in ids for one in by_sheet.get(i, ())], paper, cache)
        for name, ids in (bundles or {}).items()
        if by_sheet.keys() & set(ids)
    }
    return Prints(
        {sheet: tuple(prints) for sheet, prints in by_sheet.items()},
        zips,
        tuple(one for one in made if isinstance(one, Refused)),
    )


def prune_prints(prints: Prints, *, cache: Path) -> int:
    """Prunes the cache: deletes files that these prints do not use; number of files deleted."""
    files = [one.pdf for every in prints.of.values() for one in every] + [*prints.zips.values()]
    return prune(cache, {file.stem.partition("-")[0] for file in files})


def _zipped(prints: Iterable[Print], paper: Paper, cache: Path) -> Path:
    """Path of the zip (stored, reproducible) of the PDFs on this paper; cached by its inputs."""
    prints = [one for one in prints if one.variant.paper == paper]
    key = key_of("zip", *(f"{one.sheet} {one.pdf.name}" for one in prints))
    file = cache / f"{key}.zip"
    if not file.exists():
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as bundle:
            for one in prints:
                name = one.variant.file_name(one.sheet)
                bundle.writestr(zipfile.ZipInfo(name, THE_START), one.pdf.read_bytes())
        replace(file, out.getvalue())
    return file
