"""Prints: what pages can offer of each sheet, whether or not there is a press here."""

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
"""The earliest day that a zip can hold: the same files are the same zip on any day."""


@dataclass(frozen=True)
class Prints:
    """The prints of every sheet by its id; empty where sheets are printed from the browser only."""

    of: Mapping[str, tuple[Print, ...]] = field(default_factory=dict)
    zips: Mapping[str, Path] = field(default_factory=dict)
    """Several sheets as one file, by name."""
    refused: tuple[Refused, ...] = ()
    missing: str = ""
    """A sentence that says why there are none, if there should be."""


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
    """Print the sheets in every variant; on the clinic's own `paper` their pages are drawn too.

    A sheet with a letter that no font here has is left out: its page prints from the browser.

    `bundles` are the ids of sheets to put into one zip, by the zip's name; it holds them on the
    clinic's paper. `done` hears how many of the prints that are not in the cache are ready.
    """
    drawn = Variant(paper, Size.ORDINARY)
    views = [view for view in views if not unprintable(view)]
    orders = [Order(view, v, pictures=v == drawn) for view in views for v in variants]
    try:
        made = print_all(orders, cache=cache, done=done)
    except ImportError as error:
        # A clinic can do without what prints.
        return Prints(
            missing=f"Worksheets can be printed from the browser only: {error.name} is not "
            "installed. To make PDF files as well, install writing-site again with pip."
        )
    found: dict[str, list[Print]] = {}
    for one in made:
        if isinstance(one, Print):
            found.setdefault(one.sheet, []).append(one)
    zips = {
        name: _zipped([one for i in ids for one in found.get(i, ())], paper, cache)
        for name, ids in (bundles or {}).items()
        if found.keys() & set(ids)
    }
    return Prints(
        {sheet: tuple(prints) for sheet, prints in found.items()},
        zips,
        tuple(one for one in made if isinstance(one, Refused)),
    )


def forget_others(prints: Prints, *, cache: Path) -> int:
    """Remove from the cache what these prints do not use; says how many files went."""
    files = [one.pdf for every in prints.of.values() for one in every] + [*prints.zips.values()]
    return prune(cache, {file.stem.partition("-")[0] for file in files})


def _zipped(prints: Iterable[Print], paper: Paper, cache: Path) -> Path:
    """The PDFs on this paper as one zip, made once and kept in the cache."""
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
