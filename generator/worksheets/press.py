"""Press: every sheet in every variant, from the cache or made anew, on all cores."""

from __future__ import annotations

import io
import multiprocessing
import os
from base64 import b64decode
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from generator.worksheets.field import View
from generator.worksheets.fieldfont import field_font
from generator.worksheets.forms import fillable
from generator.worksheets.pictures import small
from generator.worksheets.store import kept, key_of, replace
from generator.worksheets.typeset import (
    FITS,
    FONTS,
    CannotPrint,
    DoesNotFit,
    as_printed,
    draw,
    typeset,
)
from generator.worksheets.variant import Size, Variant
from generator.worksheets.view import fields_in

FIELD_FONT = FONTS / "AtkinsonHyperlegibleNext-Regular.ttf"
LARGE = 18 / 11
DRAWN_AT = 60.0
"""Dots per inch of the pictures: 496 by 702 for A4, sharp at a third of that on a good screen."""
WORTH_A_PROCESS = 12
"""Fewer prints than this are made sooner here than in processes that have to start first."""


@dataclass(frozen=True)
class Order:
    """A sheet to print on one paper; with `pictures`, its pages are drawn too."""

    view: View
    variant: Variant
    pictures: bool = False


@dataclass(frozen=True)
class Print:
    """A sheet as printed: the PDF, how many pages it has, and their pictures if ordered."""

    sheet: str
    variant: Variant
    pdf: Path
    pages: int
    size: int
    """Bytes of the PDF."""
    pictures: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Refused:
    """A sheet that could not be printed: `pages` is what it would need, or `reason` says why."""

    sheet: str
    variant: Variant
    pages: int = 0
    reason: str = ""


def print_all(
    orders: Iterable[Order],
    *,
    cache: Path,
    jobs: int | None = None,
    done: Callable[[int, int], None] = lambda ready, of: None,
) -> list[Print | Refused]:
    """Each order's print, in their order; what is in the cache is not made again.

    The folder `cache` is made if it is missing. `done` hears how many of those to make are ready.
    """
    orders = list(orders)
    inputs = [(as_printed(o.view, o.variant), o.pictures) for o in orders]
    keys = [key_of(text, str(pictures)) for text, pictures in inputs]
    found = _by_key(cache)
    work = [
        _Job(keys[i], inputs[i][0], order, cache)
        for i, order in enumerate(orders)
        if keys[i] not in found
    ]
    refused = {}
    for ready, (key, problem) in enumerate(_run(work, jobs or os.cpu_count() or 1), 1):
        done(ready, len(work))
        if problem is not None:
            refused[key] = problem
    if work:
        found = _by_key(cache)
    return [
        refused.get(key) or _print_of(order, found[key])
        for key, order in zip(keys, orders, strict=True)
    ]


@dataclass(frozen=True)
class _Job:
    key: str
    text: str
    order: Order
    cache: Path


def _run(work: list[_Job], jobs: int) -> Iterator[tuple[str, Refused | None]]:
    if jobs == 1 or len(work) < WORTH_A_PROCESS:
        yield from map(_make, work)
        return
    # A fresh process each: the compiler has threads of its own, which a fork would break.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(jobs, len(work)), mp_context=context) as pool:
        yield from pool.map(_make, work, chunksize=max(1, min(8, len(work) // (jobs * 4))))


def _make(job: _Job) -> tuple[str, Refused | None]:
    order = job.order
    try:
        pdf, fit = _fitted(job)
    except DoesNotFit as error:
        return job.key, Refused(order.view["id"], order.variant, pages=int(str(error) or 0))
    except CannotPrint as error:
        return job.key, Refused(order.view["id"], order.variant, reason=str(error))
    pages = len(pdf.pages)
    content = fillable(
        pdf,
        list(fields_in(order.view)),
        font=field_font(FIELD_FONT, cache=job.cache),
        scale=LARGE if order.variant.size is Size.LARGE else 1,
        rtl=order.view["direction"] == "rtl",
    )
    if order.pictures:
        colours = tuple(order.view["colours"].values())
        logo = b64decode(order.view["mark"])
        for number, png in enumerate(draw(job.text, fit=fit, dots_per_inch=DRAWN_AT), 1):
            replace(job.cache / f"{job.key}-{number}.png", small(png, colours, logo))
    # Last, so that a print whose PDF is there is whole.
    replace(job.cache / f"{job.key}-{pages}.pdf", content)
    return job.key, None


def _fitted(job: _Job) -> tuple[pikepdf.Pdf, int]:
    """The PDF, and how close it was set.

    Ordinary print finds its own spacing; raises DoesNotFit with the pages that the tightest takes
    if they are more than the sheet declares. Large print takes the pages that it needs; it is set
    closer where that spares a last page which holds the question at the end of the sheet alone.
    """
    first = pikepdf.open(io.BytesIO(typeset(job.text, fit=0)))
    if job.order.variant.size is not Size.LARGE:
        if len(first.pages) > job.order.view["pages"]:
            raise DoesNotFit(str(len(first.pages)))
        return first, 0
    pdf = first
    for fit in range(FITS):
        if not _holds_the_end_alone(pdf.pages[-1]):
            return pdf, fit
        pdf = pikepdf.open(io.BytesIO(typeset(job.text, fit=fit + 1)))
    return first, 0


def _holds_the_end_alone(page: pikepdf.Page) -> bool:
    """Whether the only places to mark on the page are those of the question at the end."""
    addresses = {str(spot.A.get("/URI", "")) for spot in page.get("/Annots", []) if "/A" in spot}
    fields = {address for address in addresses if address.startswith("field:")}
    return all(address.startswith("field:after_") for address in fields)


def _by_key(cache: Path) -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for name, file in sorted(kept(cache).items()):
        found.setdefault(name.partition("-")[0], []).append(file)
    return {key: files for key, files in found.items() if files[-1].suffix == ".pdf" or _pdf(files)}


def _pdf(files: list[Path]) -> Path | None:
    return next((file for file in files if file.suffix == ".pdf"), None)


def _print_of(order: Order, files: list[Path]) -> Print:
    pdf = _pdf(files)
    assert pdf is not None, "a key is known only by its PDF"
    pictures = (file for file in files if file.suffix == ".png")
    return Print(
        sheet=order.view["id"],
        variant=order.variant,
        pdf=pdf,
        pages=int(pdf.stem.rpartition("-")[2]),
        size=pdf.stat().st_size,
        pictures=tuple(sorted(pictures, key=lambda file: int(file.stem.rpartition("-")[2]))),
    )
