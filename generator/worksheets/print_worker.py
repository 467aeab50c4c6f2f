"""Print worker: typesets one job, fits it to its pages, adds form fields, writes to the cache."""

from __future__ import annotations

import io
from base64 import b64decode

import pikepdf

from generator.worksheets.field_font import field_font
from generator.worksheets.forms import fillable
from generator.worksheets.pictures import quantized
from generator.worksheets.print_cache import replace
from generator.worksheets.print_jobs import Job, Refused
from generator.worksheets.typeset import FITS, FONTS, CannotPrint, DoesNotFit, draw, typeset
from generator.worksheets.variant import Size
from generator.worksheets.view import fields_in

FIELD_FONT = FONTS / "AtkinsonHyperlegibleNext-Regular.ttf"
LARGE = 18 / 11
"""Scale of typed text in large print."""
DRAWN_AT = 60.0
"""Resolution of page images in dpi: 496 by 702 pixels for A4, sharp at a third of that
size on a HiDPI screen."""

HARDLY_ANY = 1
"""Most fields on the last page of large print that are not worth a page."""


def make(job: Job) -> tuple[str, Refused | None]:
    """Prints a job and writes PDF and images to the cache; its key, and None or a refusal."""
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
            replace(job.cache / f"{job.key}-{number}.png", quantized(png, colours, logo))
    # Written last: a key with a PDF is complete.
    replace(job.cache / f"{job.key}-{pages}.pdf", content)
    return job.key, None


def _fitted(job: Job) -> tuple[pikepdf.Pdf, int]:
    """The PDF, and its spacing level, 0 (normal) to `FITS` (tightest).

    Ordinary print finds its own spacing in the template; raises DoesNotFit with the number of pages
    if that is more than the sheet declares. Large print takes the pages that it needs; it is set
    tighter if that avoids a nearly empty last page, at the lowest level that does.
    """
    first = _set(job, fit=0)
    if job.order.variant.size is not Size.LARGE:
        if len(first.pages) > job.order.view["pages"]:
            raise DoesNotFit(str(len(first.pages)))
        return first, 0
    if len(first.pages) == 1 or _field_count(first.pages[-1]) > HARDLY_ANY:
        return first, 0
    closest = _set(job, fit=FITS)
    if len(closest.pages) == len(first.pages):
        return first, 0
    for fit in range(1, FITS):
        pdf = _set(job, fit=fit)
        if len(pdf.pages) < len(first.pages):
            return pdf, fit
    return closest, FITS


def _set(job: Job, *, fit: int) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(typeset(job.text, fit=fit)))


def _field_count(page: pikepdf.Page) -> int:
    """Number of distinct fields of a page, without those of the closing question."""
    addresses = {str(spot.A.get("/URI", "")) for spot in page.get("/Annots", []) if "/A" in spot}
    fields = {address for address in addresses if address.startswith("field:")}
    return sum(not address.startswith("field:after_") for address in fields)
